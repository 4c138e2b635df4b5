import { afterAll, beforeAll, expect, it } from 'vitest';
import { sample } from '../sample-views.ts';
import { deliveriesOf } from '../samples/delivery.ts';
import { type Harness, startHarness } from '../support/harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
}, 120_000);
afterAll(() => harness.close());

it('shows how far each document of the record is, and of others what waits for a person; asks for what is pressed', async () => {
  const review = sample('review-completed');
  const recordId = review.view.run?.runId ?? '';
  const { page, answer, asked, close } = await harness.open(review);
  await answer('deliveries', { ok: true, deliveries: deliveriesOf(recordId) });
  await answer('deliverAgain', { ok: false, problem: 'a newer one has been delivered', why: null });
  await answer('deliverToStick', { ok: true });
  await page.click('[data-view="delivery"]');
  await page.waitForSelector('.delivery-row');
  const rows = await page.locator('.delivery-row').allInnerTexts();
  expect(rows).toHaveLength(5);
  expect(rows[0]).toContain('Patient 20488317 is not known here, 𠮷田 |^&~\\');
  expect(rows[0]).toContain('Nothing more is tried by itself.');
  expect(rows[2]).toContain('/mnt/share/of/the/hospital/isotherm/drop is not there');
  expect(rows.join()).not.toContain('2026-02-28-0800');
  await page.click('[data-action="again-4"]');
  await page.waitForSelector('.deliveries [role="alert"]');
  expect(await page.innerText('.deliveries [role="alert"]')).toBe('a newer one has been delivered');
  await page.click('[data-action="to-stick-stick"]');
  await page.waitForSelector('.deliveries [role="alert"]', { state: 'detached' });
  expect(await asked('deliverAgain')).toEqual([{ id: 4 }]);
  expect(await asked('deliverToStick')).toEqual([{ recordId, destinationId: 'stick' }]);
  await close();
});

it('shows nothing to whoever has not signed in', async () => {
  const { page, answer, close } = await harness.open(sample('review-completed'));
  await answer('deliveries', { ok: false, problem: 'Nobody is signed in.', why: 'needs-sign-in' });
  await page.click('[data-view="delivery"]');
  await page.waitForSelector('[data-action="sign-in-for-delivery"]');
  expect(await page.locator('.delivery-row').count()).toBe(0);
  await close();
});
