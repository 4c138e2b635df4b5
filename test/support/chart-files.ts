import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MakeChartFiles } from '../../electron/documents/ask-thread.ts';
import { chartFiles } from '../../electron/documents/chart-files.ts';

/** In the place of the thread: every file of the chart is there, with nothing in it. */
export const emptyChartFiles: MakeChartFiles = async ({ folder }) => {
  for (const { name } of chartFiles)
    if (!existsSync(join(folder, name))) writeFileSync(join(folder, name), '');
  return [];
};
