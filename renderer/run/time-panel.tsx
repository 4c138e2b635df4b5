import type { ClocksView, RunView } from '../../electron/contract/view.ts';
import type { Alarm } from '../../electron/contract/words.ts';
import { minutesSeconds } from '../text/format.ts';
import { useText } from '../text/text.ts';
import './time-panel.css';

/** Time left in band (of a single instillation, of its dwell), large; the three clocks beside it; and why the in-band clock stands, if it does. */
export function TimePanel({
  clocks,
  mode,
  alarm,
}: {
  readonly clocks: ClocksView;
  readonly mode: RunView['preset']['mode'];
  readonly alarm: Alarm | undefined;
}) {
  const text = useText().run.time;
  const notStarted = clocks.inBandStopped === 'not-started';
  const dwells = mode === 'single-instillation';
  const rows = [
    [dwells ? text.dwell : text.elapsed, clocks.elapsedSeconds],
    ...(dwells ? [] : [[text.inBand, clocks.inBandSeconds] as const]),
    [text.drug, clocks.drugInCavitySeconds],
  ] as const;
  return (
    <section className="time-panel panel" data-waiting={notStarted}>
      <div className="time-left">
        <p className="panel-caption">{caption(clocks, dwells, text)}</p>
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
        {clocks.inBandStopped !== null && !notStarted && !dwells && (
          <p className="clock-stands">{text.stands(clocks.inBandStopped)}</p>
        )}
      </div>
    </section>
  );
}

type TimeText = ReturnType<typeof useText>['run']['time'];

function caption({ inBandStopped, plannedSeconds }: ClocksView, dwells: boolean, text: TimeText): string {
  if (dwells) return text.dwellLeft(plannedSeconds);
  return inBandStopped === 'not-started' ? text.planned : text.left(plannedSeconds);
}
