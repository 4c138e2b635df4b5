import type { ReactNode } from 'react';
import { priorityMarks } from '../../electron/contract/text.ts';
import type { Priority } from '../../electron/contract/words.ts';
import './priority-mark.css';

/** Octagon, triangle, disc: the priority is told without its colour, and without reading. */
const shapes: Readonly<Record<Priority, ReactNode>> = {
  high: <polygon points="30,4 90,4 116,30 116,70 90,96 30,96 4,70 4,30" />,
  medium: <polygon points="60,5 116,95 4,95" />,
  low: <ellipse cx="60" cy="50" rx="54" ry="46" />,
};
/** Where the marks stand in their shape, and how high. */
const lines: Readonly<Record<Priority, { readonly y: number; readonly size: number }>> = {
  high: { y: 79, size: 80 },
  medium: { y: 88, size: 62 },
  low: { y: 79, size: 80 },
};

/** `!!!`, `!!` or `!` in the shape and colour of the priority; flashes until acknowledged. */
export function PriorityMark({
  priority,
  acknowledged,
  size,
}: {
  readonly priority: Priority;
  readonly acknowledged: boolean;
  readonly size: 'large' | 'small';
}) {
  const sign = (
    <>
      {shapes[priority]}
      <text x="60" y={lines[priority].y} fontSize={lines[priority].size}>
        {priorityMarks[priority]}
      </text>
    </>
  );
  return (
    <svg
      className="priority-mark"
      viewBox="0 0 120 100"
      data-priority={priority}
      data-acknowledged={acknowledged}
      data-size={size}
      aria-hidden="true"
    >
      <g className="mark-outline">{sign}</g>
      <g className="mark-lit">{sign}</g>
    </svg>
  );
}
