import { concentrationMgPerL, dosePerM2, mostPlannedDrugs } from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { useText } from '../text/text.ts';
import { typedNumber } from '../text/typed-number.ts';
import { newDrug, type TypedDrug } from './draft.ts';
import { bodyOf, bodySurfaceOf, drugNumbers, known } from './draft-numbers.ts';
import { DrugFields } from './drug-fields.tsx';
import { useForm, useProblem } from './form-context.ts';
import { type Chosen, plannedFillMl } from './preset-form.ts';
import './drugs-section.css';

/** What is planned to be given, as the team enters it. */
export function DrugsSection({ chosen }: { readonly chosen: Chosen | null }) {
  const { form: text } = useText().setup;
  const { draft, change, touch } = useForm();
  const problem = useProblem('drugs');
  const { drugs, noDrug } = draft;
  const set = (all: readonly TypedDrug[]) => change({ drugs: all, noDrug: false });
  return (
    <>
      <p className="form-heading form-note">{text.asEntered}</p>
      {drugs.map((drug, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a drug has no name but its place until it is typed
        <section className="drug-entry" aria-label={text.drugHeading(index + 1)} key={index}>
          <div className="list-heading">
            <h3>{text.drugHeading(index + 1)}</h3>
            <Computed drug={drug} chosen={chosen} />
            <Button
              title={text.remove}
              aria-label={text.removeOf(text.drugHeading(index + 1))}
              onClick={() => set(drugs.filter((_, at) => at !== index))}
            />
          </div>
          <DrugFields
            at={(field) => `drugs.${index}.${field}`}
            drug={drug}
            chosen={chosen}
            onChange={(changed) => set(drugs.map((other, at) => (at === index ? changed : other)))}
          />
        </section>
      ))}
      <div className="drug-buttons">
        {drugs.length < mostPlannedDrugs && (
          <Button data-action="add-drug" title={text.addDrug} onClick={() => set([...drugs, newDrug])} />
        )}
        {drugs.length === 0 && (
          <Button
            data-action="no-drug"
            title={text.noDrugs}
            aria-pressed={noDrug}
            onClick={() => {
              change({ noDrug: !noDrug });
              touch('drugs');
            }}
          />
        )}
      </div>
      <p className="field-problem" data-invalid={problem !== null}>
        {problem}
      </p>
    </>
  );
}

/** What the dose comes to, marked as computed: nobody entered it. */
function Computed({ drug, chosen }: { readonly drug: TypedDrug; readonly chosen: Chosen | null }) {
  const { form: text } = useText().setup;
  const { draft, site } = useForm();
  const doseMg = known(typedNumber(drug.doseMg, drugNumbers.doseMg));
  const formula = site.bodySurfaceFormula;
  const fillMl = chosen?.preset == null ? null : plannedFillMl(chosen.preset, bodyOf(draft), formula);
  const perM2 = dosePerM2(doseMg, bodySurfaceOf(draft, site));
  const perLitre = concentrationMgPerL(doseMg, fillMl);
  const said = [
    ...(perM2 === null ? [] : [text.perM2(perM2)]),
    ...(perLitre === null || fillMl === null ? [] : [text.perLitre(perLitre, fillMl)]),
  ];
  if (said.length === 0) return <p className="computed">{text.notComputed}</p>;
  return (
    <p className="computed">
      <em>{text.computed}</em> {said.join(' · ')}
    </p>
  );
}
