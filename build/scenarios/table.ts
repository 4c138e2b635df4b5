import type { CellReport, NominalReport, ScenarioReport } from './report.ts';

/** A report as it is printed at the end. */
export function asText({ cells, nominal, wallSeconds, threads }: ScenarioReport): string {
  const holding = cells.filter(({ problems }) => problems.length === 0).length;
  return [
    `${holding} of ${cells.length} cells hold`,
    `${latest(cells)}`,
    ...cells.filter(({ problems }) => problems.length > 0).map(failing),
    nominalLine(nominal),
    ...nominal.alarms.map(
      ({ patient, code, priority, raisedMs }) =>
        `  patient ${nominal.seed}:${patient}: ${priority} ${code} at ${(raisedMs / 60_000).toFixed(1)} min`,
    ),
    `${wallSeconds.toFixed(0)} s on ${threads} threads`,
  ].join('\n');
}

/** The detection that took most of what it may take beyond its delay. */
function latest(cells: readonly CellReport[]): string {
  const late = cells.map((cell) => ({ cell, ms: beyondDelayMs(cell) ?? Number.NEGATIVE_INFINITY }));
  const { cell, ms } = late.reduce((worst, one) => (one.ms > worst.ms ? one : worst));
  return Number.isFinite(ms)
    ? `latest detection: ${ms} ms beyond the stated delay (${cell.row}, ${cell.phase}); 200 ms are allowed`
    : 'nothing was to be detected';
}

/** How long beyond the stated delay an alarm took, ms; `null`: none was expected, or none came. */
export const beyondDelayMs = ({ detectedAfterMs, statedDelayMs }: CellReport): number | null =>
  detectedAfterMs === null || statedDelayMs === null ? null : Math.round(detectedAfterMs - statedDelayMs);

const failing = ({ row, phase, problems }: CellReport): string =>
  `  FAILS: ${row}, ${phase}: ${problems.join('; ')}`;

export function nominalLine({ patients, completed, hours, high, medium, holds }: NominalReport): string {
  const rate = medium === 0 ? 'none' : `one in ${(hours / medium).toFixed(0)} h`;
  return (
    `${patients} nominal treatments (${completed} completed, ${hours.toFixed(0)} h): ${high} high, ` +
    `${medium} medium (${rate}); 0 high and at most one medium in 50 h are allowed: ${holds ? 'holds' : 'FAILS'}`
  );
}
