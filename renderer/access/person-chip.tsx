import type { AccessView } from '../../electron/contract/view.ts';
import { useText } from '../text/text.ts';
import { ems, fitted } from '../text/width.ts';
import { ask, close, useAsking } from './asking.ts';
import './person-chip.css';

/** What two small lines of the head hold; a longer name stands in full in the panel that this opens, em. */
const room = { name: 24, inCharge: 12, oneLine: 10 } as const;

/** Who is signed in, or that nobody is; and who is in charge where that is somebody else. */
export function PersonChip({ access }: { readonly access: AccessView }) {
  const text = useText().access;
  const open = useAsking(({ prompt }) => prompt !== null);
  const { signedIn, chair } = access;
  const inCharge = chair !== null && chair.id !== signedIn?.id;
  return (
    <button
      type="button"
      className="person-chip"
      data-action="person"
      data-signed-in={signedIn !== null}
      data-long={ems(signedIn?.name ?? '') > room.oneLine}
      aria-expanded={open}
      onClick={() => (open ? close() : ask({ kind: signedIn === null ? 'sign-in' : 'menu' }))}
    >
      <b>{signedIn === null ? text.signIn : fitted(signedIn.name, room.name)}</b>
      {inCharge && <small>{text.inCharge(fitted(chair.name, room.inCharge))}</small>}
    </button>
  );
}
