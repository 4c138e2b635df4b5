import type { RunView } from '../../../electron/contract/view.ts';

const named = (names: readonly string[]): string[] => [...new Set(names)].filter((name) => name !== '');

/** Who may decide something outside the plan, as far as the case names them. */
export const clinicians = ({ case: { surgeon, anaesthetist, prescriber } }: RunView): string[] =>
  named([surgeon, anaesthetist, prescriber]);

/** Everybody the case names. */
export const team = (run: RunView): string[] => named([run.case.perfusionist, ...clinicians(run)]);
