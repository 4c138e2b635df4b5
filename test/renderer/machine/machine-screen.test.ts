import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { press } from '../../support/press.ts';
import { sample } from '../sample-views.ts';
import { type Harness, type OpenOptions, type OpenPage, startHarness } from '../support/harness.ts';
import { layoutFaults } from '../support/layout-faults.ts';

let harness: Harness;
let open: OpenPage;

beforeAll(async () => {
  harness = await startHarness();
}, 120_000);
afterAll(() => harness?.close());
afterEach(() => open.close());

const show = async (name: string, options: OpenOptions = {}) => {
  open = await harness.open(sample(name), options);
  return open.page;
};
const button = (action: string) => open.page.locator(`button[data-action="${action}"]`);
const words = () => open.page.locator('.machine-words').textContent();
const enabled = (action: string) =>
  expect.poll(() => button(action).getAttribute('aria-disabled')).toBe('false');
const hold = async (action: string, ms: number) => {
  await button(action).dispatchEvent('pointerdown', { button: 0 });
  await open.page.waitForTimeout(ms);
  await button(action).dispatchEvent('pointerup', { button: 0 });
};

describe('a drain that brings nothing', () => {
  it('is told with what to do by hand, and what came is entered', async () => {
    const page = await show('machine-drain-unfinished');
    expect(await words()).toContain('open the clamp of the drain line');
    await page.locator('[name="drained-by-hand"]').fill('about 2 L');
    expect(await page.locator('.hand-drain label').textContent()).toMatch(/a number from 0 to/);
    await button('enter-drained').click({ force: true });
    expect(await open.asked('act')).toEqual([]);
    await page.locator('[name="drained-by-hand"]').fill('1 800');
    expect(await page.locator('.hand-drain .number-understood').textContent()).toMatch(/^= 1.800 mL$/u);
    await button('enter-drained').click();
    expect(await open.asked('act')).toEqual([
      { action: { type: 'record-reading', kind: 'drained-volume', value: 1800 }, ...nothingBeside },
    ]);
    await expect.poll(() => page.locator('.hand-drain label').textContent()).toContain('Entered: 1');
  });

  it('leaves a memory of fluid in nobody who is named', async () => {
    const page = await show('fluid-after-rescue');
    expect(await page.locator('.fluid-card h2').textContent()).toMatch(
      /^What was last done .* left a volume nobody knows in a cavity, \d/,
    );
  });

  it('takes the volume where the link is lost, too', async () => {
    const page = await show('machine-link-lost');
    expect(await page.locator('[name="drained-by-hand"]').count()).toBe(1);
  });
});

describe('a machine that pumps before a run', () => {
  it('is told in plain words with what is measured and in force', async () => {
    await show('machine-pumps');
    const said = await words();
    expect(said).toContain('The machine is circulating through the patient');
    expect(said).toMatch(/Flow1\u202f494mL\/min/);
    expect(said).toContain('Pumpon');
    expect(said).toContain('Heater, in forceon');
    expect(said).toContain('there may be fluid in a patient');
  });

  it('takes no run, and says why among what is missing', async () => {
    const page = await show('machine-pumps');
    await page.locator('[name="fluidBefore"] [data-value="unknown"]').click();
    expect(await page.locator('.missing').textContent()).toContain('Machine has not stood down');
    await button('start-run').click({ force: true });
    expect(await open.asked('start')).toEqual([]);
    await open.push('view', sample('setup-filled').view);
    await page.locator('.machine-bar').waitFor({ state: 'detached' });
    await press(button('start-run'));
    expect(await open.asked('start')).toMatchObject([{ fluidInCavityMl: null }]);
  });

  it('is turned off on touch-down, whoever is signed in', async () => {
    await show('machine-pumps');
    await button('off').dispatchEvent('pointerdown', { button: 0 });
    expect(await open.asked('rescue')).toEqual([{ request: 'off', bits: 0, glass: null }]);
  });

  it('goes on circulating with a name and a reason where nobody is signed in', async () => {
    const page = await show('machine-pumps');
    await enabled('circulate-unheated');
    await open.answer('rescue', { taken: false, why: 'needs-reason' });
    await press(button('circulate-unheated'));
    await page.locator('[name="glassReason"]').fill('Clots otherwise');
    await open.answer('rescue', { taken: true });
    await button('break-glass').click();
    expect(await open.asked('rescue')).toEqual([
      { request: 'circulate-unheated', bits: 0, glass: null },
      {
        request: 'circulate-unheated',
        bits: 0,
        glass: { name: 'A. Perfusionist', reason: 'Clots otherwise' },
      },
    ]);
  });

  it('drains after holding only', async () => {
    await show('machine-pumps');
    await hold('drain', 700);
    expect(await open.asked('rescue')).toEqual([]);
    await hold('drain', 1700);
    expect(await open.asked('rescue')).toMatchObject([{ request: 'drain' }]);
  });

  it('goes on circulating unheated on a word, and on none where it does not circulate', async () => {
    await show('machine-pumps');
    await enabled('circulate-unheated');
    await press(button('circulate-unheated'));
    expect(await open.asked('rescue')).toMatchObject([{ request: 'circulate-unheated' }]);
    await open.close();
    await show('machine-drains');
    expect(await button('circulate-unheated').textContent()).toContain('only what circulates already');
    await button('circulate-unheated').click({ force: true });
    expect(await open.asked('rescue')).toEqual([]);
  });

  it('clears the interlocks that are shown, and no others', async () => {
    await show('machine-latched');
    expect(await button('clear-interlocks').textContent()).toContain('watchdog expired, inflow sensor fault');
    await enabled('clear-interlocks');
    await button('clear-interlocks').click();
    expect(await open.asked('rescue')).toMatchObject([
      { request: 'clear-interlocks', bits: 0b1000_0000_0001 },
    ]);
  });

  it('says what was not taken, and what did not arrive', async () => {
    await show('machine-pumps');
    await open.answer('rescue', { taken: false, why: 'not-sent' });
    await button('off').dispatchEvent('pointerdown', { button: 0 });
    await expect.poll(words).toContain('Heater and pump off: NOT SENT: use the switch on the machine');
    await open.reject('rescue', 'gone');
    await button('off').dispatchEvent('pointerdown', { button: 0 });
    await expect.poll(words).toContain('NOT SENT. Use the switch on the machine');
  });
});

describe('a drain outside a run', () => {
  it('shows what has come and since when nothing comes, and is over on a word, not by the finger that began it', async () => {
    const page = await show('machine-pumps');
    await page.locator('[data-action="drain"]').waitFor();
    await open.push('view', sample('machine-drain-dry').view);
    await button('end-drain').waitFor();
    expect(await button('end-drain').getAttribute('aria-disabled')).toBe('true');
    await enabled('end-drain');
    const said = await words();
    expect(said).toMatch(/Drained3\u202f012 mL/);
    expect(said).toContain('Nothing comes for0:22');
    await button('end-drain').click();
    expect(await open.asked('rescue')).toMatchObject([{ request: 'end-drain' }]);
  });
});

describe('a machine out of reach', () => {
  it('is not said to be off: NOT SENT, its switch, and how to drain by hand', async () => {
    const page = await show('machine-link-lost');
    const said = await words();
    expect(said).toContain('NOT SENT – ask again');
    expect(said).toContain('use the switch on the machine');
    expect(said).toContain('hang its bag lower than the patient');
    expect(said).not.toContain('1\u202f494');
    expect(await page.locator('.alarm-banner').getAttribute('data-alarm')).toBe('link-lost#1');
    await hold('drain', 1700);
    expect(await open.asked('rescue')).toEqual([]);
  });
});

describe('alarms outside a run', () => {
  it.each(['machine-link-lost', 'review-standing-down'])(
    'are acknowledged and paused in %s',
    async (name) => {
      const page = await show(name);
      await button('pause-audio').click();
      await button('acknowledge').click();
      const id = await page.locator('.alarm-banner').getAttribute('data-alarm');
      expect(await open.asked('act')).toEqual([
        { action: { type: 'pause-audio' }, ...nothingBeside },
        { action: { type: 'acknowledge', alarmIds: [id] }, ...nothingBeside },
      ]);
    },
  );

  it('are listed in full over the form, which keeps what was typed', async () => {
    const lost = sample('machine-link-lost');
    const { machine } = lost.view;
    const [one] = machine.alarms;
    if (one === undefined) throw new Error('no alarm in the sample');
    const two = { ...one, id: 'console-fault#1', code: 'console-fault' as const };
    const page = await show('machine-link-lost', { pushing: false });
    await page.locator('input[name="familyName"]').fill('TYPED');
    await open.push('view', { ...lost.view, machine: { ...machine, alarms: [one, two] } });
    await page.locator('.alarm-others').click();
    expect(await page.locator('.at-rest-list .alarm-row').count()).toBe(2);
    expect(await page.evaluate(layoutFaults)).toEqual([]);
    await page.locator('.section-tab[data-section="patient"]').click();
    expect(await page.locator('input[name="familyName"]').inputValue()).toBe('TYPED');
  });
});

describe('a run that is over on a machine that still pumps', () => {
  it('says in review for how long it does not stand down, with the same buttons', async () => {
    const page = await show('review-standing-down');
    expect(await words()).toContain('Told to stand down for 0:14');
    await button('off').dispatchEvent('pointerdown', { button: 0 });
    expect(await open.asked('rescue')).toMatchObject([{ request: 'off', glass: null }]);
    await open.push('view', sample('review-completed').view);
    await page.locator('.machine-bar').waitFor({ state: 'detached' });
    expect(await page.locator('.machine-strip').textContent()).toContain('Machine stands: ready');
  });
});

/** Nobody else stands for it, and no reason is given. */
const nothingBeside = { glass: null, second: null };

describe('fluid that the last record left in somebody', () => {
  it('is told with patient, volume and time, and keeps a run from starting', async () => {
    const page = await show('fluid-remembered');
    await page.locator('[name="fluidBefore"] [data-value="no"]').click();
    const card = await page.locator('.fluid-card').textContent();
    expect(card).toMatch(/about 1\u202f200 mL in the cavity of LAST, PATIENT, 2026-03-01 17:32/);
    expect(await page.locator('.missing').textContent()).toContain('say by name what has become of it');
    expect(await button('start-run').getAttribute('aria-disabled')).toBe('true');
  });

  it.each(['cavity-empty', 'another-patient'] as const)('is answered %s', async (answer) => {
    await show('fluid-remembered');
    await button(answer).click();
    expect(await open.asked('fluid')).toEqual([{ answer, glass: null }]);
  });

  it('says where the answer was not taken', async () => {
    const page = await show('fluid-remembered');
    await open.answer('fluid', { ok: false, why: null });
    await button('cavity-empty').click();
    await expect.poll(() => page.locator('.fluid-card').textContent()).toContain('did not take the answer');
  });

  it('is drained from its card where the machine stands, once', async () => {
    await show('fluid-remembered');
    await hold('drain', 1700);
    expect(await open.asked('rescue')).toMatchObject([{ request: 'drain' }]);
    await open.close();
    await show('fluid-unknown');
    expect(await button('drain').count()).toBe(1);
  });
});
