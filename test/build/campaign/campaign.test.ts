import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { figureNames } from '../../../build/campaign/judge/figures.ts';
import { writeReplayFiles } from '../../../build/campaign/replay.ts';
import { inRoot } from '../../../build/root.ts';
import { parsePreset } from '../../../electron/protocol/preset-file.ts';
import { parseScenario } from '../../../native-bridge/simulator/scenario.ts';

const folder = mkdtempSync(join(tmpdir(), 'isotherm-campaign-'));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));

function campaign(...args: readonly string[]) {
  const child = spawn(process.execPath, [inRoot('build/cli.ts'), 'campaign', ...args, '--out', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  return { child, printed: () => printed, ended: once(child, 'exit') };
}

/** Treatments take seconds, more on a busy machine. */
const patienceMs = 180_000;

describe('npm run campaign', { timeout: patienceMs }, () => {
  test('three patients: figures as JSON, a table and pictures', async () => {
    const json = join(folder, 'figures.json');
    const run = campaign('--patients', '3', '--seed', '2', '--json', json);
    const [code] = await run.ended;
    const report = JSON.parse(readFileSync(json, 'utf8'));
    expect(report).toMatchObject({ patients: 3, seed: 2, disturbed: false });
    expect(Object.keys(report.figures)).toEqual([...figureNames]);
    expect(Object.keys(report.baseline.figures)).toEqual([...figureNames]);
    expect(report.figures.recoveryRatioP95).toBeNull();
    expect(code).toBe(report.goalsMissed.length === 0 ? 0 : 1);
    expect(run.printed()).toContain('3 patients of seed 2, undisturbed, fixed PID tuned on seed 1');
    expect(run.printed()).toContain('npm run campaign -- --replay 2:');
    for (const picture of ['cavity-fan', 'overshoot', 'worst-cases']) {
      expect(existsSync(join(folder, `${picture}.svg`))).toBe(true);
    }
  });

  test('a regimen: its figures under its name, with who was judged', async () => {
    const json = join(folder, 'regimens.json');
    const run = campaign('--patients', '1', '--seed', '2', '--regimen', 'bladder', '--json', json);
    const [code] = await run.ended;
    const report = JSON.parse(readFileSync(json, 'utf8'));
    expect(report).toMatchObject({ patients: 1, seed: 2, regimens: { bladder: { population: 'bladder' } } });
    expect(report.figures).toBeUndefined();
    expect(Object.keys(report.regimens.bladder.figures)).toEqual(expect.arrayContaining([...figureNames]));
    expect(report.regimens.bladder.figures.cavityMeanMedian).toBeGreaterThan(38);
    expect(code).toBe(report.goalsMissed.length === 0 ? 0 : 1);
  });

  test('Ctrl-C ends it with what it has, and 130', async () => {
    const run = campaign('--patients', '5000', '--seed', '2', '--no-baseline');
    while (!run.printed().includes('left')) await once(run.child.stdout, 'data');
    run.child.kill('SIGINT');
    expect(await run.ended).toEqual([130, null]);
    expect(run.printed()).toContain('interrupted: the table is of the first');
  });
});

describe('a patient to be seen again', () => {
  test('of a regimen is on its rig, by its card', () => {
    const files = writeReplayFiles({ seed: 2, index: 5, disturbed: false, regimen: 'ward' });
    const scenario = parseScenario(readFileSync(files.scenario, 'utf8'), 'scenario');
    expect(scenario).toMatchObject({ ok: true, scenario: { rig: { fittedProbes: [1, 2] } } });
  });

  test('is a scenario and a preset that the console reads', () => {
    const files = writeReplayFiles({ seed: 2, index: 5, disturbed: true, regimen: null });
    const scenario = parseScenario(readFileSync(files.scenario, 'utf8'), 'scenario');
    const preset = parsePreset(readFileSync(files.preset, 'utf8'), 'preset');
    expect(scenario).toMatchObject({ ok: true, scenario: { description: 'Patient 2:5' } });
    expect(preset).toMatchObject({ ok: true, preset: { targetCelsius: 42.5, minutes: 60 } });
  });
});
