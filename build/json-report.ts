import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A report as JSON where one was asked for; `null`: none was. */
export function writeJsonReport(jsonFile: string | null, report: unknown): void {
  if (jsonFile === null) return;
  mkdirSync(dirname(jsonFile), { recursive: true });
  writeFileSync(jsonFile, `${JSON.stringify(report, null, 2)}\n`);
}
