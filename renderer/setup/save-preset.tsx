import { useState } from 'react';
import { fieldLimits, textProblem } from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { useText } from '../text/text.ts';
import { useForm } from './form-context.ts';
import type { Chosen } from './preset-form.ts';
import { refusalInWords } from './refusal.ts';

/**
 * Keeps a changed preset in the site's folder, as a new version of its name or under a name of its own. Who made it is
 * who is signed in: main says so.
 */
export function SavePreset({ chosen }: { readonly chosen: Chosen }) {
  const words = useText();
  const { domain, entry } = words;
  const text = words.setup.editor;
  const { change } = useForm();
  const [name, setName] = useState(chosen.base.name);
  const [said, setSaid] = useState<string | null>(null);
  const wrong = textProblem(name, fieldLimits.presetName);
  const mayBeKept = chosen.preset !== null && chosen.changes.length > 0 && wrong === null;
  const save = async () => {
    if (chosen.preset === null || !mayBeKept) return;
    const preset = { ...chosen.preset, name: name.trim() };
    try {
      const reply = await window.isotherm.invoke('savePreset', { copyOf: chosen.base.name, preset });
      setSaid(
        reply.ok
          ? text.saved(reply.preset)
          : reply.problems.map(({ message }) => domain.problem(message)).join('. '),
      );
      if (reply.ok) change({ presetName: reply.preset.name, presetForm: null });
    } catch (error) {
      setSaid(refusalInWords(error, words) ?? text.notSaved);
    }
  };
  return (
    <div className="save-preset">
      <input
        aria-label={text.saveName}
        aria-invalid={wrong !== null}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button
        data-action="save-preset"
        title={text.save}
        caption={mayBeKept ? text.saveCaption : ''}
        aria-disabled={!mayBeKept}
        onClick={() => void save()}
      />
      <p role="status">{wrong === null ? said : entry.text(wrong)}</p>
    </div>
  );
}
