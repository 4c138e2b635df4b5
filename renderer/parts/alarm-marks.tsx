import type { Ref } from 'react';
import { priorities } from '../../electron/contract/words.ts';
import { useSound } from '../sound/trial.ts';
import { PriorityMark } from './priority-mark.tsx';
import './alarm-marks.css';

/** The marks of the three priorities in their colours; the one whose burst is tried flashes as it would. */
export function AlarmMarks({ ref }: { readonly ref: Ref<HTMLSpanElement> }) {
  const tries = useSound((sound) => sound.tries);
  return (
    <span className="alarm-marks" ref={ref}>
      {priorities.toReversed().map((priority) => (
        <PriorityMark key={priority} priority={priority} acknowledged={tries !== priority} size="small" />
      ))}
    </span>
  );
}
