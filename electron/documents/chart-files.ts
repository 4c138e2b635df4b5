import type { ChartSource } from '../chart/chart-source.ts';
import { fileNames } from '../report/made-files.ts';

/** A document for the chart beside report, samples and summary. */
export interface ChartFile {
  readonly name: string;
  /** `pdf`: the report; `null`: it was not made. */
  readonly make: (source: ChartSource, pdf: Uint8Array | null) => Iterable<string | Uint8Array>;
}

export const chartFiles: readonly ChartFile[] = [];

/** Every file that is made of a record. */
export const documentNames: readonly string[] = [
  ...Object.values(fileNames),
  ...chartFiles.map(({ name }) => name),
];
