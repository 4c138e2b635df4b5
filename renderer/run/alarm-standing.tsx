import { inUnit, missingText, withUnit } from '../../electron/contract/text.ts';
import type { AlarmFigures } from '../../electron/contract/view.ts';
import type { Alarm } from '../../electron/contract/words.ts';
import { useText } from '../text/text.ts';
import './alarm-standing.css';

interface AlarmStandingProps {
  readonly alarm: Alarm;
  readonly figures: readonly AlarmFigures[];
}

/** How an alarm stands: value and limit as they are now, beside those of its beginning; or that it is over. */
export function AlarmStanding({ alarm, figures }: AlarmStandingProps) {
  const text = useText().run.alarms;
  if (alarm.clearedMs !== null) {
    return <b className="alarm-standing alarm-over">{text.cleared(alarm.clearedMs / 1000)}</b>;
  }
  const now = figures.find(({ id }) => id === alarm.id);
  if (now === undefined || alarm.unit === 'none') return null;
  const value = now.value === null ? missingText : withUnit(now.value, alarm.unit);
  const moved = now.limit !== null && now.limit !== alarm.limit;
  return <b className="alarm-standing">{text.now(value, moved ? inUnit(now.limit, alarm.unit) : null)}</b>;
}
