import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { type Summary, summarySchema } from '../../electron/report/summary.ts';
import { libmodbusProgram, ownRig, pymodbusRig, start } from '../peers/peer-program.ts';
import { test } from '../support/console.ts';
import { startConsole } from '../support/console-process.ts';
import { type PtyPair, ptyPair } from '../support/pty-pair.ts';
import { acknowledgeAll, phaseIs, picture, pressPrimary, startTreatmentEarly } from './walk.ts';

let ptys: PtyPair;
let folder: string;
test.beforeEach(async () => {
  ptys = await ptyPair();
  folder = mkdtempSync(join(tmpdir(), 'isotherm-serial-'));
});
test.afterEach(async () => {
  await ptys.remove();
  rmSync(folder, { recursive: true, maxRetries: 10 });
});

/** The hour is treated on one of them; what the others add is the line, from self-test to disconnect. */
const rigs = [
  {
    name: 'the simulated rig as a program',
    build: () => ownRig,
    scale: '--speed',
    serial: 'SIM-0001',
    minutes: 60,
  },
  {
    name: 'a rig built on pymodbus',
    build: pymodbusRig,
    scale: '--scale',
    serial: 'PYMODBUS-RIG-001',
    minutes: 15,
  },
  {
    name: 'a rig built on libmodbus',
    build: () => libmodbusProgram('libmodbus_rig.c'),
    scale: '--scale',
    serial: 'LIBMODBUS-7',
    minutes: 15,
  },
];

for (const { name, build, scale, serial, minutes } of rigs) {
  test(`42.5 °C × ${minutes} min over a serial device, with ${name}`, async () => {
    test.setTimeout(480_000);
    const program = build();
    const rig = await start(program, '--port', ptys.rigPath, scale, '1000');
    try {
      const out = join(folder, 'out');
      const output = await startConsole({
        args: [
          ...['--rig', `serial:${ptys.consolePath}`, '--operator', 'auto', '--out', out],
          ...['--preset', shippedWith({ name: 'serial', minutes })],
        ],
      });
      expect(await output.exitCode, output.lines.join('\n')).toBe(0);
      const summary: Summary = summarySchema.parse(
        JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')),
      );
      expect(summary).toMatchObject({ outcome: 'completed', simulation: true, rig: { serial } });
      const { treatment } = summary;
      expect(treatment?.inBandSeconds).toBeGreaterThanOrEqual(60 * minutes - 1);
      expect((treatment?.inBandSeconds ?? 0) / (treatment?.elapsedSeconds ?? 1)).toBeGreaterThanOrEqual(0.99);
      expect(treatment?.maxCelsius).toBeLessThanOrEqual(43.0);
    } finally {
      await rig.stop();
      program.remove();
    }
  });
}

/** The shipped preset with other values, as a file. */
function shippedWith(values: object): string {
  const file = join(folder, 'preset.json');
  const shipped = join(import.meta.dirname, '../../assets/presets/42.5-celsius-60-min.json');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(shipped, 'utf8')), ...values }));
  return file;
}

/** Tissue and perfusate near target and little to fill: treatment within a minute of real time. */
function quickTreatment(): { preset: string; scenario: string } {
  const preset = shippedWith({ name: 'quick', minutes: 15, fillVolumeMl: 300 });
  const scenario = join(folder, 'scenario.json');
  const initial = { bodyCelsius: 41.9, cavityCelsius: 42.2, reservoirCelsius: 42.4, primed: true };
  writeFileSync(scenario, JSON.stringify({ initial, rig: { features: { core: false } } }));
  return { preset, scenario };
}

test('the line is cut in treatment, in real time: alarm on screen, then a person brings it back', async ({
  launch,
}) => {
  test.setTimeout(480_000);
  const { preset, scenario } = quickTreatment();
  const rig = await start(ownRig, '--port', ptys.rigPath, '--scenario', scenario);
  const { page } = await launch({
    args: ['--rig', `serial:${ptys.consolePath}`, '--preset', preset, '--case', 'assets/demo-case.json'],
  });
  await startTreatmentEarly(page, 'Rehearsal of a lost link');
  await phaseIs(page, 'Treatment');

  await ptys.cut();
  const cutAt = Date.now();
  await expect(page.getByRole('alert')).toContainText(/link/i, { timeout: 5_000 });
  const delayMs = Date.now() - cutAt;
  await expect(page.locator('.control-panel')).toContainText('---');
  await picture(page, 'link-lost');
  await ptys.restore();
  await pressPrimary(page, 'Take command', 30_000);
  await picture(page, 'link-back');
  await pressPrimary(page, 'Clear interlock');
  await acknowledgeAll(page);
  await pressPrimary(page, 'Resume heat');
  // Heat waits for the valves and the flow: the circuit is on its bypass since the line was lost.
  const heater = page.locator('.tile', { hasText: 'Heater' });
  await expect(heater).toContainText('set on', { timeout: 20_000 });
  await expect(heater).toContainText('confirmed');
  await picture(page, 'link-resumed');
  await rig.stop();
  test
    .info()
    .annotations.push({ type: 'measured', description: `alarm on screen ${delayMs} ms after the cut` });
});
