import { missingText, number } from '../../electron/contract/text.ts';
import type { RunView } from '../../electron/contract/view.ts';
import { type Alarm, flowBandShare, type HoldReason } from '../../electron/contract/words.ts';
import { Figure } from '../parts/figure.tsx';
import { useText } from '../text/text.ts';
import { Tile } from './tile.tsx';
import './flow-tile.css';

interface FlowTileProps {
  readonly flow: RunView['flow'];
  readonly held: HoldReason | null;
  readonly alarm: Alarm | undefined;
}

/** Half-width of the bar, share of the set flow. */
const barShare = 0.25;

/** Measured flow against its set-point; the dark field is the promise of ±5 %. */
export function FlowTile({ flow, held, alarm }: FlowTileProps) {
  const text = useText().run.tiles;
  const { requestedMlPerMin: asked, inForceMlPerMin: inForce } = flow;
  const agreed = inForce === asked;
  const note = agreed
    ? text.flowSet(asked)
    : text.flowNotInForce(asked, inForce === null ? missingText : number(inForce));
  return (
    <Tile name={text.flow} note={note} className={`flow-tile ${held === null ? '' : 'is-held'}`}>
      <p className="flow-line">
        <Figure reading={flow.mlPerMin} decimals={0} unit={text.mlPerMin} alarm={alarm} />
        {flow.outflowMlPerMin.value !== null && (
          <span className="flow-out">{text.outflow(number(flow.outflowMlPerMin.value))}</span>
        )}
      </p>
      {held === null ? (
        <FlowBar asked={asked} measured={flow.mlPerMin.value} />
      ) : (
        <b className="held" data-held="flow">
          {text.flowHeld(held)}
        </b>
      )}
    </Tile>
  );
}

function FlowBar({ asked, measured }: { readonly asked: number; readonly measured: number | null }) {
  const band = (flowBandShare / barShare) * 50;
  const off = asked === 0 || measured === null ? null : (measured - asked) / asked;
  const at = off === null ? null : 50 + (Math.max(-barShare, Math.min(barShare, off)) / barShare) * 50;
  return (
    <div className="flow-bar" aria-hidden="true">
      {asked > 0 && <i className="flow-band" style={{ left: `${50 - band}%`, width: `${2 * band}%` }} />}
      {at !== null && <i className="flow-mark" style={{ left: `${at}%` }} />}
    </div>
  );
}
