import type { TypedDrug } from './draft.ts';

/** A planned addition is gone: drugs that were it are none of them, later ones move up. */
export const withoutAddition = (drugs: readonly TypedDrug[], gone: number): readonly TypedDrug[] =>
  drugs.map((drug) => {
    const { addition } = drug;
    if (addition === null || addition < gone) return drug;
    return { ...drug, addition: addition === gone ? null : addition - 1 };
  });

/** Under another protocol nobody has said yet which addition a drug is. */
export const withoutAnyAddition = (drugs: readonly TypedDrug[]): readonly TypedDrug[] =>
  drugs.map((drug) => ({ ...drug, addition: null }));
