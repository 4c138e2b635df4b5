/** Prints one line, aligned with the lines of the steps. */
export function say(text) {
  console.log(`isotherm  ${text}`);
}

/** Does one step of the set-up and prints what it came to, and how long it took. */
export async function step(name, work) {
  const started = performance.now();
  const outcome = await work();
  say(`${name}: ${outcome} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
}

/** Something the reader can mend: its message is printed without a stack. */
export class Problem extends Error {}
