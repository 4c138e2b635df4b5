import type { TreatmentCase } from './case.ts';
import type { SiteLists, SiteText } from './site-lists.ts';

/** What a team has not answered of what its site asks, so that every language can say it. */
export type CaseProblem =
  | { readonly kind: 'check-open' | 'check-not-done' | 'contraindication-open'; readonly item: SiteText }
  | { readonly kind: 'allergies-open' };

/** Before a person starts a run each is answered; what must be done is done. */
export function caseProblems(
  { checklist, contraindications }: Pick<SiteLists, 'checklist' | 'contraindications'>,
  { patient, checks }: Pick<TreatmentCase, 'patient' | 'checks'>,
): CaseProblem[] {
  const problems: CaseProblem[] = patient.allergies.answer === null ? [{ kind: 'allergies-open' }] : [];
  for (const item of contraindications)
    if (!checks.contraindications.some(({ id }) => id === item.id))
      problems.push({ kind: 'contraindication-open', item });
  for (const item of checklist) {
    const answered = checks.checklist.find(({ id }) => id === item.id);
    if (answered === undefined) problems.push({ kind: 'check-open', item });
    else if (item.mustBeDone && answered.answer !== 'done') problems.push({ kind: 'check-not-done', item });
  }
  return problems;
}
