import type { CaseProblem } from '../case-problems.ts';

/** What is not answered yet, in a sentence that says how to go on; other languages translate it (`zh-problems.ts`). */
export function caseProblem(problem: CaseProblem): string {
  switch (problem.kind) {
    case 'allergies-open':
      return 'Allergies are not answered. Ask the patient or the record, and answer them.';
    case 'contraindication-open':
      return `Contraindication not answered: ${problem.item.en}. Answer no, yes or not known.`;
    case 'check-open':
      return `Check not answered: ${problem.item.en}. Answer it before the run.`;
    case 'check-not-done':
      return `Check not done: ${problem.item.en}. No run starts here without it.`;
  }
}
