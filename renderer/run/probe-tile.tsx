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

/** Beside its name: where it lies, or how long it counts for nothing. */
function placeOf({ site, ignored }: ProbeView, { run, domain }: Text): string {
  return ignored === null ? domain.probeSite[site] : run.probe.ignored(minutesSeconds(ignored.secondsLeft));
}

/** At the right: what it counts for. */
function noteOf(
  { probe, controlSite }: Pick<ProbeTileProps, 'probe' | 'controlSite'>,
  { run }: Text,
): string {
  if (probe.site === 'inflow') return run.probe.ceiling(inflowCeilingCelsius);
  const controls = controlSite === 'cavity' ? isCavity(probe.site) : controlSite === probe.site;
  // What has no value, or is outvoted, controls nothing.
  return controls && probe.celsius.value !== null ? run.probe.isControl : '';
}

/** One probe: site, hue and dash of its curve, value or why there is none. */
export function ProbeTile({ probe, index, controlSite, alarm, limitChanged, onIgnore }: ProbeTileProps) {
  const text = useText();
  const unused = probe.site === 'not-used';
  const reads = probe.ignored?.celsius ?? null;
  return (
    <section className="probe-tile panel" data-probe={probe.id} data-unused={unused}>
      <p className="panel-caption">
        <span>
          <b>{probe.id}</b> {placeOf(probe, text)}
        </span>
        <span>{noteOf({ probe, controlSite }, text)}</span>
      </p>
      {!unused && (
        <Figure
          reading={probe.celsius}
          decimals={2}
          alarm={alarm}
          limitChanged={limitChanged}
          reason={reads === null ? undefined : text.run.probe.reads(celsius(reads))}
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
