import { missingText } from '../../electron/contract/text.ts';
import type { HoldStands, RunView } from '../../electron/contract/view.ts';
import type { Alarm, HoldReason } from '../../electron/contract/words.ts';
import { Figure } from '../parts/figure.tsx';
import { useText } from '../text/text.ts';
import { Tile } from './tile.tsx';

interface HeaterTileProps {
  readonly heater: RunView['heater'];
  readonly held: HoldReason | null;
  /** How far that hold has come at the machine. */
  readonly stands: HoldStands | null;
  readonly alarm: Alarm | undefined;
}

/** Three values that are not the same: what was asked, what the rig says is in force, what is measured. */
export function HeaterTile({ heater, held, stands, alarm }: HeaterTileProps) {
  const text = useText().run.tiles;
  const state = (on: boolean | null, celsius: number | null) =>
    on === null ? missingText : on ? text.on(celsius) : text.off;
  const asked = state(heater.requested, heater.setpointRequestedCelsius);
  const inForce = state(heater.inForce, heater.setpointInForceCelsius);
  return (
    <Tile
      name={text.heater}
      note={text.asked(asked)}
      foot={<b>{asked === inForce && asked !== missingText ? text.confirmed : text.inForce(inForce)}</b>}
      held={held === null ? null : text.heatHeld(held, stands ?? 'held')}
    >
      <Figure reading={heater.powerPercent} decimals={1} unit={text.percent} alarm={alarm} />
    </Tile>
  );
}
