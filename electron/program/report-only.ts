import { join, resolve } from 'node:path';
import type { Language } from '../domain/text/language.ts';
import { closeJournal } from '../record/close-journal.ts';
import type { ReportJob } from '../report/write-report.ts';
import { writeDocuments } from './documents.ts';
import { exitCodes } from './exit-codes.ts';

/** Makes the documents of a run whose console was lost before it could, beside its journal; resolves to the exit code. */
export async function reportOnly(
  folder: string,
  language: Language,
  printPdf: ReportJob['printPdf'],
  fontSheets: ReportJob['fontSheets'],
  say: (line: string) => void,
): Promise<number> {
  const journal = join(resolve(folder), 'journal.sqlite');
  const problem = closeJournal(journal);
  if (problem !== null) {
    say(problem);
    return exitCodes.badInput;
  }
  const files = await writeDocuments(journal, language, printPdf, fontSheets);
  say(files.problem ?? `Report, data and summary are in ${files.folder}`);
  return files.problem === null ? exitCodes.completed : exitCodes.documentsFailed;
}
