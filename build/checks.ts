/** What is checked without running anything; the layer table is checked by test/architecture. */
import { runTool } from './tool.ts';

export interface Check {
  readonly name: string;
  readonly run: () => Promise<number>;
}

export const staticChecks: readonly Check[] = [
  { name: 'types, main and tests', run: () => runTool('tsc', ['--noEmit']) },
  { name: 'types, renderer', run: () => runTool('tsc', ['--noEmit', '-p', 'renderer']) },
  { name: 'format and lint', run: () => runTool('biome', ['check', '--error-on-warnings']) },
];

export const layerCheck: Check = {
  name: 'layers',
  run: () => runTool('vitest', ['run', 'test/architecture']),
};
