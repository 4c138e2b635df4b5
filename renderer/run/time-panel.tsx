import type { ClocksView } from '../../electron/contract/view.ts';
import type { Alarm } from '../../electron/contract/words.ts';
import { minutesSeconds } from '../text/format.ts';
import { useText } from '../text/text.ts';
import './time-panel.css';

/** Time left in band, large; the three clocks beside it; and why the in-band clock stands, if it does. */
export function TimePanel({
  clocks,
  alarm,
}: {
  readonly clocks: ClocksView;
  readonly alarm: Alarm | undefined;
}) {
  const text = useText().run.time;
  const notStarted = clocks.inBandStopped === 'not-started';
  const rows = [
    [text.elapsed, clocks.elapsedSeconds],
    [text.inBand, clocks.inBandSeconds],
    [text.drug, clocks.drugInCavitySeconds],
  ] as const;
  return (
    <section className="time-panel panel" data-waiting={notStarted}>
      <div className="time-left">
        <p className="panel-caption">{notStarted ? text.planned : text.left(clocks.plannedSeconds)}</p>
        <p
          className="time-figure"
          data-priority={alarm?.priority}
          data-acknowledged={alarm === undefined ? undefined : alarm.acknowledgedMs !== null}
        >
          {minutesSeconds(clocks.leftSeconds)}
        </p>
      </div>
      <div className="clocks">
        <dl>
          {rows.map(([name, seconds]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{minutesSeconds(seconds)}</dd>
            </div>
          ))}
        </dl>
        {clocks.inBandStopped !== null && !notStarted && (
          <p className="clock-stands">{text.stands(clocks.inBandStopped)}</p>
        )}
      </div>
    </section>
  );
}
