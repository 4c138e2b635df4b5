import type { ReactNode } from 'react';
import './tile.css';

interface TileProps {
  readonly name: string;
  readonly note?: string;
  readonly foot?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A small panel: what it is, the value, and what belongs to it. */
export function Tile({ name, note, foot, className = '', children }: TileProps) {
  return (
    <section className={`tile panel ${className}`}>
      <p className="panel-caption">
        <span>{name}</span>
        {note !== undefined && <span>{note}</span>}
      </p>
      {children}
      {foot !== undefined && <p className="tile-foot">{foot}</p>}
    </section>
  );
}
