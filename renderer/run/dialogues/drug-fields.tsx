import type { Ref } from 'react';
import type { RunView } from '../../../electron/contract/view.ts';
import type { DrugEntry } from '../../../electron/contract/words.ts';
import { Button } from '../../parts/button.tsx';
import { useText } from '../../text/text.ts';
import { ambiguous } from '../../text/typed-number.ts';
import { DrugComputed } from './drug-computed.tsx';
import {
  amountOf,
  type DrugAmount,
  type DrugAnswers,
  drugRules,
  drugTexts,
  isDateOrBlank,
  plannedBeside,
  typedFrom,
} from './drug-form.ts';
import { Typed } from './inputs.tsx';
import './drug-fields.css';

interface DrugFieldsProps {
  readonly run: RunView;
  readonly answers: DrugAnswers;
  readonly onChange: (answers: DrugAnswers) => void;
  /** What the case plans here; what is typed changes nothing of it. */
  readonly planned: DrugEntry | null;
  readonly focus?: Ref<HTMLTextAreaElement & HTMLInputElement> | undefined;
}

/** A drug as it was given, and below it what the console reckons from that. */
export function DrugFields({ run, answers, onChange, planned, focus }: DrugFieldsProps) {
  const { records, entry, run: words } = useText();
  const text = records.drug;
  const units: Readonly<Record<DrugAmount, string>> = { doseMg: 'mg', volumeMl: words.tiles.ml };
  const doseMg = amountOf('doseMg', answers.doseMg);
  const typed = (field: keyof typeof drugTexts, first?: typeof focus) => (
    <Typed
      label={text.field[field]}
      value={answers[field]}
      onChange={(value) => onChange({ ...answers, [field]: value })}
      most={drugTexts[field]}
      focus={first}
    />
  );
  const amount = (field: DrugAmount) => {
    const either = ambiguous(answers[field], drugRules[field]);
    const wrong = either === null ? text.range(...drugRules[field].bounds) : entry.ambiguous(either);
    return (
      <Typed
        label={text.field[field]}
        value={answers[field]}
        onChange={(value) => onChange({ ...answers, [field]: value })}
        numeric={{ rule: drugRules[field], unit: units[field] }}
        problem={amountOf(field, answers[field]) === 'wrong' ? wrong : null}
      />
    );
  };
  return (
    <div className="drug-fields">
      {planned !== null && <p className="drug-planned">{text.planned(planned)}</p>}
      <div className="drug-grid">
        {typed('name', focus)}
        {amount('doseMg')}
        {amount('volumeMl')}
        {typed('diluent')}
        {typed('lot')}
        <Typed
          label={text.field.expiry}
          value={answers.expiry}
          onChange={(expiry) => onChange({ ...answers, expiry })}
          hint={text.expiryHint}
          problem={isDateOrBlank(answers.expiry) ? null : text.noDate}
        />
        {typed('preparedBy')}
      </div>
      {typeof doseMg === 'number' && <DrugComputed run={run} doseMg={doseMg} />}
      <Offers run={run} answers={answers} onChange={onChange} />
    </div>
  );
}

/** What the case names beside its additions, whole, and the names a site picks from. */
function Offers({ run, answers, onChange }: Pick<DrugFieldsProps, 'run' | 'answers' | 'onChange'>) {
  const text = useText().records.drug;
  const planned = plannedBeside(run);
  const names = run.lists.drugNames.filter((name) => planned.every((one) => one.name !== name));
  if (planned.length + names.length === 0) return null;
  return (
    <div className="dialogue-chips drug-offers">
      {planned.map((one) => (
        <Button
          key={`${one.name} ${one.doseMg} ${one.lot}`}
          data-planned={one.name}
          title={one.name}
          caption={text.amounts(one)}
          aria-pressed={answers.name === one.name}
          onClick={() => onChange(typedFrom(one))}
        />
      ))}
      {names.map((name) => (
        <Button
          key={name}
          data-drug={name}
          title={name}
          aria-pressed={answers.name === name}
          onClick={() => onChange({ ...answers, name })}
        />
      ))}
    </div>
  );
}
