import { Button } from '../parts/button.tsx';
import { NumberInput } from '../parts/number-input.tsx';
import { useText } from '../text/text.ts';
import { additionMinute, type Hint, type TypedAddition } from './preset-form.ts';

interface AdditionsEditorProps {
  readonly additions: readonly TypedAddition[];
  readonly problem: Hint | null;
  readonly onChange: (additions: readonly TypedAddition[]) => void;
  readonly onRemove: (index: number) => void;
}

/** Planned additions: a minute of treatment and what the team calls it. The console suggests none. */
export function AdditionsEditor({ additions, problem, onChange, onRemove }: AdditionsEditorProps) {
  const text = useText().setup.editor;
  const replace = (index: number, one: TypedAddition) =>
    onChange(additions.map((other, at) => (at === index ? one : other)));
  const rows = additions.map((addition, index) => ({ ...addition, index, number: index + 1 }));
  return (
    <div className="additions-editor">
      <div className="additions-head">
        <h3>{text.additions}</h3>
        <Button
          data-action="add-addition"
          title={text.add}
          onClick={() => onChange([...additions, { atMinutes: '', label: '' }])}
        />
      </div>
      {rows.map(({ atMinutes, label, index, number }) => (
        <div className="addition-row" key={number}>
          <NumberInput
            aria-label={text.additionMinute(number)}
            value={atMinutes}
            rule={additionMinute}
            unit={text.unit('minutes')}
            placeholder={text.minute}
            onType={(typed) => replace(index, { atMinutes: typed, label })}
          />
          <input
            aria-label={text.additionLabel(number)}
            value={label}
            placeholder={text.label}
            onChange={(event) => replace(index, { atMinutes, label: event.target.value })}
          />
          <Button
            title={text.remove}
            aria-label={text.removeAddition(number)}
            onClick={() => onRemove(index)}
          />
        </div>
      ))}
      <p className="field-problem">{problem === null ? '' : text.problem(problem)}</p>
    </div>
  );
}
