import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect } from '@playwright/test';
import { ownRig, start } from '../peers/peer-program.ts';
import { type RunningConsole, test } from '../support/console.ts';
import { type PtyPair, ptyPair } from '../support/pty-pair.ts';
import { hire, signInByHand } from '../support/staff.ts';
import { picture } from './walk.ts';
import { entered, hospital } from './ward-course.ts';
import { enteredInRun } from './ward-entries.ts';
import { Hands } from './ward-hands.ts';
import { at, newestRun, readKept } from './ward-record.ts';
import { treat } from './ward-run.ts';
import { card, check, enterAll, enterAnew, recall } from './ward-setup.ts';

let ptys: PtyPair;
let folder: string;
test.beforeEach(async () => {
  ptys = await ptyPair();
  folder = mkdtempSync(join(tmpdir(), 'isotherm-course-'));
});
test.afterEach(async () => {
  await ptys.remove();
  rmSync(folder, { recursive: true, maxRetries: 5 });
});

/** What a set-up by recall may cost, besides the checks. */
const mostTyped = 15;
const mostTouches = 25;
/** What goes to the chart beside report, data and summary. */
const chartDocuments = ['record.xlsx', 'report.dcm', 'report.fhir.json', 'report.hl7', 'session.json'];
/** So many times faster than real: a person's fifteen minutes are fifteen seconds. */
const speed = '60';

/** The ward's example site with what a ward adds: its name, where reports go, what it gives. */
async function makeWard(): Promise<string> {
  const data = join(folder, 'data');
  mkdirSync(data);
  mkdirSync(join(folder, 'reports'));
  await hire(data);
  const site = JSON.parse(readFileSync(join(import.meta.dirname, '../../assets/sites/ward.json'), 'utf8'));
  const own = { hospital, department: '腹腔热灌注治疗室', reportFolder: join(folder, 'reports') };
  const lists = { ...site.lists, drugNames: ['甲药', '乙药', '丙药'] };
  writeFileSync(join(data, 'site.json'), JSON.stringify({ ...site, ...own, lists }));
  return data;
}

/** Three line and cavity probes, a warm bag, and nothing measured that a ward's machine does not. */
function scenario(): string {
  const file = join(folder, 'scenario.json');
  const features = { core: false, reservoirLevel: false, cavityPressure: false, outflowMeter: false };
  const rig = { fittedProbes: [1, 2, 3], features };
  writeFileSync(file, JSON.stringify({ initial: { reservoirCelsius: 42, primed: true }, rig }));
  return file;
}

async function inChinese(hands: Hands, n: number): Promise<void> {
  // Chosen once, at the first session: on Electron it stays, the page of the stand-in keeps nothing.
  const chinese = hands.page.getByRole('button', { name: '中文' });
  if (n === 1 || (await chinese.isVisible())) await hands.touch(chinese);
  await expect(hands.page.getByRole('button', { name: /患者/ }).first()).toBeVisible();
}

/** By count the session before has left what no drain takes; on its day the patient's abdomen is another. */
async function sayWhereItWent(hands: Hands): Promise<void> {
  const card = hands.page.locator('[data-action="cavity-empty"]');
  await hands.touch(card);
  await expect(card).toHaveCount(0);
}

/** A console of its day, from sign-in to the documents of the run. */
async function session({ page }: RunningConsole, data: string, n: number): Promise<void> {
  page.setDefaultTimeout(60_000);
  const hands = await Hands.of(page);
  await inChinese(hands, n);
  await signInByHand(page);
  hands.forget();
  if (n === 1) await enterAll(hands);
  else {
    await sayWhereItWent(hands);
    await recall(hands, n);
    await enterAnew(hands, n);
  }
  const { typed, touches } = hands;
  test
    .info()
    .annotations.push({ type: 'measured', description: `session ${n}: ${typed} typed, ${touches} touches` });
  if (n === 3) {
    expect(typed).toBeLessThanOrEqual(mostTyped);
    expect(touches).toBeLessThanOrEqual(mostTouches);
  }
  await check(hands, n);
  await picture(page, `course-${n}-ready`);
  await treat(hands, n);
  await expect(page.locator('.review-files dl')).toContainText('report.pdf', { timeout: 120_000 });
  if (isSigned(n)) await sign(hands, data);
  await picture(page, `course-${n}-review`);
}

/** Some records are signed at once; of the others nothing leaves the console. */
const isSigned = (n: number): boolean => n % 2 === 1;

async function sign(hands: Hands, data: string): Promise<void> {
  await hands.touch(hands.page.getByRole('tab', { name: '审核与签名' }));
  await hands.hold(hands.page.locator('[data-action="sign-performed"]'));
  await expect(hands.page.locator('.sign-head[data-status="final"]')).toBeVisible({ timeout: 60_000 });
  await expect.poll(() => existsSync(copied(newestRun(data))), { timeout: 90_000 }).toBe(true);
}

const copied = (run: string): string => join(folder, 'reports', `${basename(run)}-final-1`);

/** Where everything that was entered stands, in what is left of the session. */
function expectKept(data: string, n: number): void {
  const run = newestRun(data);
  const kept = readKept(run);
  const inRun = enteredInRun(n);
  const printed = [
    ...entered.map((one) => [one.what, one.printed(n)]),
    ...inRun.map((one) => [one.what, one.printed]),
  ];
  for (const where of ['journal', 'summary'] as const) {
    const said = entered.flatMap((one) => {
      const path = one[where];
      return path === null ? [] : [{ one, path }];
    });
    const json = where === 'journal' ? kept.header : kept.summary;
    expect(
      Object.fromEntries(said.map(({ one, path }) => [one.what, at(json, path)])),
      `${where} of session ${n}`,
    ).toEqual(Object.fromEntries(said.map(({ one }) => [one.what, one.value(n)])));
  }
  expect({
    journal: inRun.filter((one) => !one.inJournal(kept)).map(({ what }) => what),
    summary: inRun.filter((one) => !one.inSummary(kept)).map(({ what }) => what),
    report: printed.filter(([, words = '']) => !kept.report.includes(words)),
  }).toEqual({ journal: [], summary: [], report: [] });
  expect(kept.summary).toMatchObject({
    outcome: 'completed',
    preset: { name: card.name, minutes: card.minutes },
  });
  const handedOver = readdirSync(join(folder, 'reports')).filter((name) => name.startsWith(basename(run)));
  expect(handedOver).toEqual(isSigned(n) ? [basename(copied(run))] : []);
  if (!isSigned(n)) return;
  expect(readdirSync(copied(run))).toEqual(readdirSync(join(run, 'final-1')));
  expect(readdirSync(copied(run))).toEqual(expect.arrayContaining(chartDocuments));
}

test('a course of five on a ward, awake, in Chinese: entered once, recalled four times, and nothing of it lost', async ({
  launch,
}) => {
  test.setTimeout(1_500_000);
  const data = await makeWard();
  for (const n of [1, 2, 3, 4, 5])
    await test.step(`session ${n}`, async () => {
      const rig = await start(ownRig, '--port', ptys.rigPath, '--scenario', scenario(), '--speed', speed);
      const port = `serial:${ptys.consolePath}?deadlineMs=250`;
      try {
        const running = await launch({ args: ['--rig', port], userDataDir: data });
        await session(running, data, n);
        await running.close();
      } finally {
        await rig.stop();
      }
      expectKept(data, n);
    });
});
