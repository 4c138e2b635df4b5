import { type ReactNode, useId } from 'react';
import { Button } from '../parts/button.tsx';
import { NumberInput } from '../parts/number-input.tsx';
import { useText } from '../text/text.ts';
import { blank, type Draft, type DraftFields, type DraftProblem } from './draft.ts';
import { LinesEditor, NamesEditor } from './lines-editor.tsx';
import { type Fields, formulas, type Shape } from './shapes.ts';
import { fieldName, plainNumber, unitWords } from './value-words.ts';

export interface EditorProps<Value extends Draft = Draft> {
  /** What it is called; "" where its head says so. */
  readonly label: string;
  readonly draft: Value;
  readonly problems: readonly DraftProblem[];
  readonly onChange: (draft: Draft) => void;
}

/** The form of one value, whatever it is made of. */
export function ValueEditor({ shape, ...props }: EditorProps & { readonly shape: Shape }) {
  switch (shape.kind) {
    case 'text':
      return <TextField {...props} draft={props.draft as string} />;
    case 'number':
      return <NumberField {...props} shape={shape} draft={props.draft as string} />;
    case 'yes-no':
      return <YesNo {...props} draft={props.draft as boolean} />;
    case 'formula':
      return <Formula {...props} draft={props.draft as string} />;
    case 'fields':
      return <FieldsEditor {...props} shape={shape} draft={props.draft as DraftFields | null} />;
    case 'lines':
      return <LinesEditor {...props} of={shape.of} draft={props.draft as readonly DraftFields[]} />;
    case 'names':
      return <NamesEditor {...props} draft={props.draft as readonly string[]} />;
  }
}

/** What is wrong at a place, or below it. */
export const below = (problems: readonly DraftProblem[], name: string): DraftProblem[] =>
  problems.flatMap(({ at, text }) =>
    at === name
      ? [{ at: '', text }]
      : at.startsWith(`${name}.`)
        ? [{ at: at.slice(name.length + 1), text }]
        : [],
  );

export function Said({ problems }: { readonly problems: readonly DraftProblem[] }) {
  const here = problems.filter(({ at }) => at === '');
  return here.length === 0 ? null : <p className="site-problem">{here.map(({ text }) => text).join(' ')}</p>;
}

function TextField({ label, draft, problems, onChange }: EditorProps<string>) {
  return (
    <label className="site-field" data-wrong={problems.length > 0}>
      <span>{label}</span>
      <input value={draft} autoComplete="off" onChange={(event) => onChange(event.target.value)} />
      <Said problems={problems} />
    </label>
  );
}

function NumberField({
  label,
  shape,
  draft,
  problems,
  onChange,
}: EditorProps<string> & { readonly shape: Shape & { kind: 'number' } }) {
  const words = useText();
  const text = words.site;
  const id = useId();
  const { bounds, whole, orNone } = shape;
  const unit = unitWords(shape.unit, words);
  const may = bounds === null ? '' : text.may(plainNumber(bounds[0]), plainNumber(bounds[1]), unit);
  return (
    <div className="site-field" data-wrong={problems.length > 0}>
      <label htmlFor={id}>{`${label}${unit === '' ? '' : ` (${unit})`}`}</label>
      <NumberInput
        id={id}
        value={draft}
        rule={{ bounds: bounds ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY], whole }}
        unit={unit}
        onType={onChange}
      />
      <small>{[may, orNone ? text.emptyIsNone : ''].filter((one) => one !== '').join(' · ')}</small>
      <Said problems={problems} />
    </div>
  );
}

function YesNo({ label, draft, problems, onChange }: EditorProps<boolean>) {
  const text = useText().site;
  return (
    <fieldset className="site-field">
      <legend>{label}</legend>
      <div className="site-choice">
        <Button aria-pressed={draft} title={text.yes} onClick={() => onChange(true)} />
        <Button aria-pressed={!draft} title={text.no} onClick={() => onChange(false)} />
      </div>
      <Said problems={problems} />
    </fieldset>
  );
}

function Formula({ label, draft, problems, onChange }: EditorProps<string>) {
  const words = useText();
  return (
    <fieldset className="site-field">
      <legend>{label}</legend>
      <div className="site-choice">
        {formulas.map((one) => (
          <Button
            key={one}
            aria-pressed={one === draft}
            title={words.domain.bodySurfaceFormula[one]}
            onClick={() => onChange(one)}
          />
        ))}
      </div>
      <Said problems={problems} />
    </fieldset>
  );
}

function FieldsEditor({
  shape,
  draft,
  problems,
  onChange,
}: EditorProps<DraftFields | null> & { readonly shape: Shape & { kind: 'fields' } }) {
  const text = useText().site;
  return (
    <div className="site-fields">
      <Said problems={problems} />
      {shape.orNone && (
        <div className="site-choice">
          <Button aria-pressed={draft === null} title={text.none} onClick={() => onChange(null)} />
          <Button
            aria-pressed={draft !== null}
            title={text.some}
            onClick={() => draft === null && onChange(blank(shape))}
          />
        </div>
      )}
      {draft !== null && <FieldRow of={shape.of} draft={draft} problems={problems} onChange={onChange} />}
    </div>
  );
}

interface FieldRowProps {
  readonly of: Fields;
  readonly draft: DraftFields;
  readonly problems: readonly DraftProblem[];
  readonly onChange: (draft: DraftFields) => void;
  /** Behind the last. */
  readonly children?: ReactNode;
}

/** Parts of a value side by side; lists one below the other. */
export function FieldRow({ of, draft, problems, onChange, children }: FieldRowProps) {
  const words = useText();
  const stacked = Object.values(of).some(({ kind }) => kind === 'lines');
  return (
    <div className={stacked ? 'site-stack' : 'site-row-fields'}>
      {Object.entries(of).map(([name, shape]) => (
        <div key={name} data-field={name}>
          {stacked && <h3>{fieldName(name, words)}</h3>}
          <ValueEditor
            shape={shape}
            label={fieldName(name, words)}
            draft={draft[name] ?? blank(shape)}
            problems={below(problems, name)}
            onChange={(inner) => onChange({ ...draft, [name]: inner })}
          />
        </div>
      ))}
      {children}
    </div>
  );
}
