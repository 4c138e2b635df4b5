import { useState } from 'react';
import { fieldLimits, textProblem } from '../../electron/contract/words.ts';
import { withPeople } from '../access/asking.ts';
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
  const { preset } = chosen;
  const canSave = preset !== null && chosen.changes.length > 0 && wrong === null;
  const save = async () => {
    if (!canSave) return;
    const copy = { copyOf: chosen.base.name, preset: { ...preset, name: name.trim() } };
    try {
      const reply = await withPeople(
        () => window.isotherm.invoke('savePreset', copy),
        (told) => (told.ok ? null : told.why),
      );
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
        caption={canSave ? text.saveCaption : ''}
        aria-disabled={!canSave}
        onClick={() => void save()}
      />
      <p role="status">{wrong === null ? said : entry.text(wrong)}</p>
    </div>
  );
}
