import { celsius, minutesSeconds } from '../../electron/contract/text.ts';
import type { ControlView, ProbeView } from '../../electron/contract/view.ts';
import { type Alarm, inflowCeilingCelsius, isCavity } from '../../electron/contract/words.ts';
import { Figure } from '../parts/figure.tsx';
import { type Text, useText } from '../text/text.ts';
import { curveLook } from '../trend/looks.ts';
import { TilePress } from './tile-press.tsx';
import './probe-tile.css';

interface ProbeTileProps {
  readonly probe: ProbeView;
  readonly index: number;
  readonly controlSite: ControlView['site'];
  readonly alarm: Alarm | undefined;
  readonly limitChanged: boolean;
  readonly onIgnore: (() => void) | null;
}

function whyIgnored({ ignored }: ProbeView, text: Text): string | undefined {
  if (ignored === null) return undefined;
  const reads = ignored.celsius === null ? null : celsius(ignored.celsius);
  return text.run.probe.ignored(minutesSeconds(ignored.secondsLeft), reads);
}

/** One probe: site, hue and dash of its curve, value or why there is none. */
export function ProbeTile({ probe, index, controlSite, alarm, limitChanged, onIgnore }: ProbeTileProps) {
  const text = useText();
  const unused = probe.site === 'not-used';
  const controls = controlSite === 'cavity' ? isCavity(probe.site) : controlSite === probe.site;
  // What has no value, or is outvoted, controls nothing.
  const note = controls && probe.celsius.value !== null ? text.run.probe.isControl : '';
  return (
    <section className="probe-tile panel" data-probe={probe.id} data-unused={unused}>
      <p className="panel-caption">
        <span>
          <b>{probe.id}</b> {text.domain.probeSite[probe.site]}
        </span>
        <span>{probe.site === 'inflow' ? text.run.probe.ceiling(inflowCeilingCelsius) : note}</span>
      </p>
      {!unused && (
        <Figure
          reading={probe.celsius}
          decimals={2}
          alarm={alarm}
          limitChanged={limitChanged}
          reason={whyIgnored(probe, text)}
        />
      )}
      {onIgnore !== null && (
        <TilePress
          name={text.actions.planChange.ignore.open(probe.id)}
          action={`ignore-${probe.id}`}
          onPress={onIgnore}
        />
      )}
      <svg className="probe-edge" viewBox="0 0 8 100" preserveAspectRatio="none" aria-hidden="true">
        <line x1="4" x2="4" y1="0" y2="100" strokeDasharray={curveLook(index).edgeDash} />
      </svg>
    </section>
  );
}
