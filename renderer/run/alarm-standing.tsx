import { missingText, withUnit } from '../../electron/contract/text.ts';
import type { AlarmFigures } from '../../electron/contract/view.ts';
import type { Alarm } from '../../electron/contract/words.ts';
import { useText } from '../text/text.ts';
import './alarm-standing.css';

interface AlarmStandingProps {
  readonly alarm: Alarm;
  readonly figures: readonly AlarmFigures[];
}

/** How an alarm stands beside its value now: where it began; that its value is missing; or that it is over. */
export function AlarmStanding({ alarm, figures }: AlarmStandingProps) {
  const text = useText().run.alarms;
  if (alarm.clearedMs !== null) {
    return <b className="alarm-standing alarm-over">{text.cleared(alarm.clearedMs / 1000)}</b>;
  }
  const now = figures.find(({ id }) => id === alarm.id);
  if (now === undefined || alarm.unit === 'none') return null;
  if (now.value === null) return <b className="alarm-standing">{text.now(missingText)}</b>;
  if (alarm.value === null) return null;
  return <b className="alarm-standing">{text.began(withUnit(alarm.value, alarm.unit))}</b>;
}
