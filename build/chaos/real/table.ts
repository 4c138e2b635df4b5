import type { ChaosReport } from '../simulate/report.ts';
import type { Account } from './account.ts';

const shownBreaches = 20;

/** What a kind came to, as it is printed at the end. */
export function asText(report: ChaosReport, account: Account, counts: string): string {
  const promises = Object.entries(report.promises).map(([sentence, { checked, broken }]) => {
    const verdict = checked === 0 ? 'NEVER CHECKED' : broken === 0 ? 'kept' : 'BROKEN';
    return `${String(checked).padStart(10)}  ${String(broken).padStart(6)}  ${verdict.padEnd(13)}  ${sentence}`;
  });
  const faults = Object.entries(report.faults).map(
    ([name, count]) => `${String(count).padStart(10)}  ${name}`,
  );
  const shown = account.breaches.slice(0, shownBreaches);
  const more = account.breaches.length - shown.length;
  return [
    `${report.kind}: ${report.runs} ${counts} of seed ${report.seed}, in ${report.seconds} s`,
    '',
    `${'checked'.padStart(10)}  ${'broken'.padStart(6)}  ${''.padEnd(13)}  promise`,
    ...promises,
    '',
    'took effect  fault',
    ...faults,
    '',
    `lost: ${report.lost}`,
    ...account.notes,
    ...shown.map(({ round, promise, why }) => `round ${round}  ${promise ?? 'no verdict'}: ${why}`),
    ...(more > 0 ? [`and ${more} more`] : []),
  ].join('\n');
}
