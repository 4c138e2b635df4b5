import type { AlarmFigures } from '../../electron/contract/view.ts';
import type { Alarm } from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { PriorityMark } from '../parts/priority-mark.tsx';
import { useText } from '../text/text.ts';
import { AlarmStanding } from './alarm-standing.tsx';
import { useTurn } from './use-turn.ts';
import './other-alarms.css';

/** How long one of them is shown before the next, ms: long enough to read it. */
const turnMs = 4_000;

interface OtherAlarmsProps {
  readonly others: readonly Alarm[];
  readonly figures: readonly AlarmFigures[];
  readonly onMore: () => void;
}

/** The alarms beside the first, one after another in a place of their own; a touch shows all of them. */
export function OtherAlarms({ others, figures, onMore }: OtherAlarmsProps) {
  const text = useText();
  const turn = useTurn(others.length, turnMs);
  const alarm = others[turn];
  if (alarm === undefined) return null;
  const acknowledged = alarm.acknowledgedMs !== null;
  return (
    <Button
      className="alarm-others"
      data-priority={alarm.priority}
      data-alarm={alarm.id}
      aria-live="off"
      onClick={onMore}
      title={text.domain.alarm[alarm.code].name}
      caption={
        <>
          <AlarmStanding alarm={alarm} figures={figures} />
          {acknowledged && ` ${text.run.alarms.isAcknowledged}`}
        </>
      }
    >
      <PriorityMark priority={alarm.priority} acknowledged={acknowledged} size="small" />
      <span className="alarm-others-count">{text.run.alarms.place(turn + 2, others.length + 1)}</span>
    </Button>
  );
}
