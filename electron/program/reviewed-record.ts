import { setImmediate } from 'node:timers/promises';
import type { InEachLanguage } from '../contract/review-view.ts';
import type { RunHeader } from '../domain/run-event.ts';
import { type Language, languages } from '../domain/text/language.ts';
import { readRun } from '../record/read-run.ts';
import type { RunRecord } from '../record/run-record.ts';
import { type Deviation, deviationsOf } from '../report/figures/deviations.ts';
import { type EnteredField, enteredFields } from '../report/figures/entered-fields.ts';
import { type Figures, FiguresFold } from '../report/figures.ts';
import { deviationText } from '../report/sections/deviation-text.ts';
import { deviationNumber, lastedText } from '../report/sections/deviations-section.ts';
import { summaryOf } from '../report/summary.ts';
import { type WallTime, wallTime } from '../report/wall-time.ts';
import { dictionaries } from '../report/write-report.ts';

/** What of a closed record is reviewed. */
export interface ReviewedRecord {
  readonly header: RunHeader;
  readonly figures: Figures;
  readonly time: WallTime;
  readonly deviations: readonly Deviation[];
  readonly fields: readonly EnteredField[];
}

/** After so many samples others have their turn. */
const samplesPerTurn = 2000;

/** Reads a journal beside the ticks. Rejects, in words, where it cannot be read. */
export async function readReviewed(path: string): Promise<ReviewedRecord> {
  const read = readRun(path);
  if (!read.ok) throw new Error(read.problem);
  try {
    return await reviewedOf(read.record);
  } finally {
    read.record.close();
  }
}

async function reviewedOf(record: RunRecord): Promise<ReviewedRecord> {
  const { header, events } = record;
  const fold = new FiguresFold(header, events);
  let samples = 0;
  for (const sample of record.samples()) {
    fold.add(sample);
    samples += 1;
    if (samples % samplesPerTurn === 0) await setImmediate();
  }
  const figures = fold.finish();
  return {
    header,
    figures,
    time: wallTime(header),
    deviations: deviationsOf(header, events, figures),
    fields: enteredFields(summaryOf(header, figures)),
  };
}

export const inEachLanguage = (word: (language: Language) => string): InEachLanguage =>
  Object.fromEntries(languages.map((language) => [language, word(language)])) as Record<Language, string>;

/** A deviation as the documents have it. */
export function reviewDeviation({ header, time }: ReviewedRecord, deviation: Deviation, index: number) {
  const { key, at } = deviation;
  const input = (language: Language) => ({ header, time, ...dictionaries[language] });
  return {
    key,
    number: deviationNumber(index),
    at: at === null ? null : time.time(at.wallMs),
    text: inEachLanguage((language) => deviationText(input(language), deviation)),
    lasted: inEachLanguage((language) => lastedText(input(language), deviation).join(', ')),
  };
}
