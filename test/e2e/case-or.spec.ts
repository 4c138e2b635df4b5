import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { ownRig, start } from '../peers/peer-program.ts';
import { test } from '../support/console.ts';
import { press } from '../support/press.ts';
import { type PtyPair, ptyPair } from '../support/pty-pair.ts';
import { signInByHand, staff } from '../support/staff.ts';
import { patientFields, placements, plannedDrugs, treatmentFields } from './or-case.ts';
import { checklist, contraindications } from './or-checks.ts';
import { recorded } from './or-recorded.ts';
import { panel } from './people-hands.ts';
import { namedWithPin, secondPerson, takeOver, turnedAway } from './second-hands.ts';
import { card, complete, planAdditions, recordReading, rinseTwice } from './team.ts';
import { acknowledgeAll, phaseIs, picture, pressPrimary } from './walk.ts';
import { at, documentsOf, enterAll, lost, type Standing } from './where-it-stands.ts';

let ptys: PtyPair;
let folder: string;
test.beforeEach(async () => {
  ptys = await ptyPair();
  folder = mkdtempSync(join(tmpdir(), 'isotherm-or-'));
});
test.afterEach(async () => {
  await ptys.remove();
  rmSync(folder, { recursive: true, maxRetries: 5 });
});

/** The theatre as shipped, where nobody starts heat or gives a drug alone, on the line of this test. */
function ownSite(): string {
  const shipped = join(import.meta.dirname, '../../assets/sites/theatre.json');
  const rules = { twoPeopleStartHeat: true, twoPeopleRecordDrugs: true, twoCheckersForEachAddition: true };
  const site = {
    ...JSON.parse(readFileSync(shipped, 'utf8')),
    ...rules,
    rig: `serial:${ptys.consolePath}`,
    hospital: 'North hospital',
    department: 'Operating theatre 3',
  };
  const file = join(folder, 'site.json');
  writeFileSync(file, JSON.stringify(site));
  return file;
}

/** Near target from the start: what is tried is who does what. */
function warmRig(): string {
  const file = join(folder, 'scenario.json');
  const warm = { bodyCelsius: 41.9, cavityCelsius: 42.2, reservoirCelsius: 42.2, primed: true };
  // What people say of fluid in the cavity and of drugs is so.
  const initial = { ...warm, cavityMl: 120 };
  const drugs = { at: { mode: 'circulate', after: 240 }, fault: 'fluid-added', ml: 101, celsius: 37 };
  writeFileSync(file, JSON.stringify({ initial, rig: { features: { core: false } }, events: [drugs] }));
  return file;
}
const speed = '30';

test('one case of the theatre, as people hand it from one to the next', async ({ launch }) => {
  test.setTimeout(600_000);
  const out = join(folder, 'out');
  const rig = await start(ownRig, '--port', ptys.rigPath, '--speed', speed, '--scenario', warmRig());
  const { page } = await launch({ args: ['--site', ownSite(), '--out', out] });
  const { perfusionist, orStaff, clinician } = staff;

  await signInByHand(page, perfusionist);
  await enterAll(page, 'patient', patientFields);
  await enterAll(page, 'treatment', treatmentFields);
  await page.locator('.section-tab[data-section="protocol"]').click();
  await card(page, '42.5 °C × 60 min').first().click();
  await planAdditions(page, [
    ['0', 'First part'],
    ['5', 'Second part'],
  ]);
  await page.getByLabel('Time min', { exact: true }).fill('15');
  await page.getByLabel('Fill volume mL', { exact: true }).fill('1500');
  await enterAll(page, 'drugs', plannedDrugs);
  const dip = await placeAndCompare(page);
  await enterAll(page, 'checks', [...contraindications, ...checklist]);

  await releasedAndVoid(page);
  await toHeatUp(page);
  await notForOrStaff(page);

  await pressPrimary(page, 'Start treatment');
  await drugAsGiven(page, 'LOT-G1', '48');
  await page.getByRole('button', { name: 'Drug is in, start the clock' }).click();
  await secondPerson(page, orStaff, perfusionist);
  await phaseIs(page, 'Treatment');

  await takeOver(page, clinician);
  // And what is done from here on is in the new name.
  await expect(page.locator('.person-chip')).toHaveText('Clinician');
  await picture(page, 'or-taken-over');
  await vitalSigns(page);
  await page.locator('[data-action="record-note"]').click();
  await page.getByRole('textbox', { name: 'Note' }).fill('Table tilted');
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await page.locator('.primary-action', { hasText: 'Record drug 2 of 2' }).click();
  await drugAsGiven(page, 'LOT-G2', '53');
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await secondPerson(page, perfusionist, clinician);

  await pressPrimary(page, 'End treatment', 240_000);
  await phaseIs(page, 'Drain');
  await rinseTwice(page);
  await pressPrimary(page, 'Disconnect');
  await recordReading(page, 'drained-volume', '3870');
  const summary = await complete(page, out);
  await rig.stop();
  expect(summary.outcome).toBe('completed');
  const documents = documentsOf(out);
  const fields = [...patientFields, ...treatmentFields, ...plannedDrugs, ...placements];
  expect(lost([...fields, ...contraindications, ...checklist, ...recorded, dip], documents)).toEqual([]);
  for (const [action, why] of refusedToOrStaff)
    expect(at(documents.journal, `refused.${action}.0`)).toMatchObject({
      by: { name: 'OR nurse', role: 'or-staff', how: 'signed-in' },
      refused: why,
    });
});

/** What the record keeps of what OR staff pressed in vain. */
const refusedToOrStaff = [
  ['advance', 'not-your-role'],
  ['resume-heat', 'not-your-role'],
  ['change-alarm-limit', 'not-your-role'],
] as const;

/** Catheters and probes, while the probes rest in one vessel; answers where what the screen says of that has to stand. */
async function placeAndCompare(page: Page): Promise<Standing> {
  await page.locator('.section-tab[data-section="placement"]').click();
  await page.getByRole('button', { name: 'All in one vessel: Start' }).click();
  await enterAll(page, 'placement', placements);
  await page.locator('[data-action="keep-dip"]').click({ timeout: 240_000 });
  await expect(page.locator('.setup-form .form-note').last()).toContainText('Perfusionist');
  const means = await page.locator('.probe-check-note').allTextContents();
  const read = means.map((mean, probe) => `T${probe + 1} ${/[0-9.]+/.exec(mean)?.[0]}`);
  return {
    what: 'probes in one vessel',
    journal: ['header.case.checks.dipCheck.by', 'Perfusionist'],
    summary: ['checks.dipCheck.by', 'Perfusionist'],
    report: `Dip check ${read.join(' ')}`,
  };
}

/** Whoever answers for it releases it; any change takes that back, and OR staff starts nothing then. */
async function releasedAndVoid(page: Page): Promise<void> {
  const { perfusionist, orStaff } = staff;
  const released = page.locator('.released');
  const start = page.getByRole('button', { name: 'Start run' });
  await page.locator('[data-action="release"]').click();
  await expect(released).toContainText('Released by Perfusionist');
  await picture(page, 'or-released');
  await page.locator('.section-tab[data-section="patient"]').click();
  await page.locator('[name="bed"]').fill('Bed 12c');
  await expect(released).toHaveCount(0);
  await signInByHand(page, orStaff);
  await press(start);
  await picture(page, 'or-not-released');
  await turnedAway(page, 'Nobody has released this run as it stands now');
  await page.locator('[name="bed"]').fill('Bed 12b');
  await signInByHand(page, perfusionist);
  await page.locator('[data-action="release"]').click();
  await expect(released).toBeVisible();
  await signInByHand(page, orStaff);
  await expect(released).toBeVisible();
  await press(start);
  await phaseIs(page, 'Self-test');
}

/** What OR staff may not go on with, the perfusionist does at the same panel; heat is started by two. */
async function toHeatUp(page: Page): Promise<void> {
  const { perfusionist, orStaff } = staff;
  await pressPrimary(page, 'Start priming');
  await expect(panel(page)).toContainText('Your role may not do this');
  await namedWithPin(page, perfusionist);
  await phaseIs(page, 'Prime');
  await page.locator('[data-action="ask-carrier"]').click();
  await page.getByLabel('Carrier', { exact: true }).fill('Carrier as hung');
  await page.getByLabel('Volume hung, mL').fill('5200');
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await page.locator('.primary-action', { hasText: 'Time-out' }).click();
  await picture(page, 'or-time-out');
  for (const name of ['Surgeon B', 'Perfusionist'])
    await page.locator(`.dialogue [data-person="${name}"]`).click();
  await page.locator('.dialogue [data-action="confirm"]').click();
  await pressPrimary(page, 'Test the machine');
  await picture(page, 'or-second');
  await namedWithPin(page, orStaff, '0000');
  await expect(panel(page)).toContainText('The PIN of the second person was not right');
  await phaseIs(page, 'Prime');
  await secondPerson(page, orStaff, perfusionist);
  for (const step of ['Preheat', 'Fill the cavity', 'Circulate']) await pressPrimary(page, step);
  await phaseIs(page, 'Heat-up');
}

/** A core too hot takes the heat; OR staff may record that, and neither resume heat nor change a limit. */
async function notForOrStaff(page: Page): Promise<void> {
  const { perfusionist, orStaff } = staff;
  await signInByHand(page, orStaff);
  await page.locator('[data-action="record-reading"]').click();
  await page.locator('[data-kind="core-temperature"]').click();
  await page.locator('.dialogue input').fill('40.2');
  await page.locator('[data-action="is-right"]').click();
  await press(page.locator('[data-action="confirm"]'));
  await expect(page.getByRole('alert')).toContainText('40.2');
  await recordReading(page, 'core-temperature', '38.1');
  await acknowledgeAll(page);
  await pressPrimary(page, 'Resume heat');
  await picture(page, 'or-no-heat');
  await turnedAway(page, 'Your role may not do this');
  await expect(page.locator('.notice')).toContainText('Resume heat not taken');
  await page.getByRole('tab', { name: 'Figures' }).click();
  await page.getByRole('button', { name: /Alarm limits/ }).click();
  await page.locator('[data-limit="core-low"]').click();
  await page.getByRole('button', { name: '−0.1', exact: true }).click();
  await page.getByRole('button', { name: 'Review change' }).click();
  await page.getByRole('button', { name: 'Change the limit' }).click();
  await turnedAway(page, 'Your role may not do this');
  await picture(page, 'or-no-limit');
  await page.locator('.dialogue [data-action="cancel"]').click();
  await signInByHand(page, perfusionist);
  await pressPrimary(page, 'Resume heat');
}

/** What is given is not what was prescribed in each number; two have checked it. */
async function drugAsGiven(page: Page, lot: string, volumeMl: string): Promise<void> {
  await page.locator('.dialogue').getByLabel('Lot').fill(lot);
  await page.locator('.dialogue').getByLabel('Volume, mL').fill(volumeMl);
  await page.getByRole('button', { name: 'Next: check' }).click();
  for (const name of ['Surgeon B', 'Anaesthetist C'])
    await page.locator(`.dialogue [data-person="${name}"]`).click();
}

/** Each by two touches: the sign, and its value. */
async function vitalSigns(page: Page): Promise<void> {
  await page.locator('[data-action="record-vital"]').click();
  for (const [sign, digits] of [
    ['glucose', '6.8'],
    ['urine', '250'],
  ] as const) {
    await page.locator(`[data-sign="${sign}"]`).click();
    for (const digit of digits) await page.locator(`.number-keys [data-digit="${digit}"]`).click();
    await page.locator('.number-pad [data-action="enter"]').click();
  }
  await page.locator('.dialogue [data-action="cancel"]').click();
}
