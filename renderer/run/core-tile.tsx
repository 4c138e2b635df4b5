import { priorityMarks } from '../../electron/contract/text.ts';
import type { AlarmLimitView, RunView } from '../../electron/contract/view.ts';
import { type Alarm, type Priority, priorities, type Reading } from '../../electron/contract/words.ts';
import { Figure } from '../parts/figure.tsx';
import { oneDecimal } from '../text/format.ts';
import { useText } from '../text/text.ts';
import './core-tile.css';

/**
 * The patient's core, the largest figure after the control temperature: the value limits are held against, by the rig's
 * probe or as last read by hand with its age, and those limits.
 */
export function CoreTile({
  run,
  alarm,
  limitChanged,
}: {
  readonly run: RunView;
  readonly alarm: Alarm | undefined;
  readonly limitChanged: boolean;
}) {
  const text = useText().run.tiles;
  const { celsius, secondsAgo, due } = run.coreByHand;
  const byHand = run.coreJudged === 'hand' && celsius !== null;
  const reading: Reading = byHand ? { value: celsius, missing: null } : run.coreCelsius;
  const source = byHand ? text.byHand(secondsAgo) : reading.value === null ? '' : text.byProbe;
  return (
    <section className="core-tile tile panel" data-source={byHand ? 'hand' : 'probe'}>
      <p className="panel-caption">
        <span>{text.core}</span>
        {!byHand && <small className="typed">{run.case.coreSite}</small>}
        <span className="core-source" data-due={byHand && due}>
          {source}
        </span>
      </p>
      <div className="core-line">
        <Figure
          reading={reading}
          decimals={1}
          unit={text.celsius}
          alarm={alarm}
          limitChanged={limitChanged}
        />
        <ul className="core-limits" aria-label={text.coreLimits}>
          {coreLimits(run.alarmSystem.limits).map(({ priority, celsius }) => (
            <li key={priority}>
              {priorityMarks[priority]} <b>{oneDecimal(celsius)}</b>
            </li>
          ))}
          {run.coreHoldCelsius !== null && (
            <li>
              {text.coreHold} <b>{oneDecimal(run.coreHoldCelsius)}</b>
            </li>
          )}
        </ul>
      </div>
    </section>
  );
}

/** From where it alarms with which priority, as in force. */
const coreLimits = (limits: readonly AlarmLimitView[]): { priority: Priority; celsius: number }[] =>
  priorities.flatMap((priority) =>
    limits
      .filter(({ name }) => name === `core-${priority}`)
      .map(({ value }) => ({ priority, celsius: value })),
  );
