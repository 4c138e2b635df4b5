import type { PresetChange } from '../../electron/contract/words.ts';
import { useText } from '../text/text.ts';

/** Every change as a change: what it was, what it is. */
export function ChangeList({ changes }: { readonly changes: readonly PresetChange[] }) {
  const text = useText().setup.editor;
  if (changes.length === 0) return null;
  return (
    <section className="change-list">
      <h3>{text.changes(changes.length)}</h3>
      <ul>
        {changes.map(({ field, from, to }) => (
          <li key={field}>
            {text.nameOf(field)} <s>{text.shown(field, from)}</s> <i aria-hidden="true">→</i>{' '}
            <b>{text.shown(field, to)}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}
