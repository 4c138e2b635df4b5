import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { summarySchema } from '../../electron/report/summary.ts';
import { ownRig, start } from '../peers/peer-program.ts';
import { ConsoleOutput, planStart, spawnPlan } from '../support/console-process.ts';
import { type PtyPair, ptyPair } from '../support/pty-pair.ts';

let ptys: PtyPair;
let folder: string;
test.beforeEach(async () => {
  ptys = await ptyPair();
  folder = mkdtempSync(join(tmpdir(), 'isotherm-recover-'));
});
test.afterEach(async () => {
  await ptys.remove();
  rmSync(folder, { recursive: true, maxRetries: 5 });
});

/** As short as a preset may be, on a patient who is warm already. */
function quick(): { preset: string; scenario: string } {
  const preset = join(folder, 'preset.json');
  const scenario = join(folder, 'scenario.json');
  const shipped = join(import.meta.dirname, '../../assets/presets/42.5-celsius-60-min.json');
  const short = { name: 'quick', minutes: 15, fillVolumeMl: 300, rinses: { count: 0, volumeMl: 1000 } };
  writeFileSync(preset, JSON.stringify({ ...JSON.parse(readFileSync(shipped, 'utf8')), ...short }));
  const initial = { bodyCelsius: 41.9, cavityCelsius: 42.2, reservoirCelsius: 42.4, primed: true };
  writeFileSync(scenario, JSON.stringify({ initial, rig: { features: { core: false } } }));
  return { preset, scenario };
}

/** An unattended console on the rig of this test, always with the same folders. */
async function unattended(preset: string, ...more: string[]): Promise<[ChildProcess, ConsoleOutput]> {
  const args = ['--rig', `serial:${ptys.consolePath}`, '--operator', 'auto', '--preset', preset];
  const plan = await planStart({
    args: [...args, '--out', join(folder, 'out'), ...more],
    userDataDir: join(folder, 'data'),
  });
  const child = spawnPlan(plan);
  return [child, new ConsoleOutput(child)];
}

test('an unattended console is killed in treatment: the next start names the run, takes it up and finishes it', async () => {
  test.setTimeout(480_000);
  const { preset, scenario } = quick();
  const rig = await start(ownRig, '--port', ptys.rigPath, '--scenario', scenario, '--speed', '1000');
  try {
    const [lost, said] = await unattended(preset);
    await said.line(/treatment, .* in band 0?[1-9]/i);
    lost.kill('SIGKILL');
    await once(lost, 'exit');

    const [, refused] = await unattended(preset);
    expect(await refused.exitCode, refused.lines.join('\n')).toBe(2);
    expect(refused.lines.join('\n')).toMatch(
      /run \S+Z was left open in \S+out\. Say what becomes of it with --recover/,
    );

    const [, taken] = await unattended(preset, '--recover', 'take-up');
    expect(await taken.exitCode, taken.lines.join('\n')).toBe(0);
    const summary = summarySchema.parse(
      JSON.parse(readFileSync(join(folder, 'out', 'summary.json'), 'utf8')),
    );
    expect(summary.outcome).toBe('completed');
    expect(summary.interruptions).toEqual([expect.objectContaining({ cause: 'console-ended' })]);
    expect(summary.interruptions[0]?.seconds).toBeGreaterThan(0);
    expect(summary.treatment?.inBandSeconds).toBeGreaterThanOrEqual(899);
  } finally {
    await rig.stop();
  }
});
