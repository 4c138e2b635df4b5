import { priorityMarks } from '../../electron/contract/text.ts';
import type { Priority } from '../../electron/contract/words.ts';
import './priority-mark.css';

/** `!!!`, `!!` or `!` on the colour of the priority; flashes until acknowledged. */
export function PriorityMark({
  priority,
  acknowledged,
  size,
}: {
  readonly priority: Priority;
  readonly acknowledged: boolean;
  readonly size: 'large' | 'small';
}) {
  return (
    <span
      className="priority-mark"
      data-priority={priority}
      data-acknowledged={acknowledged}
      data-size={size}
      aria-hidden="true"
    >
      <b>{priorityMarks[priority]}</b>
      <b>{priorityMarks[priority]}</b>
    </span>
  );
}
