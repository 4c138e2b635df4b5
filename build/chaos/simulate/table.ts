import { faultGroups } from './faults/names.ts';
import { beginnings } from './plan.ts';
import type { Failure, SimulationReport } from './report.ts';

const shownFailures = 20;

/** A simulation as it is printed at the end. */
export function asText(report: SimulationReport): string {
  const { json } = report;
  const mean = json.runs === 0 ? 0 : report.simulatedSeconds / json.runs / 60;
  return [
    `${json.runs} runs of seed ${json.seed}, ${mean.toFixed(1)} simulated minutes each on the mean, in ${json.seconds} s`,
    '',
    ...promiseLines(report),
    '',
    ...faultLines(report),
    '',
    `lost: ${json.lost}; runs without a fault that took effect: ${report.runsWithoutFault}`,
    ...report.failures.slice(0, shownFailures).flatMap(failureLines),
  ].join('\n');
}

function promiseLines({ json, unchecked }: SimulationReport): string[] {
  const rows = Object.entries(json.promises).map(([sentence, { checked, broken }]) => {
    const verdict = unchecked.includes(sentence) ? 'NEVER CHECKED' : broken === 0 ? 'kept' : 'BROKEN';
    return `${String(checked).padStart(10)}  ${String(broken).padStart(6)}  ${verdict.padEnd(13)}  ${sentence}`;
  });
  return [`${'checked'.padStart(10)}  ${'broken'.padStart(6)}  ${''.padEnd(13)}  promise`, ...rows];
}

function faultLines({ byPhase }: SimulationReport): string[] {
  const head = ['took effect'.padEnd(20), 'all', ...beginnings].map((cell) => cell.slice(0, 20));
  const widths = head.map((cell) => Math.max(cell.length, 5));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(20) : cell.padStart(widths[at] as number))).join('  ');
  const rows = Object.values(faultGroups)
    .flat()
    .map((name) => {
      const counts = beginnings.map((phase) => byPhase[name][phase]);
      return line([name, String(counts.reduce((all, one) => all + one, 0)), ...counts.map(String)]);
    });
  return [line(head), ...rows];
}

function failureLines({ seed, index, breaches, failed }: Failure): string[] {
  const found = breaches.map(
    ({ promise, atMs, why }) => `  ${(atMs / 1000).toFixed(1)} s  ${promise}: ${why}`,
  );
  if (failed !== null) found.push(`  ${failed}`);
  return ['', `${replayCommand(seed, index)}`, ...found];
}

export const replayCommand = (seed: number, index: number): string =>
  `npm run chaos -- simulate --replay ${seed}:${index}`;
