/**
 * How long a text may be: one number for the form, the door and the files, so that none takes what another refuses.
 * Counted without blanks at either end, in UTF-16 units, as every part of the console counts.
 */
export const fieldLimits = {
  /** A person. Whoever may be named may act, so `by` has this limit too. */
  name: 200,
  /** One line of a form. */
  line: 200,
  /** What an alarm is called by: its code, what it is about (at most a line), which occurrence. */
  alarmId: 300,
  /** A reason, a note, a drug as given. */
  words: 2000,
  /** A place in a document, or the key of a deviation: a name of the site's lists behind a few words. */
  path: 300,
  /** A serial port as the system names it. */
  portPath: 255,
  /** A folder of this computer. */
  folder: 1000,
  presetName: 120,
  presetSource: 500,
  /** A changed value of a preset; its planned additions are one text. */
  presetValue: 5000,
} as const;

/** A form half filled, as JSON; a whole one comes to a tenth of it. */
export const mostDraftCharacters = 200_000;

/** More than any list of a site has. */
export const mostListItems = 60;

/** More than any cavity holds, mL: a number beyond it is a slip. */
export const mostFluidMl = 20_000;

/** What is wrong with a text, so that every language can say it. */
export type TextProblem =
  | { readonly kind: 'too-long'; readonly most: number; readonly tooMany: number }
  /** It holds the sign of a character that was lost on the way here, or half of one. */
  | { readonly kind: 'lost' };

export function textProblem(text: string, most: number): TextProblem | null {
  const tooMany = text.trim().length - most;
  if (tooMany > 0) return { kind: 'too-long', most, tooMany };
  return hasLostCharacter(text) ? { kind: 'lost' } : null;
}

/** U+FFFD, or a surrogate without its other half, which would become U+FFFD once it is written. */
export const hasLostCharacter = (text: string): boolean => /[\uFFFD\p{Surrogate}]/u.test(text);
