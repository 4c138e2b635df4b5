import type { RunView } from '../../electron/contract/view.ts';
import { useText } from '../text/text.ts';
import { placeRows } from './places.ts';
import './place-rows.css';

/** Where catheters and probes lie, to be read only. */
export function PlaceRows({ run }: { readonly run: RunView }) {
  const words = useText();
  return (
    <dl className="place-rows">
      {placeRows(run, words).map(({ what, where }) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>{where}</dd>
        </div>
      ))}
    </dl>
  );
}
