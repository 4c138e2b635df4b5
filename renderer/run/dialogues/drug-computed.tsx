import type { RunView } from '../../../electron/contract/view.ts';
import { bodySurfaceAreaM2, concentrationMgPerL, dosePerM2 } from '../../../electron/contract/words.ts';
import { useText } from '../../text/text.ts';

/** A dose on the body surface, and in what is in the cavity now: descriptors, marked as computed. */
export function DrugComputed({ run, doseMg }: { readonly run: RunView; readonly doseMg: number }) {
  const { records, domain } = useText();
  const text = records.drug;
  const { heightCm, weightKg } = run.case.patient;
  const formula = run.bodySurfaceFormula;
  const areaM2 =
    heightCm === null || weightKg === null ? null : bodySurfaceAreaM2(heightCm, weightKg, formula);
  // Where nobody knows how much is in, the count is no volume.
  const inCavityMl = run.balance.inCavity.uncertaintyMl === null ? null : run.volume.inCavityMl;
  const perM2 = dosePerM2(doseMg, areaM2);
  const perLitre = concentrationMgPerL(doseMg, inCavityMl);
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
