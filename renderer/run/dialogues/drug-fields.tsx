import type { Ref } from 'react';
import type { RunView } from '../../../electron/contract/view.ts';
import {
  bodySurfaceAreaM2,
  concentrationMgPerL,
  type DrugEntry,
  dosePerM2,
} from '../../../electron/contract/words.ts';
import { Button } from '../../parts/button.tsx';
import { useText } from '../../text/text.ts';
import { ambiguous } from '../../text/typed-number.ts';
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
      <Offers run={run} answers={answers} onChange={onChange} />
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
      <Computed run={run} answers={answers} />
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

/** Dose on the body surface, and in what is in the cavity now: descriptors, marked as computed. */
function Computed({ run, answers }: Pick<DrugFieldsProps, 'run' | 'answers'>) {
  const { records, domain } = useText();
  const text = records.drug;
  const typed = amountOf('doseMg', answers.doseMg);
  if (typed === null || typed === 'wrong') return null;
  const { heightCm, weightKg } = run.case.patient;
  const formula = run.bodySurfaceFormula;
  const areaM2 =
    heightCm === null || weightKg === null ? null : bodySurfaceAreaM2(heightCm, weightKg, formula);
  // Where nobody knows how much is in, the count is no volume.
  const inCavityMl = run.balance.inCavity.uncertaintyMl === null ? null : run.volume.inCavityMl;
  const perM2 = dosePerM2(typed, areaM2);
  const perLitre = concentrationMgPerL(typed, inCavityMl);
  return (
    <p className="drug-computed">
      <i>{text.computed}</i>
      <span>
        {perM2 === null || areaM2 === null
          ? text.noPerM2
          : text.perM2(perM2, areaM2, domain.bodySurfaceFormula[formula])}
      </span>
      <span>
        {perLitre === null || inCavityMl === null ? text.noPerLitre : text.perLitre(perLitre, inCavityMl)}
      </span>
    </p>
  );
}
