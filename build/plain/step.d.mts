/** Prints one line, aligned with the lines of the steps. */
export function say(text: string): void;

/** Does one step of the set-up and prints the outcome that `work` returns, and how long it took. */
export function step(name: string, work: () => string | Promise<string>): Promise<void>;

/** Something the reader can mend: its message is printed without a stack. */
export class Problem extends Error {}
