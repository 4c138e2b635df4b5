import type { LineMark, RunView } from '../../electron/contract/view.ts';

/** A line on the trend: what main marked, and what is planned ahead. */
export interface ChartMark {
  readonly seconds: number;
  readonly kind: LineMark['kind'] | 'planned-drug';
  readonly label: string;
}

/** What moves with every second is drawn in steps of this many, s. */
const stepSeconds = 15;

export function chartMarks({ marks, additions, sessionSeconds }: RunView): ChartMark[] {
  const planned = additions.flatMap(({ state, dueInSeconds }, index) =>
    state === 'ahead' && dueInSeconds !== null
      ? [{ seconds: sessionSeconds + dueInSeconds, kind: 'planned-drug' as const, label: String(index + 1) }]
      : [],
  );
  const lines = marks.filter((mark) => mark.kind !== 'core');
  return [...lines, ...planned].map(inSteps);
}

/** The planned end moves on while the in-band clock stands; the picture follows in steps. */
const inSteps = (mark: ChartMark): ChartMark =>
  mark.kind === 'planned-end' || mark.kind === 'planned-drug'
    ? { ...mark, seconds: Math.round(mark.seconds / stepSeconds) * stepSeconds }
    : mark;
