import { actorName, advisesLowerTarget, alarmText, type Placement } from '../../electron/contract/text.ts';
import type { AlarmFigures } from '../../electron/contract/view.ts';
import { Button } from '../parts/button.tsx';
import { PriorityMark } from '../parts/priority-mark.tsx';
import { useText } from '../text/text.ts';
import { alarmNow } from './alarm-now.ts';
import type { Cause } from './alarm-order.ts';
import { AlarmStanding } from './alarm-standing.tsx';

interface AlarmRowProps {
  readonly cause: Cause;
  readonly figures: readonly AlarmFigures[];
  readonly placement: Placement;
  /** Over and done with: what to do about it is no longer said. */
  readonly past: boolean;
  readonly onChangeTarget: (() => void) | null;
}

/** One alarm: what, how it stands, what to do, when and by whom; under it, without a mark, what it brings with it. */
export function AlarmRow({ cause, figures, placement, past, onChangeTarget }: AlarmRowProps) {
  const { alarm, effects } = cause;
  const words = useText();
  const text = words.run.alarms;
  const { title, did, steps } = alarmText(words.domain, alarmNow(alarm, figures), placement);
  return (
    <li className="alarm-row" data-priority={alarm.priority} data-alarm={alarm.id}>
      <PriorityMark
        priority={alarm.priority}
        acknowledged={past || alarm.acknowledgedMs !== null}
        size="small"
      />
      <div className="alarm-row-words">
        <p className="alarm-row-title">
          {title} <AlarmStanding alarm={alarm} figures={figures} />
        </p>
        {!past && (
          <ol className="alarm-row-steps">
            {did !== '' && <li className="alarm-row-did">{did}</li>}
            {steps.map((step, index) => (
              <li key={step}>{text.step(index + 1, step)}</li>
            ))}
          </ol>
        )}
        {effects.length > 0 && (
          <ul className="alarm-effects" aria-label={text.effects}>
            {effects.map((effect) => (
              <li key={effect.id} data-alarm={effect.id}>
                {alarmText(words.domain, effect, placement).title}
              </li>
            ))}
          </ul>
        )}
      </div>
      {onChangeTarget !== null && advisesLowerTarget.has(alarm.code) && (
        <Button data-action="change-target" title={words.run.control.change} onClick={onChangeTarget} />
      )}
      <p className="alarm-row-times">
        {text.raised(alarm.raisedMs / 1000)}
        <br />
        {words.domain.alarmKind[alarm.kind]}
        {alarm.acknowledgedMs !== null && (
          <>
            <br />
            {text.acknowledgedShort(alarm.acknowledgedMs / 1000)}
            <br />
            {alarm.acknowledgedBy && actorName(words.domain, alarm.acknowledgedBy)}
          </>
        )}
      </p>
    </li>
  );
}
