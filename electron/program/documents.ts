import { dirname } from 'node:path';
import type { RunFiles } from '../contract/view.ts';
import { readRun } from '../record/read-run.ts';
import { type ReportJob, writeReport } from '../report/write-report.ts';

/** Makes the documents of a finished run from its journal, beside it. Never throws: a problem is said in the result. */
export async function writeDocuments(
  journalPath: string,
  language: ReportJob['language'],
  printPdf: ReportJob['printPdf'],
  fontSheets: readonly string[],
): Promise<RunFiles> {
  const folder = dirname(journalPath);
  const none = { folder, report: null, samples: null, summary: null };
  const read = readRun(journalPath);
  if (!read.ok) return { ...none, problem: read.problem };
  try {
    const { record } = read;
    const job: ReportJob = {
      record,
      folder,
      language,
      printPdf,
      fontSheets,
      onProgress: () => {},
      signal: new AbortController().signal,
    };
    return { folder, ...(await writeReport(job)), problem: null };
  } catch (error) {
    const why = (error as Error).message;
    return {
      ...none,
      problem: `The report was not written: ${why} The journal ${journalPath} holds the whole run.`,
    };
  } finally {
    read.record.close();
  }
}
