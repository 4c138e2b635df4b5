import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chartSourceOf, type KnownOfRecord } from '../chart/chart-source.ts';
import { isRescue, readJournal } from '../record/read-run.ts';
import { syncFolder } from '../record/sync-folder.ts';
import { fileNames, type MissingFile } from '../report/made-files.ts';
import { openPart } from '../report/publish.ts';
import { type ChartFile, type ChartInput, chartFiles } from './chart-files.ts';
import { chartSettings } from './chart-settings.ts';

/** Plain data: it crosses to a thread. */
export interface ChartJob {
  readonly journalPath: string;
  /** Where the files go; the report is looked for there too. */
  readonly folder: string;
  readonly known: KnownOfRecord;
  /** Where the hospital says what its systems want; `null`: nowhere. */
  readonly settingsFolder: string | null;
}

/** What was not made, and what has to be known of what was, in words. */
export interface ChartFilesMade {
  readonly missing: readonly MissingFile[];
  readonly notes: readonly string[];
}

/**
 * Makes what is not in `folder` yet, each file whole or not at all and never over one that is there. A rescue has none of
 * them. Rejects, in words, where the journal cannot be read.
 */
export async function makeChartFiles({
  journalPath,
  folder,
  known,
  settingsFolder,
}: ChartJob): Promise<ChartFilesMade> {
  const asked = chartFiles.filter(({ name }) => !existsSync(join(folder, name)));
  if (asked.length === 0) return { missing: [], notes: [] };
  const read = readJournal(journalPath);
  if (!read.ok) throw new Error(read.problem);
  try {
    if (isRescue(read.record)) return { missing: [], notes: [] };
    const report = join(folder, fileNames.report);
    const input = {
      source: chartSourceOf(read.record, known),
      pdf: existsSync(report) ? readFileSync(report) : null,
      settings: chartSettings(settingsFolder),
    };
    const missing: MissingFile[] = [];
    const notes: string[] = [];
    for (const file of asked) {
      const why = await whyNot(() =>
        write(file, folder, { ...input, note: (words) => void notes.push(`${file.name}: ${words}.`) }),
      );
      if (why !== null) missing.push({ name: file.name, why });
    }
    await syncFolder(folder);
    return { missing, notes };
  } finally {
    read.record.close();
  }
}

async function write({ name, make }: ChartFile, folder: string, input: ChartInput): Promise<void> {
  const part = await openPart(join(folder, name));
  try {
    for (const bytes of make(input)) await part.write(bytes);
    await part.finish();
    await part.publish();
  } finally {
    await part.discard();
  }
}

async function whyNot(work: () => Promise<void>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}
