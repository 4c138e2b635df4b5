import type { ControlView } from '../../electron/contract/view.ts';
import { type Alarm, bandCelsius } from '../../electron/contract/words.ts';
import { Figure } from '../parts/figure.tsx';
import { useText } from '../text/text.ts';
import { TilePress } from './tile-press.tsx';
import './tile.css';
import './control-panel.css';

/** The one number above all: the temperature that is controlled, its target, and whether it holds. */
export function ControlPanel({
  control,
  inBandShare,
  alarm,
  limitChanged,
  onChange,
}: {
  readonly control: ControlView;
  /** Share of treatment time in band so far; `null` before treatment. */
  readonly inBandShare: number | null;
  readonly alarm: Alarm | undefined;
  readonly limitChanged: boolean;
  /** Another target may be chosen now; `null`: it may not. */
  readonly onChange: (() => void) | null;
}) {
  const { control: text, precision } = useText().run;
  return (
    <section className="control-panel panel" data-state={control.state}>
      <p className="panel-caption">
        <span className={control.alone === null ? undefined : 'control-alone'}>
          {control.alone === null
            ? text.site[control.site]
            : text.alone(control.alone.probe, control.alone.addedKelvin)}
        </span>
        <span>{text.target(control.targetCelsius, bandCelsius, onChange !== null)}</span>
      </p>
      <div className="control-line">
        <Figure
          reading={control.celsius}
          decimals={2}
          unit={text.celsius}
          alarm={alarm}
          limitChanged={limitChanged}
        />
        {control.state !== 'not-judged' && control.celsius.missing === null && (
          <p className="control-state">
            <b>{text.state[control.state]}</b>
            <br />
            {text.since(control.sinceWallMs)}
            {inBandShare !== null && (
              <>
                <br />
                <span className="control-share">{precision.share(inBandShare)}</span>
              </>
            )}
          </p>
        )}
      </div>
      {onChange !== null && <TilePress name={text.change} action="change-target" onPress={onChange} />}
    </section>
  );
}
