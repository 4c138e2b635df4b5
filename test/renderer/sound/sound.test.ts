import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Pulse } from '../../../electron/contract/pulse.ts';
import type { ConsoleView } from '../../../electron/contract/view.ts';
import type { Sound } from '../../../electron/contract/words.ts';
import { sample as sampleNamed } from '../sample-views.ts';
import { type Harness, type OpenPage, startHarness } from '../support/harness.ts';

let harness: Harness;
let open: OpenPage;
const sample = sampleNamed('treatment-calm');
const selfTest = sampleNamed('self-test').view;

/** Counts the pulses that are sounded from now on. */
const countPulses = (page: OpenPage): Promise<void> =>
  page.page.evaluate(() => {
    const made = BaseAudioContext.prototype.createOscillator;
    Object.assign(window, { pulses: 0 });
    BaseAudioContext.prototype.createOscillator = function counted() {
      if (this instanceof AudioContext) Object.assign(window, { pulses: Reflect.get(window, 'pulses') + 1 });
      return made.call(this);
    };
  });

beforeAll(async () => {
  harness = await startHarness();
  open = await harness.open(sample, { pushing: false });
  await countPulses(open);
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

describe('without a run', () => {
  it('sounds what the console tells of the machine, in set-up and before a lost run is decided on', async () => {
    for (const name of ['machine-link-lost', 'recovery-link-lost']) {
      await open.push('view', withSound({}));
      const before = await pulses();
      await open.push('view', sampleNamed(name).view);
      await expect.poll(pulses, { timeout: 20_000 }).toBeGreaterThanOrEqual(before + 10);
    }
    await open.push('view', withSound({}));
  });
});

describe('an output that is lost', () => {
  /** The outputs that the system tells from now on, and that it changed. */
  const plug = (outputs: number): Promise<void> =>
    open.page.evaluate((count) => {
      const { mediaDevices } = navigator;
      const device = { kind: 'audiooutput', deviceId: '', groupId: '', label: '' };
      const devices = Array.from({ length: count }, () => device as unknown as MediaDeviceInfo);
      mediaDevices.enumerateDevices = async () => devices;
      mediaDevices.dispatchEvent(new Event('devicechange'));
    }, outputs);
  /** The output that pulses were sounded on last; the page's own, to be harmed. */
  const harm = (how: 'close' | 'suspend'): Promise<void> =>
    open.page.evaluate((name) => (Reflect.get(window, 'sounding') as AudioContext)[name](), how);
  const outputs = (): Promise<number> => open.page.evaluate(() => Reflect.get(window, 'outputs'));
  const lastTold = async () => (await open.asked('audio')).at(-1)?.state;

  beforeAll(async () => {
    await open.close();
    open = await harness.open(sample, { pushing: false });
    await countPulses(open);
    await open.page.evaluate(() => {
      const counted = BaseAudioContext.prototype.createOscillator;
      const seen = new Set<BaseAudioContext>();
      BaseAudioContext.prototype.createOscillator = function kept() {
        if (this instanceof AudioContext) {
          seen.add(this);
          Object.assign(window, { sounding: this, outputs: seen.size });
        }
        return counted.call(this);
      };
    });
    await plug(1);
  }, 60_000);
  const sounds = async (): Promise<void> => {
    await expect.poll(lastTold, { timeout: 20_000 }).toBe('working');
    await open.push('view', withSound({ state: 'sounding', priority: 'high', sinceMs: 0 }));
    await expect.poll(pulses, { timeout: 20_000 }).toBeGreaterThanOrEqual(10);
  };

  it('is told missing, and works again on a new output with its device', async () => {
    await sounds();
    const before = await outputs();
    await plug(0);
    await expect.poll(lastTold, { timeout: 20_000 }).toBe('missing');
    await plug(1);
    await expect.poll(lastTold, { timeout: 20_000 }).toBe('working');
    const heard = await pulses();
    await expect.poll(pulses, { timeout: 20_000 }).toBeGreaterThanOrEqual(heard + 10);
    expect(await outputs()).toBeGreaterThan(before);
  });

  it.each(['close', 'suspend'] as const)(
    'comes back by itself after %s, and the alarm is heard on',
    async (how) => {
      await harm(how);
      const heard = await pulses();
      await expect.poll(pulses, { timeout: 20_000 }).toBeGreaterThanOrEqual(heard + 10);
      expect(await lastTold()).toBe('working');
    },
  );
});

describe('a console whose core fails', () => {
  const paused = withSound({ state: 'paused', priority: 'high', sinceMs: 0, secondsLeft: 90 });
  const pulse: Pulse = {
    engine: 'ticking',
    authority: 'commanding',
    watching: true,
    sound: 'none',
    lastTickAgeMs: 40,
  };
  const openPaused = async () => {
    await open.close();
    open = await harness.open({ ...sample, view: paused }, { pushing: false, pulsing: false });
    await countPulses(open);
    await open.push('pulse', pulse);
  };

  it('sounds high through a pause where nothing is heard of it for three seconds, and no longer', async () => {
    await openPaused();
    await expect.poll(pulses, { timeout: 20_000 }).toBe(10);
    await open.push('pulse', pulse);
    const heard = await pulses();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await pulses()).toBe(heard);
  });

  it('sounds high through a pause where its engine says so', async () => {
    await openPaused();
    await open.push('pulse', { ...pulse, sound: 'high' });
    await expect.poll(pulses, { timeout: 20_000 }).toBe(10);
  });
});
