import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ReviewView } from '../../../electron/contract/view.ts';
import { sample } from '../sample-views.ts';
import { signed, unsigned } from '../samples/signing.ts';
import { type Harness, type OpenPage, startHarness } from '../support/harness.ts';
import { layoutFaults } from '../support/layout-faults.ts';

let harness: Harness;
let open: OpenPage;

beforeAll(async () => {
  harness = await startHarness();
}, 240_000);
afterAll(() => harness.close());
afterEach(() => open.close());

const button = (action: string) => open.page.locator(`button[data-action="${action}"]`);
const answer = (review: ReviewView) => open.answer('review', { ok: true, review });
const runId = sample('review-completed').view.run?.runId ?? '';

/** The review of a finished run, its record read. */
async function show(review: ReviewView, language: 'en' | 'zh' = 'en') {
  open = await harness.open(sample('review-completed'), { language });
  await answer(review);
  await open.page.click('[data-view="sign"]');
  await button('review-again').click();
  await open.page.waitForSelector('.sign');
  return open.page;
}
const said = async () => (await open.asked('say')).map((request) => request.said);
async function hold(action: string): Promise<void> {
  await button(action).hover();
  await open.page.mouse.down();
  await open.page.waitForTimeout(1300);
  await open.page.mouse.up();
}

describe('a finished run', () => {
  it('says on its head whether somebody stands for it', async () => {
    const page = await show(unsigned);
    expect(await page.locator('.review-state').textContent()).toBe('Preliminary: not signed');
    expect(await page.locator('.sign-head h2').textContent()).toBe('Preliminary: not signed');
    expect(await page.locator('.sign-seal').textContent()).toContain(unsigned.fingerprint);
  });

  it('half signed waits for the other person; with both it is final', async () => {
    const [first, second] = signed.addenda.filter((one) => one.said.type === 'signature');
    if (first === undefined || second === undefined) throw new Error('no signatures');
    const page = await show({ ...unsigned, addenda: [first] });
    expect(await page.locator('.sign-head h2').textContent()).toBe(
      'Preliminary: waits for the signature of a second person',
    );
    await open.answer('say', {
      ok: true,
      review: { ...unsigned, status: 'final', addenda: [first, second] },
    });
    await hold('sign-reviewed');
    await page.waitForSelector('.sign-head[data-status="final"]');
    expect(await said()).toEqual([{ type: 'signature', meaning: 'reviewed' }]);
    expect((await open.asked('say'))[0]?.runId).toBe(unsigned.runId);
    expect(await page.locator('.review-state').textContent()).toBe('Final: signed');
    expect(await page.locator('[data-signature="reviewed"]').textContent()).toContain(
      'Dr. B. Clinician, Clinician',
    );
  });

  it('is signed by a button that is held, not touched', async () => {
    await show(unsigned);
    await button('sign-performed').click();
    await open.page.waitForTimeout(300);
    expect(await said()).toEqual([]);
  });

  it('is not signed where it is not sealed, and says so', async () => {
    const page = await show({ ...unsigned, fingerprint: null });
    expect(await page.locator('.sign-state').textContent()).toContain('The record is not sealed');
    await hold('sign-performed');
    expect(await said()).toEqual([]);
    expect(await button('release-unsigned').count()).toBe(0);
  });

  it('waits for its documents before anything is read', async () => {
    const { view, ...rest } = sample('review-completed');
    const run = view.run && { ...view.run, files: null };
    open = await harness.open({ ...rest, view: { ...view, run } });
    await open.page.click('[data-view="sign"]');
    expect(await open.page.locator('.sign-note').textContent()).toBe(
      'The record is signed once its documents are written.',
    );
    expect(await open.asked('review')).toEqual([]);
  });

  it('asks for its own record by its run', async () => {
    await show(unsigned);
    for (const request of await open.asked('review')) expect(request).toEqual({ runId });
  });
});

describe('what is said of it', () => {
  it('explains a deviation, with what it is about in sight, as it was typed', async () => {
    const page = await show(unsigned);
    await page.click('[data-deviation="event:77"] [data-action="explain"]');
    expect(await page.locator('.say-about').textContent()).toBe('D3 Heat held: link to the rig lost');
    expect(await button('say').getAttribute('aria-disabled')).toBe('true');
    const text = '=1+1 王小明 𠮷 | ^ & ~ \\ "so"\nsecond line';
    await page.fill('.say-form textarea', text);
    const explained = { ...signed, status: 'preliminary' } as const;
    await open.answer('say', { ok: true, review: explained });
    await button('say').click();
    await page.waitForSelector('.sign');
    expect(await said()).toEqual([{ type: 'explanation', deviation: 'event:77', text }]);
    expect(await page.locator('[data-deviation="control-probe:T3"]').textContent()).toContain(
      'Plug of T3 came off',
    );
  });

  it('enters what is missing, with a reason', async () => {
    const page = await show(unsigned);
    await page.click('[data-field="carrier.volumeMl"] [data-action="enter"]');
    await page.getByLabel('Value').fill(' 4000 ');
    await button('say').click({ force: true });
    expect(await said()).toEqual([]);
    await page.getByLabel('Reason').fill('Read off the bags');
    await open.answer('say', { ok: true, review: unsigned });
    await button('say').click();
    await page.waitForSelector('.sign');
    expect(await said()).toEqual([
      { type: 'late-entry', field: 'carrier.volumeMl', value: '4000', reason: 'Read off the bags' },
    ]);
  });

  it('corrects a value from how it stands, and keeps both in sight', async () => {
    const page = await show(signed);
    await button('show-entered').click();
    const lot = page.locator('[data-field="drugs.given.0.lot"]');
    expect(await lot.textContent()).toContain('P-7731 → P-7713 (Two figures changed places)');
    await lot.locator('[data-action="correct"]').click();
    expect(await page.locator('.say-stands').textContent()).toBe('As it stands: P-7713');
    await page.getByLabel('New value').fill('P-7717');
    await page.getByLabel('Reason').fill('Read again');
    await open.answer('say', { ok: false, problem: { kind: 'another-value', value: 'P-7714' }, why: null });
    await button('say').click();
    expect(await page.locator('.sign-problem').textContent()).toContain('It stands as “P-7714” meanwhile');
    expect(await said()).toEqual([
      { type: 'correction', field: 'drugs.given.0.lot', old: 'P-7713', new: 'P-7717', reason: 'Read again' },
    ]);
    // What was typed is not lost.
    expect(await page.getByLabel('New value').inputValue()).toBe('P-7717');
  });

  it('lets documents leave unsigned with a reason alone', async () => {
    const page = await show(unsigned);
    await button('release-unsigned').click();
    await page.getByLabel('Reason').fill('The ward waits');
    await open.answer('say', { ok: true, review: unsigned });
    await button('say').click();
    await page.waitForSelector('.sign');
    expect(await said()).toEqual([{ type: 'released-unsigned', reason: 'The ward waits' }]);
  });

  it('of somebody who has not signed in asks for the PIN, with what it is for', async () => {
    const page = await show(unsigned);
    await open.answer('say', { ok: false, problem: null, why: 'needs-sign-in' });
    await hold('sign-performed');
    await page.waitForSelector('.access-panel');
    expect(await page.locator('.access-panel').textContent()).toContain('Sign: performed');
  });

  it('that was refused or not kept is said in words, in both languages', async () => {
    const page = await show(unsigned, 'zh');
    await open.answer('say', { ok: false, problem: { kind: 'needs-another-person' }, why: null });
    await hold('sign-reviewed');
    expect(await page.locator('.sign-problem').textContent()).toBe('您已签名：第二个签名须由另一人完成。');
    await open.reject('say', 'gone');
    await hold('sign-reviewed');
    await page.waitForFunction(() =>
      document.querySelector('.sign-problem')?.textContent?.includes('无应答'),
    );
  });
});

describe('an earlier run', () => {
  it('is opened from the list of earlier sessions, over the form, and closed again', async () => {
    const { view } = sample('review-completed');
    if (view.run === null) throw new Error('no run');
    open = await harness.open(sample('setup-filled'), { width: 1024, height: 768 });
    const { page } = open;
    await answer({ ...signed, runId: 'earlier' });
    await open.answer('recall', {
      ok: true,
      found: [
        {
          runId: 'earlier',
          startedWallMs: view.run.startedWallMs,
          simulation: false,
          case: view.run.case,
          preset: { name: '42.5 °C × 60 min', version: 3, targetCelsius: 42.5, minutes: 60, onlyOnce: false },
          outcome: 'completed',
          totals: { elapsedSeconds: 3660, inBandSeconds: 3650, volumeRetainedMl: 140 },
        },
      ],
      problems: [],
    });
    await page.locator('.section-tab[data-section="patient"]').click();
    await button('recall').first().click();
    await page.locator('.arrivals-search [data-action="recall"]').click();
    await button('review-run').click();
    await page.waitForSelector('.review-layer .sign');
    expect(await open.asked('review')).toEqual([{ runId: 'earlier' }]);
    expect(await page.locator('.review-layer > header p').textContent()).toContain(
      '2026-03-02 09:12:40 · Completed',
    );
    if (process.env.GALLERY !== undefined)
      await page.screenshot({ path: 'out/gallery/sign-earlier-1024-dark-en.png' });
    expect(await page.evaluate(layoutFaults)).toEqual([]);
    await button('close-review').click();
    expect(await page.locator('.review-layer').count()).toBe(0);
    expect(open.errors).toEqual([]);
  });
});
