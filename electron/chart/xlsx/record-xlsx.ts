import type { ChartSource } from '../chart-source.ts';
import { drugsSheet, fluidsSheet, placesSheet, vitalsSheet } from './care-sheets.ts';
import { alarmsSheet, eventsSheet, laterSheet } from './log-sheets.ts';
import { samplesSheet } from './samples-sheet.ts';
import { sheetInput } from './sheet-input.ts';
import { summarySheet } from './summary-sheet.ts';
import { workbook } from './workbook.ts';

/** `record.xlsx`, in the language of the source: tables to look at, sort and count in. */
export function recordXlsx(source: ChartSource): Uint8Array {
  const input = sheetInput(source);
  return workbook(
    [
      summarySheet,
      eventsSheet,
      alarmsSheet,
      drugsSheet,
      vitalsSheet,
      fluidsSheet,
      placesSheet,
      laterSheet,
      samplesSheet,
    ].map((sheet) => sheet(input)),
  );
}
