/** Wrong PINs of a person since the last right one. */
export interface Tries {
  readonly wrong: number;
  /** Monotonic; nothing is tried before. */
  readonly untilMs: number;
}
export const noTries: Tries = { wrong: 0, untilMs: 0 };

const freeTries = 3;
/** After the third wrong PIN, the fourth and so on, s; never more than a minute: somebody may be needed. */
const backOffSeconds = [5, 10, 20, 40, 60] as const;

/** After one more wrong PIN. Whoever holds the chair never waits: the machine is theirs. */
export function afterWrong({ wrong }: Tries, holdsChair: boolean, nowMs: number): Tries {
  const count = wrong + 1;
  const step = Math.min(count - freeTries, backOffSeconds.length - 1);
  const seconds = step < 0 || holdsChair ? 0 : (backOffSeconds[step] ?? 0);
  return { wrong: count, untilMs: nowMs + seconds * 1000 };
}

/** How long nothing is tried for this person, whole s; 0: it is. */
export const waitSeconds = ({ untilMs }: Tries, holdsChair: boolean, nowMs: number): number =>
  holdsChair ? 0 : Math.max(0, Math.ceil((untilMs - nowMs) / 1000));

/** From here on each wrong PIN is told as a lock-out. */
export const isLockedOut = ({ wrong }: Tries): boolean => wrong >= freeTries;
