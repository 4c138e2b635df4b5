import type { Phase } from '../../electron/domain/phase.ts';
import type { Observed } from './cell.ts';
import { runDirect } from './direct.ts';
import { cells, rowNamed, rows } from './matrix.ts';
import { type NominalRun, runNominal } from './nominal.ts';
import { runWired } from './wired.ts';

/** One piece of work of a thread. Plain data. */
export type Task =
  | { readonly kind: 'direct'; readonly row: string; readonly phase: Phase }
  | { readonly kind: 'wired'; readonly row: string }
  | { readonly kind: 'nominal'; readonly index: number };

export type Done =
  | { readonly kind: 'cells'; readonly cells: readonly Observed[] }
  | { readonly kind: 'nominal'; readonly run: NominalRun };

/** The whole matrix; over the wire one treatment has all phases of a fault. */
export const matrixTasks: readonly Task[] = [
  ...rows.filter(({ wired }) => wired).map(({ name }) => ({ kind: 'wired', row: name }) as const),
  ...cells
    .filter(({ row }) => !row.wired)
    .map(({ row, phase }) => ({ kind: 'direct', row: row.name, phase }) as const),
];

export async function doTask(task: Task): Promise<Done> {
  switch (task.kind) {
    case 'nominal':
      return { kind: 'nominal', run: runNominal(task.index) };
    case 'direct':
      return { kind: 'cells', cells: [runDirect(rowNamed(task.row), task.phase)] };
    case 'wired': {
      const row = rowNamed(task.row);
      const seen: Observed[] = [];
      await runWired(row, row.phases, (observed) => seen.push(observed));
      return { kind: 'cells', cells: seen };
    }
  }
}
