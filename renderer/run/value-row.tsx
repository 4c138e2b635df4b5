import type { RunView } from '../../electron/contract/view.ts';
import type { Alarm } from '../../electron/contract/words.ts';
import { Figure } from '../parts/figure.tsx';
import { useText } from '../text/text.ts';
import type { Place } from './alarm-order.ts';
import { CircuitTile } from './circuit-tile.tsx';
import { CoreTile } from './core-tile.tsx';
import type { DialogueKind } from './dialogues/form.ts';
import { FlowTile } from './flow-tile.tsx';
import { HeaterTile } from './heater-tile.tsx';
import { flowLimitShares, type Watched } from './limits.ts';
import { Tile } from './tile.tsx';
import './value-row.css';

/** Circuit, flow, pressure, heater, volume and core; cavity pressure only where it is fitted. */
export function ValueRow({
  run,
  alarms,
  changed,
  onAsk,
}: {
  readonly run: RunView;
  readonly alarms: ReadonlyMap<Place, Alarm>;
  /** Figures whose alarm limit is another than the run began with. */
  readonly changed: ReadonlySet<Watched>;
  readonly onAsk: (kind: DialogueKind) => void;
}) {
  const words = useText().run;
  const text = words.tiles;
  const pressureFitted = run.cavityPressureMmHg.missing !== 'not-fitted';
  return (
    <div className="value-row">
      <CircuitTile run={run} />
      <FlowTile
        flow={run.flow}
        withinShare={run.precision.flow.inBandShare}
        held={run.flowHeld}
        stands={run.holds.flow}
        onChange={run.setFlow.mayChange ? () => onAsk('change-flow') : null}
        alarm={alarms.get('flow')}
        limitShares={flowLimitShares(run.alarmSystem.limits)}
        limitChanged={changed.has('flow')}
      />
      <Tile
        name={text.inflowLine}
        note={text.max(run.inflowLinePressureLimitMmHg)}
        foot={
          pressureFitted && (
            <>
              {text.cavityPressure}
              <Figure
                reading={run.cavityPressureMmHg}
                decimals={0}
                unit={text.mmHg}
                alarm={alarms.get('cavity-pressure')}
                limitChanged={changed.has('cavity-pressure')}
              />
            </>
          )
        }
      >
        <Figure
          reading={run.inflowLinePressureMmHg}
          decimals={0}
          unit={text.mmHg}
          alarm={alarms.get('inflow-line')}
        />
      </Tile>
      <HeaterTile
        heater={run.heater}
        held={run.heatHeld}
        stands={run.holds.heat}
        alarm={alarms.get('heater')}
      />
      <Tile name={text.volume} foot={text.plan(run.volume.planMl, run.volume.largestMl)}>
        <Figure
          reading={{ value: run.volume.inCavityMl, missing: null }}
          decimals={0}
          unit={text.ml}
          alarm={alarms.get('volume')}
          limitChanged={changed.has('volume')}
        />
      </Tile>
      <CoreTile run={run} alarm={alarms.get('core')} limitChanged={changed.has('core')} />
    </div>
  );
}
