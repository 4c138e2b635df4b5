import type { Alarm } from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { PriorityMark } from '../parts/priority-mark.tsx';
import { useText } from '../text/text.ts';
import './alarm-chips.css';

/** More stand in the list. */
const mostChips = 2;

interface AlarmChipsProps {
  /** Most urgent first. */
  readonly alarms: readonly Alarm[];
  readonly onOpen: () => void;
  readonly onMore: () => void;
}

/** Acknowledged alarms that last, each as its mark and its short name; a touch opens them again. */
export function AlarmChips({ alarms, onOpen, onMore }: AlarmChipsProps) {
  const text = useText();
  const more = alarms.length - mostChips;
  return (
    <div className="alarm-chips">
      {alarms.slice(0, mostChips).map(({ id, code, priority }) => (
        <Button
          key={id}
          className="alarm-chip"
          data-alarm={id}
          data-priority={priority}
          title={text.domain.alarm[code].name}
          onClick={onOpen}
        >
          <PriorityMark priority={priority} acknowledged size="small" />
        </Button>
      ))}
      {more > 0 && (
        <Button
          className="alarm-chip alarm-chips-more"
          aria-label={text.run.alarms.andMore(more)}
          title={`+${more}`}
          onClick={onMore}
        />
      )}
    </div>
  );
}
