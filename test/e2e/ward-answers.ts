import type { Locator, Page } from '@playwright/test';
import type { Hands } from './ward-hands.ts';

/**
 * One patient on a ward, five sessions: each answer of the set-up, how a hand gives it, and where it has to stand
 * afterwards. A row that is lost on the way is a fault of the program.
 */
export type Section = 'patient' | 'treatment' | 'drugs' | 'placement';
/** For a further session an answer is brought from the last one, asked anew, or neither: the program counts it. */
export type Again = 'brought' | 'asked' | 'counted';

export interface Entered {
  readonly what: string;
  readonly section: Section;
  readonly again: Again;
  /** As somebody gives it in session `n`. */
  readonly enter: (hands: Hands, n: number) => Promise<void>;
  /** How it stands in the form; "" is not answered. */
  readonly stands: (page: Page) => Promise<string>;
  readonly shows: (n: number) => string;
  /** Where journal and summary have it, and as what. */
  readonly journal: string;
  /** `null`: summary.json does not say it (yet). */
  readonly summary: string | null;
  readonly value: (n: number) => unknown;
  /** As the report says it, blanks left out. */
  readonly printed: (n: number) => string;
}

type Of<T> = T | ((n: number) => T);
const of = <T>(one: Of<T>, n: number): T => (typeof one === 'function' ? (one as (n: number) => T)(n) : one);

interface Where {
  readonly journal: string;
  readonly summary?: string | null;
  readonly again: Again;
  readonly printed: Of<string>;
}
export const placed = (where: Where) => ({
  again: where.again,
  journal: where.journal,
  summary: where.summary === undefined ? where.journal : where.summary,
  printed: (n: number) => of(where.printed, n),
});

interface Typing extends Where {
  readonly value?: Of<unknown>;
  /** Where several fields go by one name. */
  readonly within?: string;
  /** Taken by a touch from what is offered below the field. */
  readonly offered?: true;
}

export function typed(section: Section, label: string, text: Of<string>, typing: Typing): Entered {
  const field = (page: Page): Locator =>
    page
      .locator(typing.within ?? '.setup-form')
      .getByLabel(label, { exact: true })
      .first();
  return {
    what: typing.within === undefined ? label : `${label} ${typing.within}`,
    section,
    enter: (hands, n) =>
      typing.offered
        ? hands.touch(
            field(hands.page)
              .locator('..')
              .getByRole('button', { name: of(text, n), exact: true }),
          )
        : hands.type(field(hands.page), of(text, n)),
    stands: (page) => field(page).inputValue(),
    shows: (n) => of(text, n),
    value: (n) => of(typing.value ?? text, n),
    ...placed(typing),
  };
}

interface Choosing extends Where {
  readonly within?: string;
  readonly value?: Of<unknown>;
}

/** One of few, by touch; `answer` as the screen names it. */
export function chosen(
  section: Section,
  field: string,
  [answer, key]: [string, string],
  choosing: Choosing,
): Entered {
  const choice = (page: Page) => page.locator(`.setup-form fieldset[name="${field}"]`);
  return {
    what: `${field} ${answer}`,
    section,
    enter: (hands) => hands.touch(choice(hands.page).getByRole('button', { name: answer, exact: true })),
    stands: async (page) =>
      (await choice(page).locator('[aria-pressed="true"][data-value]').all()).length === 0
        ? ''
        : ((await choice(page).locator('[aria-pressed="true"]').first().getAttribute('data-value')) ?? ''),
    shows: () => key,
    value: (n) => of(choosing.value ?? key, n),
    ...placed(choosing),
  };
}

/** Something to be touched before there is a row to fill; it answers nothing. */
export const press = (action: string) => (hands: Hands) =>
  hands.touch(hands.page.locator(`.setup-form [data-action="${action}"]`));
