import type { AdditionView } from '../../electron/contract/view.ts';
import { useText } from '../text/text.ts';

/** Planned additions: what, when, and how each stands. */
export function AdditionRows({ additions }: { readonly additions: readonly AdditionView[] }) {
  const text = useText().run.additions;
  return (
    <ol className="addition-rows">
      {additions.map((one) => (
        <li key={`${one.atMinutes} ${one.label}`} data-state={one.state}>
          <span>{text.at(one.atMinutes)}</span>
          <b>{one.label}</b>
          <span>{text.stands(one)}</span>
        </li>
      ))}
    </ol>
  );
}
