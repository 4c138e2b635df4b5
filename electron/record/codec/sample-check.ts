import { circuitModes } from '../../domain/circuit.ts';
import { phases } from '../../domain/phase.ts';
import { missingReasons } from '../../domain/reading.ts';
import type { Cell } from '../sample-row.ts';
import { sampleColumns } from '../schema.ts';

/** What a cell of a column may hold. By hand, not by a schema library: a run has fifty thousand rows. */
interface Column {
  readonly name: string;
  readonly type: 'number' | 'string';
  readonly mayBeNull: boolean;
  /** `null`: any. */
  readonly oneOf: ReadonlySet<Cell> | null;
}

const columns: readonly Column[] = sampleColumns.map((definition) => {
  const [name = '', type] = definition.split(' ');
  return {
    name,
    type: type === 'TEXT' ? 'string' : 'number',
    mayBeNull: !definition.endsWith('NOT NULL'),
    oneOf: oneOf(name),
  };
});

function oneOf(name: string): Column['oneOf'] {
  if (name === 'phase') return new Set(phases);
  if (name.endsWith('_mode')) return new Set(circuitModes);
  if (name.endsWith('_missing')) return new Set(missingReasons);
  return /_(?:heater|pump|band)$/.test(name) ? new Set([0, 1]) : null;
}

/** Why the cells of row `row` cannot be a sample; `null`: they can. */
export function sampleFault(cells: readonly Cell[], row: number): string | null {
  for (const [at, { name, type, mayBeNull, oneOf }] of columns.entries()) {
    const cell = cells[at];
    const fits = cell === null ? mayBeNull : typeof cell === type && (oneOf?.has(cell as Cell) ?? true);
    if (!fits) return `${name} of sample ${row} is ${JSON.stringify(cell ?? null)}`;
  }
  return null;
}
