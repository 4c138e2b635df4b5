import type { LinkState } from '../../electron/contract/view.ts';
import './link-dot.css';

/** Link quality by shape and colour: full, half, ring, cross. */
export function LinkDot({ link }: { readonly link: LinkState }) {
  return <span className="link-dot" data-link={link} aria-hidden="true" />;
}
