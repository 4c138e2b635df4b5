import { Button } from '../parts/button.tsx';
import { useText } from '../text/text.ts';
import { AdditionsEditor } from './additions-editor.tsx';
import { ChangeList } from './change-list.tsx';
import { useForm } from './form-context.ts';
import { withoutAddition, withoutAnyAddition } from './planned-additions.ts';
import { PresetChoice, PresetInput } from './preset-field.tsx';
import {
  type Chosen,
  type ChosenField,
  choices,
  type EditedField,
  editedFields,
  formOf,
  isNumeric,
  type PresetForm,
} from './preset-form.ts';
import { SavePreset } from './save-preset.tsx';
import './preset-editor.css';

interface PresetEditorProps {
  readonly chosen: Chosen;
  readonly onLeave: () => void;
}

/** A copy of a preset, changed value by value: each change beside what it was, each problem at its field. */
export function PresetEditor({ chosen, onLeave }: PresetEditorProps) {
  const { preset: text, editor } = useText().setup;
  const { draft, change } = useForm();
  const { base } = chosen;
  const form = draft.presetForm ?? formOf(base);
  const edit = (presetForm: PresetForm) => change({ presetForm });
  const set = (field: EditedField) => (value: string) =>
    edit({ ...form, values: { ...form.values, [field]: value } });
  const was = formOf(base).values;
  const problem = (field: string) => chosen.problems.find((one) => one.field === field) ?? null;
  const at = <Field extends EditedField>(field: Field) => ({
    field,
    value: form.values[field],
    was: was[field],
    problem: problem(field),
    onChange: set(field),
  });
  return (
    <div className="preset-editor">
      <div className="preset-editor-head">
        <div>
          <h3>{text.name(base)}</h3>
          <p>{text.for(base)}</p>
        </div>
        <Button
          data-action="reset-preset"
          title={editor.reset}
          onClick={() => change({ presetForm: null, drugs: withoutAnyAddition(draft.drugs) })}
        />
        <Button data-action="other-preset" title={editor.other} onClick={onLeave} />
      </div>
      <div className="preset-fields">
        {editedFields.filter(isNumeric).map((field) => (
          <PresetInput key={field} {...at(field)} />
        ))}
        <PresetInput {...at('carrier')} />
        {(Object.keys(choices) as ChosenField[]).map((field) => (
          <PresetChoice key={field} {...at(field)} values={choices[field]} />
        ))}
      </div>
      <AdditionsEditor
        additions={form.additions}
        problem={problem('additions')}
        onChange={(additions) => edit({ ...form, additions })}
        onRemove={(index) =>
          change({
            presetForm: { ...form, additions: form.additions.filter((_, at) => at !== index) },
            drugs: withoutAddition(draft.drugs, index),
          })
        }
      />
      <ChangeList changes={chosen.changes} />
      <SavePreset chosen={chosen} />
    </div>
  );
}
