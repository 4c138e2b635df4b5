import type { ReactNode } from 'react';
import './tile.css';

interface TileProps {
  readonly name: string;
  readonly note?: string;
  readonly foot?: ReactNode;
  /** Why what the tile shows is held off; `null` where it is not. */
  readonly held?: string | null;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A small panel: what it is, the value, and what belongs to it. */
export function Tile({ name, note, foot, held = null, className = '', children }: TileProps) {
  return (
    <section className={`tile panel ${className}`} data-held={held !== null}>
      <p className="panel-caption">
        <span>{held ?? name}</span>
        {note !== undefined && held === null && <span>{note}</span>}
      </p>
      {children}
      <p className="tile-foot">{foot}</p>
    </section>
  );
}
