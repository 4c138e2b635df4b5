import { useText } from '../text/text.ts';
import type { TypedDrug } from './draft.ts';
import { drugNumbers } from './draft-numbers.ts';
import { Choice, TypedField } from './field.tsx';
import { useForm } from './form-context.ts';
import type { Chosen } from './preset-form.ts';

interface DrugFieldsProps {
  /** A field of this drug by its name in the draft. */
  readonly at: (field: keyof TypedDrug) => string;
  readonly drug: TypedDrug;
  readonly chosen: Chosen | null;
  readonly onChange: (drug: TypedDrug) => void;
}

/** Of one drug what is prescribed, and what stands on the label. */
export function DrugFields({ at, drug, chosen, onChange }: DrugFieldsProps) {
  const { drugFields: names, form, fieldHints } = useText().setup;
  const { site } = useForm();
  const additions = chosen?.additions ?? [];
  const shared = (field: Exclude<keyof TypedDrug, 'addition'>) => ({
    field: at(field),
    name: names[field],
    value: drug[field],
    onChange: (value: string) => onChange({ ...drug, [field]: value }),
  });
  return (
    <div className="form-grid drug-fields">
      <div className="drug-name">
        <TypedField {...shared('name')} offers={site.lists.drugNames} />
      </div>
      <TypedField {...shared('doseMg')} kind={drugNumbers.doseMg} />
      <TypedField {...shared('volumeMl')} kind={drugNumbers.volumeMl} />
      <TypedField {...shared('diluent')} />
      <TypedField {...shared('lot')} />
      <TypedField {...shared('expiry')} kind="date" hint={fieldHints.date} />
      <TypedField {...shared('preparedBy')} />
      {(additions.length > 0 || drug.addition !== null) && (
        <Choice
          field={at('addition')}
          name={names.addition}
          values={['none', ...additions.map((_, index) => String(index))]}
          value={drug.addition === null ? 'none' : String(drug.addition)}
          label={(value) => {
            const planned = additions[Number(value)];
            if (planned === undefined) return form.noAddition;
            const { atMinutes, label } = planned;
            return form.addition(Number(value) + 1, Number.isNaN(atMinutes) ? '…' : String(atMinutes), label);
          }}
          onChoose={(value) => onChange({ ...drug, addition: value === 'none' ? null : Number(value) })}
          wide
        />
      )}
    </div>
  );
}
