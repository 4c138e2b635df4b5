import './tile.css';

export interface TilePressProps {
  readonly name: string;
  readonly action: string;
  readonly onPress: () => void;
}

/** Makes a whole tile or panel a button: what it does, and by what name. */
export function TilePress({ name, action, onPress }: TilePressProps) {
  return (
    <button type="button" className="tile-press" data-action={action} aria-label={name} onClick={onPress} />
  );
}
