import type { Preset } from '../../../electron/contract/words.ts';
import { useText } from '../../text/text.ts';

/** What of the plan is another than the preset it was copied from. */
export function PlanChanges({ preset }: { readonly preset: Preset }) {
  const text = useText().setup.editor;
  return preset.basedOn?.changes.map(({ field, from, to }) => (
    <dd key={field} className="plan-changed">
      {text.nameOf(field)} <s>{text.shown(field, from)}</s> → <b>{text.shown(field, to)}</b>
    </dd>
  ));
}
