import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, expect as soon } from '@playwright/test';
import { requestNames } from '../../electron/contract/channel-names.ts';
import { readRun } from '../../electron/record/read-run.ts';
import { test } from '../support/console.ts';
import { press } from '../support/press.ts';
import { signedIn, signInByHand, staff } from '../support/staff.ts';
import { addByHand, chip, choose, goOn, panel, quickFiles, stepIs, typePin } from './people-hands.ts';
import { phaseIs, picture, startRun } from './walk.ts';

/** A computer that is busy with other things takes its time, for a PIN above all. */
const expect = soon.configure({ timeout: 60_000 });

const root = join(import.meta.dirname, '../..');
let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isotherm-people-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, maxRetries: 5 }));

/** So long that none of them comes up by chance. */
const pins = { service: '902746183502', perfusionist: '571930462817', orStaff: '836401957204' } as const;

test('from nobody to a team: the first account, a team, wrong PINs, a form that lasts, and no PIN anywhere', async ({
  launch,
}) => {
  test.setTimeout(300_000);
  const userDataDir = join(folder, 'data');
  const { page, output, pid } = await launch({ userDataDir, nobody: true });
  await chip(page).click();
  await expect(panel(page)).toContainText('The first account');
  await picture(page, 'people-1-first');
  await panel(page).locator('[name="personName"]').fill('Service engineer');
  await typePin(page, pins.service);
  await expect(panel(page)).toHaveCount(0);

  // There is nobody to choose from.
  await chip(page).click();
  await typePin(page, pins.service);
  await expect(chip(page)).toContainText('Service engineer');
  await chip(page).click();
  await page.locator('[data-action="people"]').click();
  await addByHand(page, 'Perfusionist', 'perfusionist', pins.perfusionist);
  await addByHand(page, 'OR nurse', 'or-staff', pins.orStaff);
  await picture(page, 'people-2-people');
  await page.locator('[data-action="close-access"]').click();

  // Another takes the place of whoever is signed in, without a way round by signing out.
  await signInByHand(page, { ...staff.perfusionist, pin: pins.perfusionist });
  await expect(chip(page)).toContainText('Perfusionist');
  const replies = await everyReply(page);

  await choose(page, 'OR nurse');
  const typed = page.locator('[name="pin"]');
  const enter = async (pin: string) => {
    await typed.fill(pin);
    await typed.press('Enter');
    await expect(panel(page)).toContainText(/The PIN is not right|Wait \d+ s, then try again/);
    await expect(typed).toHaveValue('');
    return (await panel(page).textContent()) ?? '';
  };
  for (let tries = 0; tries < 3; tries += 1)
    expect(await enter(pins.service)).toContain('The PIN is not right');
  // Where the computer takes longer for a try than the first wait lasts, the next one waits longer.
  let waitSeconds = 0;
  for (let tries = 0; tries < 6 && waitSeconds === 0; tries += 1)
    waitSeconds = Number(/Wait (\d+) s/.exec(await enter(pins.service))?.[1] ?? 0);
  expect(waitSeconds).toBeGreaterThan(0);
  expect(waitSeconds).toBeLessThanOrEqual(60);
  await expect(chip(page)).toContainText('Perfusionist');
  await page.waitForTimeout(1000 * (waitSeconds + 1));
  await typePin(page, pins.orStaff);
  await expect(panel(page)).toHaveCount(0);
  await expect(chip(page)).toContainText('OR nurse');

  // Half filled, it outlives the page and the program.
  await page.getByLabel('Family name').fill('HALF');
  await page.getByLabel('Weight, kg').fill('68');
  await expect.poll(() => filesBelow(userDataDir).some((path) => path.endsWith('form.json'))).toBe(true);
  await expect.poll(() => readFileSync(join(userDataDir, 'form.json'), 'utf8')).toContain('68');
  await page.reload();
  await expect(page.getByLabel('Family name')).toHaveValue('HALF');
  process.kill(pid, 'SIGKILL');
  await output.exitCode;
  const again = await launch({ userDataDir });
  await expect(again.page.getByLabel('Family name')).toHaveValue('HALF');
  await expect(again.page.getByLabel('Weight, kg')).toHaveValue('68');
  await expect(chip(again.page)).toContainText('Sign in');
  await again.close();

  const said = [...output.lines, ...again.output.lines, ...replies].join('\n');
  const kept = filesBelow(userDataDir).map((path) => [path, readFileSync(path).toString('latin1')] as const);
  expect(kept.map(([path]) => path)).toEqual(
    expect.arrayContaining([join(userDataDir, 'people.json'), join(userDataDir, 'audit.log')]),
  );
  for (const pin of Object.values(pins)) {
    expect(said).not.toContain(pin);
    expect(kept.filter(([, text]) => text.includes(pin)).map(([path]) => path)).toEqual([]);
  }
  expect(said).not.toMatch(/"(salt|hash)"/);
  logIsWatched(join(userDataDir, 'audit.log'));
});

/** What main answers to each request that a page can make, and all that it pushes meanwhile. */
async function everyReply(page: Page): Promise<string[]> {
  const asked = {
    ...{ start: {}, release: {}, act: { action: { type: 'heat-off' } }, recover: { choice: 'drain' } },
    ...{ rescue: { request: 'off', bits: 0 }, fluid: { answer: 'cavity-empty' }, form: { draft: null } },
    ...{ painted: { frame: 1 }, audio: { state: 'working' }, language: { language: null } },
    ...{ choosePort: { path: '/dev/none' }, recall: { query: 'x' }, changePerson: {}, addPerson: {} },
    signIn: { personId: 'nobody', pin: pins.perfusionist },
    takeChair: { personId: 'nobody', pin: pins.perfusionist },
    firstAccount: { name: 'Second', pin: pins.perfusionist },
    setPin: { id: 'nobody', pin: pins.orStaff, ownPin: pins.perfusionist },
  };
  // Whoever is signed in stays so until all the others have answered.
  const names = [...requestNames.filter((name) => name !== 'signOut' && name !== 'restart'), 'signOut'];
  const replies = await page.evaluate(
    async ([all, bodies]) => {
      const { isotherm } = globalThis as unknown as {
        isotherm: {
          invoke(name: string, body: unknown): Promise<unknown>;
          subscribe(name: string, told: (what: unknown) => void): () => void;
        };
      };
      const heard: string[] = [];
      const end = isotherm.subscribe('view', (view) => heard.push(JSON.stringify(view)));
      for (const name of all) {
        const answer = isotherm.invoke(name, bodies[name] ?? null);
        heard.push(`${name} ${await answer.then(JSON.stringify, (error) => String(error.message))}`);
      }
      end();
      return heard;
    },
    [names, asked as Record<string, object>] as const,
  );
  expect(replies.length).toBeGreaterThanOrEqual(names.length);
  return replies;
}

const filesBelow = (path: string): string[] =>
  readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((one) => statSync(one, { throwIfNoEntry: false })?.isFile() === true);

/** `npm run verify` says that the log is intact; and, after another byte anywhere, at which line it is not. */
function logIsWatched(log: string): void {
  const verify = () => {
    const ran = spawnSync(process.execPath, ['build/bootstrap.mjs', 'verify', log], {
      cwd: root,
      encoding: 'utf8',
    });
    return [ran.status, ran.stdout + ran.stderr] as const;
  };
  const [intact, said] = verify();
  expect(said).toContain('intact');
  expect(intact).toBe(0);
  const text = readFileSync(log, 'utf8');
  const at = text.indexOf('locked-out');
  const line = text.slice(0, at).split('\n').length;
  expect(line).toBeGreaterThan(3);
  writeFileSync(log, text.replace('locked-out', 'locked-oat'));
  const [changed, told] = verify();
  expect(told).toContain(`CHANGED at line ${line}`);
  expect(changed).toBe(1);
}

test('a screen that nobody touches locks: what was typed stays, and nothing that helps a patient waits', async ({
  launch,
}) => {
  test.setTimeout(420_000);
  const { preset, scenario } = quickFiles(folder, [
    { at: { mode: 'circulate', after: 30 }, fault: 'probe-open', probe: 4 },
  ]);
  const rules = JSON.parse(readFileSync(join(root, 'assets/sites/theatre.json'), 'utf8'));
  const site = join(folder, 'site.json');
  writeFileSync(site, JSON.stringify({ ...rules, lockAfterMinutes: 1 }));
  const out = join(folder, 'out');
  const quick = ['--preset', preset, '--scenario', scenario, '--case', 'assets/demo-case.json'];
  const { page } = await launch({ args: ['--speed', '20', '--site', site, '--out', out, ...quick] });
  await signedIn(page);
  await page.locator('[name="fluidBefore"] [data-value="no"]').click();
  await startRun(page);
  await goOn(page, stepIs(page, 'Heat-up'));
  await page.getByRole('button', { name: '+ Note' }).click();
  await page.getByRole('textbox', { name: 'Note' }).fill('typed before the lock');
  await expect(chip(page)).toHaveAttribute('data-signed-in', 'false', { timeout: 75_000 });
  await expect(chip(page)).toContainText('In charge: Perfusionist');
  await picture(page, 'people-3-locked');

  // Read and acknowledged by nobody.
  await expect(page.locator('.run-screen')).toContainText('DEMO, PATIENT');
  await page.locator('[data-action="acknowledge"]').first().click();
  await expect(page.locator('.alarm-banner').first()).toContainText('not named', { ignoreCase: true });
  await page.locator('[data-action="heat-off"]').click();
  await expect.poll(() => actions(out)).toContainEqual(['heat-off', 'unknown', '']);
  await expect(panel(page)).toHaveCount(0);

  // The note was typed by somebody; whoever signs in for it stands for it.
  await page.locator('.dialogue [data-action="confirm"]').click();
  await expect(panel(page)).toBeVisible();
  await panel(page).locator('[data-person="Perfusionist"]').click();
  // Whoever holds the chair is never made to wait.
  for (let tries = 0; tries < 4; tries += 1) {
    await typePin(page, '1470');
    await expect(panel(page)).toContainText('The PIN is not right');
  }
  await typePin(page, staff.perfusionist.pin);
  await expect(page.locator('.dialogue')).toHaveCount(0);
  await expect.poll(() => actions(out)).toContainEqual(['record-note', 'signed-in', 'Perfusionist']);

  await chip(page).click();
  await page.locator('[data-action="lock"]').click();
  await press(page.locator('[data-action="drain-now"]'));
  await phaseIs(page, 'Drain');
  await expect.poll(() => actions(out)).toContainEqual(['drain-now', 'unknown', '']);
});

/** What was taken of what people did: what, how it is known who, and the name. */
function actions(out: string): [type: string, how: string, name: string][] {
  const read = readRun(join(out, 'journal.sqlite'));
  if (!read.ok) throw new Error(read.problem);
  const found = read.record.events.flatMap(({ event }): [string, string, string][] =>
    event.type === 'action' && event.refused === null
      ? [[event.action.type, event.by.how, event.by.name]]
      : [],
  );
  read.record.close();
  return found;
}
