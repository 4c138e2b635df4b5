import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run as start } from '../commands/start.ts';
import { hasDisplay } from '../host.ts';
import { say } from '../plain/step.mjs';
import { inRoot } from '../root.ts';
import { siteFile, ward } from '../shipped-site.ts';
import type { ReplayOptions } from './arguments.ts';
import type { CampaignPatient } from './patient.ts';
import { patientNamed } from './patient-named.ts';

const folder = 'out/campaign/replay';

/**
 * Opens a patient of a campaign as a treatment in the console, on the simulated rig that the campaign had. Without a
 * display and without arguments of its own the console operates itself, as `npm start` does.
 */
export async function replay(options: ReplayOptions): Promise<number> {
  const { seed, index, disturbed } = options;
  const patient = patientNamed(options);
  const files = writeReplayFiles(options);
  say(`patient ${seed}:${index}${disturbed ? ', disturbed' : ''}: ${files.scenario} and ${files.preset}`);
  for (const { afterSeconds, seconds } of patient.pauses) {
    const minutes = (afterSeconds / 60).toFixed(1);
    say(
      `the campaign's operator paused the flow ${minutes} min into circulation for ${seconds} s: do so yourself`,
    );
  }
  const { scenario, preset, case: caseFile } = files;
  const named = ['--scenario', scenario, '--preset', preset, '--case', caseFile, ...siteOf(patient)];
  if (hasDisplay() || options.consoleArguments.length > 0)
    return start([...named, ...options.consoleArguments]);
  const out = inRoot(folder, 'run');
  rmSync(out, { recursive: true, force: true, maxRetries: 10 });
  return start(['--headless', '--demo', ...named, '--out', out]);
}

/** Another site than the console would take by itself is named. */
const siteOf = ({ site }: CampaignPatient): readonly string[] =>
  site === ward ? ['--site', siteFile('ward')] : [];

/** Scenario, preset and case of a patient as files that the console reads; their paths. */
export function writeReplayFiles({
  seed,
  index,
  disturbed,
  regimen,
}: Omit<ReplayOptions, 'kind' | 'consoleArguments'>): {
  readonly scenario: string;
  readonly preset: string;
  readonly case: string;
} {
  const { scenario, preset, case: treatmentCase } = patientNamed({ seed, index, disturbed, regimen });
  const name = [
    seed,
    index,
    ...(regimen === null ? [] : [regimen]),
    ...(disturbed ? ['disturbed'] : []),
  ].join('-');
  mkdirSync(inRoot(folder), { recursive: true });
  const paths = {
    scenario: join(inRoot(folder), `scenario-${name}.json`),
    preset: join(inRoot(folder), `preset-${name}.json`),
    case: join(inRoot(folder), `case-${name}.json`),
  };
  writeFileSync(paths.scenario, `${JSON.stringify(scenario, null, 2)}\n`);
  const own = {
    ...preset,
    name: `${preset.name}, patient ${seed}:${index}`,
    source: `${scenario.description} of a campaign`,
  };
  writeFileSync(paths.preset, `${JSON.stringify(own, null, 2)}\n`);
  writeFileSync(paths.case, `${JSON.stringify(treatmentCase, null, 2)}\n`);
  return paths;
}
