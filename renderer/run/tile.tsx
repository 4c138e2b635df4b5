import type { ReactNode } from 'react';
import { ems, wide } from '../text/width.ts';
import { TilePress, type TilePressProps } from './tile-press.tsx';
import './tile.css';

interface TileProps {
  readonly name: string;
  readonly note?: string;
  readonly foot?: ReactNode;
  /** Why what the tile shows is held off; `null` where it is not. */
  readonly held?: string | null;
  readonly className?: string;
  /** The whole tile is a button: what it does, and by what name. */
  readonly press?: TilePressProps | undefined;
  readonly children: ReactNode;
}

/** A small panel: what it is, the value, and what belongs to it. */
export function Tile({ name, note, foot, held = null, className = '', press, children }: TileProps) {
  return (
    <section className={`tile panel ${className}`} data-held={held !== null} data-press={press !== undefined}>
      <p className="panel-caption" style={held === null ? undefined : wide(ems(held))}>
        <span>{held ?? name}</span>
        {note !== undefined && held === null && <span>{note}</span>}
      </p>
      {children}
      <p className="tile-foot">{foot}</p>
      {press !== undefined && <TilePress {...press} />}
    </section>
  );
}
