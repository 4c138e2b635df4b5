import { expect } from 'vitest';
import { en } from '../../../../electron/domain/text/en.ts';
import { zh } from '../../../../electron/domain/text/zh.ts';
import type { RunRecord } from '../../../../electron/record/run-record.ts';
import { computeFigures } from '../../../../electron/report/figures.ts';
import type { Markup } from '../../../../electron/report/markup.ts';
import { newReportCurves, type ReportInput } from '../../../../electron/report/report-input.ts';
import { unsigned } from '../../../../electron/report/standing.ts';
import { wallTime } from '../../../../electron/report/wall-time.ts';
import { reportEn } from '../../../../electron/report/words/en.ts';
import { reportZh } from '../../../../electron/report/words/zh.ts';

/** All that a section is made of. */
export const inputFor = (record: RunRecord, language: 'en' | 'zh' = 'en'): ReportInput => ({
  header: record.header,
  events: record.events,
  figures: computeFigures(record),
  curves: newReportCurves().finish(),
  ...unsigned,
  paper: 'A4',
  ...(language === 'en' ? { names: en, words: reportEn } : { names: zh, words: reportZh }),
  time: wallTime(record.header),
  addenda: [],
});

/** Text as it is read, rows of tables and fields on lines of their own. */
export const read = ({ markup }: Markup): string =>
  markup
    .replaceAll(/\s*\n\s*/g, '')
    .replaceAll(/<\/tr>|<\/h\d>|<\/p>|<\/dd>/g, '\n')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/ +/g, ' ');

/** The one line that says it, without blanks at its ends. */
export function rowWith(text: string, words: string): string {
  const rows = text.split('\n').filter((row) => row.includes(words));
  expect(rows, words).toHaveLength(1);
  return (rows[0] ?? '').trim();
}
