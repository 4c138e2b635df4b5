import { missingText } from '../../electron/contract/text.ts';
import type { RunView } from '../../electron/contract/view.ts';
import type { CircuitMode } from '../../electron/contract/words.ts';
import { useText } from '../text/text.ts';
import { Tile } from './tile.tsx';
import './circuit-tile.css';

/** Which pipes carry fluid in each mode of the circuit. */
const pipes: Readonly<Record<CircuitMode, readonly string[]>> = {
  standby: [],
  prime: ['supply', 'bypass'],
  bypass: ['supply', 'bypass'],
  fill: ['supply', 'inflow'],
  circulate: ['supply', 'inflow', 'outflow'],
  drain: ['outflow'],
  rinse: ['supply', 'inflow'],
};

const paths: Readonly<Record<string, string>> = {
  supply: 'M24 36 V44 H108',
  inflow: 'M108 44 H146 V40',
  bypass: 'M108 44 V25 H40',
  outflow: 'M146 16 V7 H24 V14',
};

/** The circuit as the rig says it is in force: reservoir, pump, heater, cavity, and the way the fluid takes. */
export function CircuitTile({ run }: { readonly run: RunView }) {
  const text = useText().run;
  const { requested, inForce } = run.mode;
  const open = inForce === null ? [] : pipes[inForce];
  const { value: reservoirMl } = run.volume.reservoirMl;
  const level = reservoirMl === null ? null : text.tiles.reservoir(reservoirMl);
  const note = inForce === requested ? level : text.tiles.modeAsked(requested);
  const moving = (run.flow.inForceMlPerMin ?? 0) > 0;
  return (
    <Tile
      name={inForce === null ? missingText : text.tiles.mode(inForce)}
      {...(note === null ? {} : { note })}
      className="circuit-tile"
    >
      <svg viewBox="4 3 168 52" className="circuit" data-moving={moving} aria-hidden="true">
        {Object.entries(paths).map(([name, d]) => (
          <path key={name} d={d} className="pipe" data-open={open.includes(name)} />
        ))}
        <rect x="8" y="14" width="32" height="22" rx="3" className="vessel" />
        <text x="24" y="29">
          {text.circuit.reservoir}
        </text>
        <circle cx="58" cy="44" r="8" className="vessel" />
        <path d="M55 40 L62 44 L55 48 Z" className="pump" data-on={moving} />
        <rect
          x="78"
          y="37"
          width="18"
          height="14"
          rx="2"
          className="vessel heat"
          data-on={run.heater.inForce === true}
        />
        <path d="M82 48 L87 40 L87 48 L92 40" className="coil" />
        <ellipse cx="146" cy="28" rx="22" ry="12" className="vessel" />
        <text x="146" y="32">
          {text.circuit.cavity}
        </text>
      </svg>
    </Tile>
  );
}
