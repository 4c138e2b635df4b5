import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect as soon } from '@playwright/test';
import { readRun } from '../../electron/record/read-run.ts';
import { ownRig, start } from '../peers/peer-program.ts';
import { test } from '../support/console.ts';
import { press } from '../support/press.ts';
import { type PtyPair, ptyPair } from '../support/pty-pair.ts';
import { signedIn } from '../support/staff.ts';
import { breakGlass, chip, goOn, panel, primary, quickFiles, says, stepIs } from './people-hands.ts';
import { phaseIs, picture, startRun } from './walk.ts';

/** A computer that is busy with other things takes its time, for a PIN above all. */
const expect = soon.configure({ timeout: 60_000 });

const passerBy = 'Passer-by';
let folder: string;
let ptys: PtyPair;
test.beforeEach(async () => {
  ptys = await ptyPair();
  folder = mkdtempSync(join(tmpdir(), 'isotherm-glass-'));
});
test.afterEach(async () => {
  await ptys.remove();
  rmSync(folder, { recursive: true, maxRetries: 5 });
});

test('nobody signs in: a lost run is taken up, led to the drain and out of it, each step with name and reason', async ({
  launch,
}) => {
  test.setTimeout(480_000);
  const { preset, scenario } = quickFiles(folder);
  const rig = await start(ownRig, '--port', ptys.rigPath, '--scenario', scenario, '--speed', '40');
  const out = join(folder, 'out');
  const given = ['--preset', preset, '--case', 'assets/demo-case.json', '--out', out];
  const options = {
    userDataDir: join(folder, 'data'),
    args: ['--rig', `serial:${ptys.consolePath}`, ...given],
  };
  try {
    const lost = await launch(options);
    await signedIn(lost.page);
    await lost.page.locator('[name="fluidBefore"] [data-value="no"]').click();
    await startRun(lost.page);
    await goOn(lost.page, stepIs(lost.page, 'Heat-up'));
    process.kill(lost.pid, 'SIGKILL');
    await lost.output.exitCode;

    const { page, output } = await launch(options);
    await expect(page.getByRole('heading', { name: /lost a run/ })).toBeVisible();
    await page.locator('.decision .tick').click();
    await picture(page, 'glass-1-lost');
    await page.locator('[data-action="take-up"]').click();
    await breakGlass(page, passerBy, 'nobody else is here');
    await expect(page.locator('.run-screen')).toBeVisible();

    // The machine waits for a word, and its watchdog has latched while no console was there.
    const byNobody = () => breakGlass(page, passerBy, 'a clot is worse');
    await goOn(page, says(page, 'Resume heat'), byNobody);
    await page.locator('[data-action="pause-flow"]').click();
    await expect(panel(page)).toHaveCount(0);
    await goOn(page, says(page, 'Resume flow'), byNobody);
    await goOn(page, says(page, 'Resume heat'), byNobody);

    // Heat is nobody's: it asks for a sign-in.
    await expect(primary(page)).toHaveAttribute('aria-disabled', 'false', { timeout: 60_000 });
    await press(primary(page));
    await expect(panel(page)).toBeVisible();
    await expect(panel(page).locator('[data-action="without-signing-in"]')).toHaveCount(0);
    await picture(page, 'glass-2-heat');
    // Also past the panel a cavity can be drained.
    await press(page.locator('[data-action="drain-now"]'));
    await phaseIs(page, 'Drain');
    await page.locator('[data-action="close-access"]').click();

    const rest = page.locator('[data-action="leave-retained"]');
    await expect(rest.or(page.locator('.primary-action[aria-disabled="false"]'))).toBeVisible({
      timeout: 60_000,
    });
    await rest.click();
    await page.locator('.dialogue textarea').fill('drained by gravity');
    await page.locator('.dialogue [data-action="confirm"]').click();
    await breakGlass(page, passerBy, 'the team has left');
    await phaseIs(page, 'Disconnect');
    const over = page.getByRole('heading', { name: 'Aborted' });
    await goOn(page, () => over.isVisible(), byNobody);
    await expect(page.getByText(join(out, 'report.pdf'))).toBeVisible({ timeout: 60_000 });

    const done = inTheNameOf(passerBy);
    expect(done[0]).toEqual(['taken-up', 'nobody else is here']);
    for (const what of ['take-command', 'clear-interlocks', 'resume-flow', 'advance'])
      expect(done).toContainEqual([what, 'a clot is worse']);
    expect(done).toContainEqual(['leave-retained', 'the team has left']);
    expect(output.lines.filter((line) => /uncaught|unhandled/i.test(line))).toEqual([]);

    // The next patient is not this one, though the command line names this one still.
    await page.locator('[data-action="new-case"]').click();
    await expect(panel(page)).toBeVisible();
    await signedIn(page);
    await page.locator('[data-action="close-access"]').click();
    await page.locator('[data-action="new-case"]').click();
    await expect(chip(page)).toBeVisible();
    for (const label of ['Family name', 'Given name', 'Hospital number', 'Weight, kg'])
      await expect(page.getByLabel(label)).toHaveValue('');
    await page.locator('[data-section="checks"]').first().click();
    await expect(page.locator('.answer-row [aria-checked="true"]')).toHaveCount(0);
  } finally {
    await rig.stop();
  }
});

/** What a typed name stands for on the record, and the reason beside it. */
function inTheNameOf(name: string): [what: string, reason: string | null][] {
  const read = readRun(join(folder, 'out', 'journal.sqlite'));
  if (!read.ok) throw new Error(read.problem);
  const found = read.record.events.flatMap(({ event }): [string, string | null][] => {
    if (!('by' in event && 'breakGlass' in event) || event.by.name !== name) return [];
    expect(event.by).toMatchObject({ id: null, role: null, how: 'typed' });
    return [[event.type === 'action' ? event.action.type : event.type, event.breakGlass]];
  });
  read.record.close();
  return found;
}
