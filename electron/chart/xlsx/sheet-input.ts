import type { Actor } from '../../domain/actor.ts';
import { personText } from '../../report/sections/person-text.ts';
import { dictionaries } from '../../report/write-report.ts';
import type { ChartSource } from '../chart-source.ts';
import { type Cell, rounded, wallCells } from './cell.ts';
import { workbookEn } from './en-words.ts';
import type { WorkbookWords } from './words.ts';
import type { Column } from './workbook.ts';
import { workbookZh } from './zh-words.ts';

/** A source, and the words of its language. */
export interface SheetInput extends ChartSource {
  readonly names: (typeof dictionaries)[keyof typeof dictionaries]['names'];
  readonly words: (typeof dictionaries)[keyof typeof dictionaries]['words'];
  readonly own: WorkbookWords;
}

export const sheetInput = (source: ChartSource): SheetInput => ({
  ...source,
  ...dictionaries[source.language],
  own: { en: workbookEn, zh: workbookZh }[source.language],
});

interface Moment {
  readonly sessionMs: number;
  readonly wallMs: number;
}

/** Three columns that say when; `momentCells` fills them. */
export const momentColumns = ({ own: { head } }: SheetInput): readonly Column[] => [
  { head: head.session, width: 11 },
  ...wallColumns(head),
];
export const wallColumns = ({ local, offset }: WorkbookWords['head']): readonly Column[] => [
  { head: local, width: 20 },
  { head: offset, width: 13 },
];
export const momentCells = ({ time }: SheetInput, { sessionMs, wallMs }: Moment): readonly Cell[] => [
  rounded(sessionMs / 1000),
  ...wallCells(time, wallMs),
];

export const personCell = (input: SheetInput, actor: Actor | null): string | null =>
  actor === null ? null : personText(input, actor);

export const narrow = (head: string): Column => ({ head, width: 13 });
export const medium = (head: string): Column => ({ head, width: 24 });
export const wide = (head: string): Column => ({ head, width: 60 });
