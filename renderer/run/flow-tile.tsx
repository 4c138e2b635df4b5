import { missingText, number, whole } from '../../electron/contract/text.ts';
import type { HoldStands, RunView } from '../../electron/contract/view.ts';
import { type Alarm, flowBandShare, type HoldReason } from '../../electron/contract/words.ts';
import { Figure } from '../parts/figure.tsx';
import { useText } from '../text/text.ts';
import { Tile } from './tile.tsx';
import './flow-tile.css';

interface FlowTileProps {
  readonly flow: RunView['flow'];
  /** Share of treatment time within ±5 % so far; `null` before treatment. */
  readonly withinShare: number | null;
  readonly held: HoldReason | null;
  /** How far that hold has come at the machine. */
  readonly stands: HoldStands | null;
  /** Another set flow may be chosen now; `null`: it may not. */
  readonly onChange: (() => void) | null;
  readonly alarm: Alarm | undefined;
  /** Deviations that alarm, share of the set flow. */
  readonly limitShares: readonly number[];
  readonly limitChanged: boolean;
}

/** Half-width of the bar, share of the set flow. */
const barShare = 0.25;

/** Measured flow against its set-point; the dark field is the promise of ±5 %, the fine lines are alarm limits. */
export function FlowTile({
  flow,
  withinShare,
  held,
  stands,
  onChange,
  alarm,
  limitShares,
  limitChanged,
}: FlowTileProps) {
  const { tiles: text, precision } = useText().run;
  const { requestedMlPerMin: asked, inForceMlPerMin: inForce } = flow;
  const agreed = asked !== null && asked > 0 && inForce === asked;
  return (
    <Tile
      name={text.flow}
      note={agreed ? text.flowSet(asked, onChange !== null) : text.flowAsked(asked)}
      press={
        onChange === null ? undefined : { name: text.flowChange, action: 'change-flow', onPress: onChange }
      }
      foot={
        agreed ? (
          <>
            <FlowBar asked={asked} measured={flow.mlPerMin.value} limitShares={limitShares} />
            {withinShare !== null && <span>{precision.shareShort(withinShare)}</span>}
          </>
        ) : (
          <b>{text.inForce(inForce === null ? missingText : number(inForce))}</b>
        )
      }
      held={held === null ? null : text.flowHeld(held, stands ?? 'held')}
    >
      <p className="flow-line">
        <Figure
          reading={flow.mlPerMin}
          decimals={0}
          unit={text.mlPerMin}
          alarm={alarm}
          limitChanged={limitChanged}
        />
        {flow.outflowMlPerMin.missing !== 'not-fitted' && (
          <span className="flow-out">
            {text.outflow}
            <br />
            {whole(flow.outflowMlPerMin.value)}
          </span>
        )}
      </p>
    </Tile>
  );
}

interface FlowBarProps {
  readonly asked: number;
  readonly measured: number | null;
  readonly limitShares: readonly number[];
}

function FlowBar({ asked, measured, limitShares }: FlowBarProps) {
  const band = (flowBandShare / barShare) * 50;
  const off = measured === null ? null : (measured - asked) / asked;
  const at = off === null ? null : 50 + (Math.max(-barShare, Math.min(barShare, off)) / barShare) * 50;
  return (
    <span className="flow-bar" aria-hidden="true">
      <i className="flow-band" style={{ left: `${50 - band}%`, width: `${2 * band}%` }} />
      {limitShares
        .filter((share) => share <= barShare)
        .flatMap((share) => [-share, share])
        .map((share) => (
          <i key={share} className="flow-limit" style={{ left: `${50 + (share / barShare) * 50}%` }} />
        ))}
      {at !== null && <i className="flow-mark" style={{ left: `${at}%` }} />}
    </span>
  );
}
