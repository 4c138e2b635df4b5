/** What a record has to say of itself. */
export type RecordEvent =
  /**
   * Nothing could be written for so long that this much was dropped; recording goes on. `fromMs`, `toMs`: time in the
   * run of the first and the last that are missing.
   */
  | {
      readonly type: 'record-gap';
      readonly samples: number;
      readonly events: number;
      readonly fromMs: number;
      readonly toMs: number;
    }
  /**
   * What the tables of the record refuse is kept here instead: `count` of its kind since the last such word; of the
   * first, why, and its content as text (cut to `setAsideCharacters`).
   */
  | {
      readonly type: 'entry-set-aside';
      readonly of: 'sample' | 'event';
      readonly count: number;
      readonly why: string;
      readonly content: string;
    };

/** Kept of what was set aside, characters (chosen: a sample has 1 000, the longest event of a run some 3 000). */
export const setAsideCharacters = 4_000;

/** Anything as text, whatever it is: what JSON has no word for is spelt out. */
export function contentText(anything: unknown): string {
  try {
    return (JSON.stringify(anything, spelt) ?? String(anything)).slice(0, setAsideCharacters);
  } catch (error) {
    return `cannot be told: ${(error as Error).message}`.slice(0, setAsideCharacters);
  }
}

function spelt(_key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (['bigint', 'function', 'symbol', 'undefined'].includes(typeof value)) return String(value);
  return value;
}
