import type { EarlierSession } from '../../electron/contract/view.ts';
import type { PresetTemplate } from '../../electron/contract/words.ts';
import type { Draft } from './draft.ts';
import { draftOfCourse } from './draft-of-case.ts';
import { withoutAnyAddition } from './planned-additions.ts';

/**
 * The form for a further session of a patient: what does not change between two of them is taken over from the earlier
 * one; what has to be looked at again (answers, checks, weight, temperature, lots, numbers of the visit) stays as it is.
 */
export function recalled(
  draft: Draft,
  session: Pick<EarlierSession, 'case' | 'preset'>,
  presets: readonly PresetTemplate[],
): Draft {
  const { case: earlier } = session;
  const {
    visitNumber: _visit,
    orderNumber: _order,
    bed: _bed,
    weightKg: _weight,
    bodyTemperature: _temperature,
    allergyAnswer: _answer,
    disposablesLot: _lot,
    disposablesExpiry: _expiry,
    drugs: planned,
    ...same
  } = draftOfCourse(earlier);
  const presetName = stillOnOffer(session, presets);
  const drugs = planned.map((drug) => ({ ...drug, lot: '', expiry: '', preparedBy: '' }));
  return {
    ...draft,
    ...same,
    presetName: presetName ?? draft.presetName,
    // Which addition a drug is says nothing beside another protocol.
    drugs: presetName === null ? withoutAnyAddition(drugs) : drugs,
    sessionNumber: String(earlier.sessionNumber + 1),
    recalledSession: earlier.sessionNumber,
  };
}

/** The protocol of that session, exactly as it is on offer now; `null`: it is not, and somebody chooses. */
function stillOnOffer(
  { preset: { name, version, onlyOnce } }: Pick<EarlierSession, 'preset'>,
  presets: readonly PresetTemplate[],
): string | null {
  const kept = presets.some((preset) => preset.name === name && preset.version === version);
  return kept && !onlyOnce ? name : null;
}
