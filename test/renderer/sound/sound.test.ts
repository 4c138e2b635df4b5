import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConsoleView } from '../../../electron/contract/view.ts';
import type { Sound } from '../../../electron/contract/words.ts';
import { sample as sampleNamed } from '../sample-views.ts';
import { type Harness, type OpenPage, startHarness } from '../support/harness.ts';

let harness: Harness;
let open: OpenPage;
const sample = sampleNamed('treatment-calm');
const selfTest = sampleNamed('self-test').view;

beforeAll(async () => {
  harness = await startHarness('sound');
  open = await harness.open(sample, { pushing: false });
  await open.page.evaluate(() => {
    const made = BaseAudioContext.prototype.createOscillator;
    Object.assign(window, { pulses: 0 });
    BaseAudioContext.prototype.createOscillator = function counted() {
      if (this instanceof AudioContext) Object.assign(window, { pulses: Reflect.get(window, 'pulses') + 1 });
      return made.call(this);
    };
  });
}, 180_000);
afterAll(async () => harness?.close());

const silent: Sound = { state: 'none', priority: null, sinceMs: null, secondsLeft: 0, reminders: 0 };
function withSound(sound: Partial<Sound>): ConsoleView {
  const { run } = sample.view;
  if (run === null) throw new Error('The sample has no run.');
  const alarmSystem = { ...run.alarmSystem, sound: { ...silent, ...sound } };
  return { ...sample.view, run: { ...run, alarmSystem } };
}
const pulses = (): Promise<number> => open.page.evaluate(() => Reflect.get(window, 'pulses'));

describe('the page', () => {
  it('tells main whether it can sound, and only what main knows', async () => {
    await expect.poll(() => open.asked('audio'), { timeout: 20_000 }).not.toEqual([]);
    for (const { state } of await open.asked('audio')) {
      expect(['working', 'suspended', 'missing']).toContain(state);
    }
    expect(open.errors).toEqual([]);
  });

  it('sounds ten pulses for a high alarm, and none while paused', async () => {
    await open.push('view', withSound({ state: 'paused', priority: 'high', sinceMs: 0, secondsLeft: 90 }));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await pulses()).toBe(0);
    await open.push('view', withSound({ state: 'sounding', priority: 'high', sinceMs: 0 }));
    await expect.poll(pulses, { timeout: 20_000 }).toBe(10);
    expect(['working', 'missing']).toContain((await open.asked('audio')).at(-1)?.state);
  });

  it('plays the three bursts for people to hear when a run begins with its self-test, once', async () => {
    const before = await pulses();
    await open.push('view', { ...withSound({}), run: null, stage: 'setup' });
    await open.push('view', selfTest);
    await expect.poll(pulses, { timeout: 20_000 }).toBe(before + 2 + 3 + 10);
    const line = open.page.locator('[data-check="sound"]');
    await expect.poll(() => line.textContent()).toContain('two pulses');
    await open.push('view', selfTest);
    expect(await pulses()).toBe(before + 15);
  });

  it('ends the trial when an alarm sounds', async () => {
    const before = await pulses();
    await open.push('view', withSound({ state: 'sounding', priority: 'high', sinceMs: 5 }));
    await expect.poll(pulses, { timeout: 20_000 }).toBe(before + 10);
    await open.push('view', selfTest);
    await open.page.waitForSelector('[data-check="sound"]');
    expect(await open.page.locator('[data-check="sound"]').textContent()).not.toContain('pulses');
  });
});
