import type { Actor } from './actor.ts';

/**
 * What a signature says: that the person performed the treatment, or that they have read the record and stand for it.
 */
export const signatureMeanings = ['performed', 'reviewed'] as const;
export type SignatureMeaning = (typeof signatureMeanings)[number];

/** What is said of a record after it was sealed. The record itself stays as it is. */
export type Said =
  /** Why a deviation came about; `deviation` is its key (`report/figures/deviations.ts`). */
  | { readonly type: 'explanation'; readonly deviation: string; readonly text: string }
  | { readonly type: 'signature'; readonly meaning: SignatureMeaning }
  /** What was missing; `field` is its path in `summary.json`, as `case.procedure`. */
  | {
      readonly type: 'late-entry';
      readonly field: string;
      readonly value: string;
      readonly reason: string;
    }
  /** What was wrong, as it stood and as it is; `old` `null`: there was no value. */
  | {
      readonly type: 'correction';
      readonly field: string;
      readonly old: string | null;
      readonly new: string;
      readonly reason: string;
    }
  | { readonly type: 'note'; readonly text: string }
  /** Documents leave before anybody has signed, on this person's word. */
  | { readonly type: 'released-unsigned'; readonly reason: string };

export interface Addendum {
  /** Counts from 1 without a hole. */
  readonly number: number;
  readonly atWallMs: number;
  readonly by: Actor;
  readonly said: Said;
}

/**
 * How far the documents of a record may be relied on. `preliminary`: not signed. `final`: signed, nothing said since.
 * `amended`: something was added after that; `corrected`: a value was wrong.
 */
export const documentStatuses = ['preliminary', 'final', 'amended', 'corrected'] as const;
export type DocumentStatus = (typeof documentStatuses)[number];

/** `wantsReview`: the site wants a second signature, by another person, before a record is final. */
export function documentStatus(addenda: readonly Addendum[], wantsReview: boolean): DocumentStatus {
  const signedAt = addenda.findIndex((_, at) => isSigned(addenda.slice(0, at + 1), wantsReview));
  if (signedAt === -1) return 'preliminary';
  const since = addenda.slice(signedAt + 1).map(({ said }) => said.type);
  if (since.includes('correction')) return 'corrected';
  return since.some((type) => type !== 'signature' && type !== 'released-unsigned') ? 'amended' : 'final';
}

function isSigned(addenda: readonly Addendum[], wantsReview: boolean): boolean {
  const signedBy = (meaning: SignatureMeaning) =>
    addenda.flatMap(({ by, said }) =>
      said.type === 'signature' && said.meaning === meaning ? [by.id ?? by.name] : [],
    );
  const performed = signedBy('performed');
  if (!wantsReview) return performed.length > 0;
  return performed.some((one) => signedBy('reviewed').some((other) => other !== one));
}
