import { memo } from 'react';
import { actorName, alarmText, inUnit, type Placement } from '../../electron/contract/text.ts';
import type { Alarm } from '../../electron/contract/words.ts';
import { PriorityMark } from '../parts/priority-mark.tsx';
import { minutesSeconds, wallTime } from '../text/format.ts';
import { useText } from '../text/text.ts';
import type { Occurrence } from './occurrences.ts';

interface HistoryRowProps {
  readonly occurrence: Occurrence;
  readonly placement: Placement;
  /** Wall time it came at, ms. */
  readonly raisedWallMs: number;
  /** Until it was over, or so far, in whole seconds. */
  readonly lastedSeconds: number;
  /** The run is over: what is on was on at its end. */
  readonly ended: boolean;
}

/** One occurrence: when, how urgent, value against limit, who acknowledged it, and how it stands. */
export const HistoryRow = memo(function HistoryRow(props: HistoryRowProps) {
  const { occurrence, placement, raisedWallMs, lastedSeconds, ended } = props;
  const { alarm, presence, cause } = occurrence;
  const { history: text, domain } = useText();
  return (
    <li
      className="history-row"
      data-priority={alarm.priority}
      data-presence={presence}
      data-under={cause !== null}
    >
      <p className="history-time">
        <b>{wallTime(raisedWallMs)}</b>
        <br />
        {minutesSeconds(alarm.raisedMs / 1000)}
      </p>
      <PriorityMark priority={alarm.priority} acknowledged size="small" />
      <div className="history-words">
        <p className="history-title">{alarmText(domain, alarm, placement).title}</p>
        <p>
          {[
            ...(cause === null ? [] : [text.under(domain.alarm[cause.code].name)]),
            ...worst(alarm).map(text.worst),
            ...(alarm.escalatedMs === null ? [] : [text.escalated(alarm.escalatedMs / 1000)]),
            alarm.acknowledgedMs === null
              ? text.notAcknowledged
              : text.acknowledged(
                  alarm.acknowledgedBy && actorName(domain, alarm.acknowledgedBy),
                  alarm.acknowledgedMs / 1000,
                ),
          ].join(' · ')}
        </p>
      </div>
      <p className="history-state">
        <b>{ended && presence === 'on' ? text.onAtEnd : text.presence[presence]}</b>
        <br />
        {alarm.clearedMs === null ? text.soFar(lastedSeconds) : text.lasted(lastedSeconds)}
      </p>
    </li>
  );
});

/** The worst value, where it is another than the one that raised it. */
function worst({ worst: value, value: first, unit }: Alarm): string[] {
  if (value === null || first === null) return [];
  const told = inUnit(value, unit);
  return told === inUnit(first, unit) ? [] : [told];
}
