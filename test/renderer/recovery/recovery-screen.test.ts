import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { takeUpRefusalKinds } from '../../../electron/domain/take-up.ts';
import { sample } from '../sample-views.ts';
import { lostRun } from '../samples/recovery.ts';
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
const says = () => open.page.locator('main').textContent();
const hold = async (action: string, ms: number) => {
  await button(action).dispatchEvent('pointerdown', { button: 0 });
  await open.page.waitForTimeout(ms);
  await button(action).dispatchEvent('pointerup', { button: 0 });
};
const tick = () => open.page.locator('input[name="confirmed"]').check({ force: true });

describe('a run that its console lost', () => {
  it('stands before the form, with whose it is, what is in the cavity and what the machine does now', async () => {
    const page = await show('recovery');
    expect(await page.locator('.setup-screen').count()).toBe(0);
    const said = await says();
    for (const part of [
      'This console lost a run 3 min 12 s ago',
      'DEMO, PATIENT',
      '20488317',
      '42.5 °C × 60 min',
      'Treatment',
      '22:31',
      'of 60:00',
      '± 120 mL',
      'The machine is circulating through the patient',
    ])
      expect(said).toContain(part);
    expect(said).toMatch(/3\u202f010/);
    for (const value of await page.locator('.lost-values s').all())
      expect(await value.evaluate((one) => getComputedStyle(one).textDecorationLine)).toBe('line-through');
  });

  it('is taken up once patient and catheters are confirmed; where nobody is signed in, with a name and a reason', async () => {
    await show('recovery');
    const take = button('take-up');
    await take.click({ force: true });
    expect(await open.asked('recover')).toEqual([]);
    await tick();
    await open.answer('recover', { ok: false, problem: 'Nobody is signed in.', why: 'needs-reason' });
    await take.click();
    await open.page.locator('[name="glassReason"]').fill('The patient is on the table');
    await open.answer('recover', { ok: true });
    await button('break-glass').click();
    const glass = { name: 'A. Perfusionist', reason: 'The patient is on the table' };
    expect(await open.asked('recover')).toEqual([
      { choice: 'take-up', glass: null },
      { choice: 'take-up', glass },
    ]);
  });

  it('is drained by holding, without a name', async () => {
    await show('recovery');
    await hold('recover-drain', 600);
    expect(await open.asked('recover')).toEqual([]);
    await hold('recover-drain', 1700);
    expect(await open.asked('recover')).toEqual([{ choice: 'drain', glass: null }]);
  });

  it('is ended by two touches that are not a double tap', async () => {
    await show('recovery');
    await open.page.waitForTimeout(700);
    await button('end-lost-run').dblclick();
    expect(await open.asked('recover')).toEqual([]);
    expect(await button('end-lost-run').textContent()).toContain('Touch again');
    await expect.poll(() => button('end-lost-run').getAttribute('aria-disabled')).toBe('false');
    await button('end-lost-run').click();
    expect(await open.asked('recover')).toEqual([{ choice: 'end', glass: null }]);
  });

  it('forgets the first touch after a while', async () => {
    await show('recovery');
    await open.page.waitForTimeout(700);
    await button('end-lost-run').click();
    expect(await button('end-lost-run').getAttribute('data-armed')).toBe('true');
    await expect
      .poll(() => button('end-lost-run').getAttribute('data-armed'), { timeout: 8_000 })
      .toBe('false');
    expect(await open.asked('recover')).toEqual([]);
  });

  it('lets heater and pump be turned off on touch-down meanwhile', async () => {
    await show('recovery');
    await button('off').dispatchEvent('pointerdown', { button: 0 });
    expect(await open.asked('rescue')).toEqual([{ request: 'off', bits: 0, glass: null }]);
  });

  it.each(['en', 'zh'] as const)(
    'says every reason why it cannot be taken up in words (%s)',
    async (language) => {
      const { view } = sample('recovery');
      const page = await show('recovery', { pushing: false, language });
      await open.push('view', { ...view, recovery: { ...lostRun, takeUpRefusals: takeUpRefusalKinds } });
      await page.locator('.decision-refusals').waitFor();
      expect(await page.locator('.decision-refusals li').count()).toBe(takeUpRefusalKinds.length);
      const said = (await page.locator('.decision-refusals').textContent()) ?? '';
      for (const kind of takeUpRefusalKinds) expect(said).not.toContain(kind);
      expect(await button('take-up').getAttribute('aria-disabled')).toBe('true');
      await button('take-up').click({ force: true });
      expect(await open.asked('recover')).toEqual([]);
      expect(await page.evaluate(layoutFaults)).toEqual([]);
    },
  );

  it('says with the link lost what to do with one’s hands, and drains nothing', async () => {
    await show('recovery-link-lost');
    const said = await says();
    expect(said).toContain('use the switch on the machine');
    expect(said).toContain('open the clamp of the drain line');
    await hold('recover-drain', 1700);
    expect(await open.asked('recover')).toEqual([]);
  });

  it('says what main did not do', async () => {
    await show('recovery');
    await open.answer('recover', {
      ok: false,
      problem: 'The rig does not answer. Check its cable and that it is switched on.',
      why: null,
    });
    await hold('recover-drain', 1700);
    await expect.poll(says).toContain('Not done. The rig does not answer');
    await open.reject('recover', 'gone');
    await hold('recover-drain', 1700);
    await expect.poll(says).toContain('The console did not answer');
  });

  it('shows a drain that goes on, and is told when it is over', async () => {
    await show('recovery-drains');
    expect(await says()).toContain('Drained486 mL');
    await expect.poll(() => button('end-drain').getAttribute('aria-disabled')).toBe('false');
    await button('end-drain').click();
    expect(await open.asked('rescue')).toMatchObject([{ request: 'end-drain' }]);
  });
});
