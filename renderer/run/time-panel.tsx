import type { ClocksView } from '../../electron/contract/view.ts';
import type { Alarm } from '../../electron/contract/words.ts';
import { minutesSeconds } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { TilePress } from './tile-press.tsx';
import './tile.css';
import './time-panel.css';

/**
 * Time left by the clock that rules, large, and the time of day it ends; the other clocks beside it; why the in-band
 * clock stands, if it does.
 */
export function TimePanel({
  clocks,
  endsWallMs,
  alarm,
  onExtend,
}: {
  readonly clocks: ClocksView;
  /** If its clock goes on from now; `null`: it does not, or is over. */
  readonly endsWallMs: number | null;
  readonly alarm: Alarm | undefined;
  /** `null`: not now. */
  readonly onExtend: (() => void) | null;
}) {
  const text = useText().run.time;
  const notStarted = clocks.inBandStopped === 'not-started';
  const dwells = clocks.ruling === 'dwell';
  // Where it stands nobody knows when it ends.
  const stands = clocks.inBandStopped !== null && !notStarted && !dwells;
  const rows = [
    [dwells ? text.dwell : text.elapsed, clocks.elapsedSeconds],
    ...(dwells ? [] : [[text.inBand, clocks.inBandSeconds] as const]),
    [text.drug, clocks.drugInCavitySeconds],
  ] as const;
  return (
    <section className="time-panel panel" data-waiting={notStarted}>
      <div className="time-left">
        <p className="panel-caption">
          {caption(clocks, text)}
          {onExtend !== null && ' ▸'}
        </p>
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
          {endsWallMs !== null && !stands && (
            <div className="time-ends">
              <dt>{text.ends}</dt>
              <dd>{text.at(endsWallMs)}</dd>
            </div>
          )}
          {rows.map(([name, seconds]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{minutesSeconds(seconds)}</dd>
            </div>
          ))}
        </dl>
        {stands && clocks.inBandStopped !== null && (
          <p className="clock-stands">{text.stands(clocks.inBandStopped)}</p>
        )}
      </div>
      {onExtend !== null && <TilePress name={text.extend} action="extend-by" onPress={onExtend} />}
    </section>
  );
}

type TimeText = ReturnType<typeof useText>['run']['time'];

const caption = ({ inBandStopped, plannedSeconds, ruling }: ClocksView, text: TimeText): string =>
  inBandStopped === 'not-started' && ruling !== 'dwell'
    ? text.planned[ruling]
    : text.left[ruling](plannedSeconds);
