import type { AccessView } from '../../electron/contract/view.ts';
import { useText } from '../text/text.ts';
import { ask, close, useAsking } from './asking.ts';
import './person-chip.css';

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
      data-long={(signedIn?.name ?? '').length > 16}
      aria-expanded={open}
      onClick={() => (open ? close() : ask({ kind: signedIn === null ? 'sign-in' : 'menu' }))}
    >
      <b>{signedIn === null ? text.signIn : signedIn.name}</b>
      {inCharge && <small>{text.inCharge(chair.name)}</small>}
    </button>
  );
}
