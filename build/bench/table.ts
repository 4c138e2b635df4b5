import type { BenchRow } from './row.ts';

/** The rows as aligned text, one line each. */
export function asTable(rows: readonly BenchRow[]): string {
  const lines = [
    ['name', 'ours', 'peer', 'peer value', 'unit', 'ratio'],
    ...rows.map((row) => [
      row.name,
      figure(row.ours),
      row.peer,
      figure(row.peerValue),
      row.unit,
      figure(row.ratio),
    ]),
  ];
  const widths =
    lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Three significant digits at least, no more than a reader can use. */
const figure = (value: number): string =>
  Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en-US') : value.toPrecision(3);
