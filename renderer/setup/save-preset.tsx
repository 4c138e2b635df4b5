import { useState } from 'react';
import { fieldLimits, textProblem } from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { useText } from '../text/text.ts';
import { useForm } from './form-context.ts';
import type { Chosen } from './preset-form.ts';
import { refusalInWords } from './refusal.ts';

/** Keeps a changed preset in the site's folder, as a new version of its name or under a name of its own. */
export function SavePreset({ chosen }: { readonly chosen: Chosen }) {
  const words = useText();
  const { domain, entry } = words;
  const text = words.setup.editor;
  const { draft, change } = useForm();
  const [name, setName] = useState(chosen.base.name);
  const [said, setSaid] = useState<string | null>(null);
  const by = draft.perfusionist.trim();
  const wrong = textProblem(name, fieldLimits.presetName);
  const byWrong = textProblem(by, fieldLimits.name);
  const why =
    by === ''
      ? text.saveNeedsPerson
      : chosen.preset === null || chosen.changes.length === 0 || wrong !== null || byWrong !== null
        ? ''
        : null;
  const save = async () => {
    if (why !== null || chosen.preset === null) return;
    const copy = { copyOf: chosen.base.name, preset: { ...chosen.preset, name: name.trim() }, by };
    try {
      const reply = await window.isotherm.invoke('savePreset', copy);
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
        caption={why ?? text.saveCaption}
        aria-disabled={why !== null}
        onClick={() => void save()}
      />
      <p role="status">{wrong === null ? said : entry.text(wrong)}</p>
    </div>
  );
}
