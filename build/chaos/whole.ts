/** A whole number after an option; throws what is wrong and how to mend it. */
export function whole(name: string, text: string | undefined, low: number, high: number): number {
  if (text === undefined)
    throw new Error(`--${name} is missing: write a whole number from ${low} to ${high} after it`);
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= low && value <= high) return value;
  throw new Error(`--${name} ${text}: write a whole number from ${low} to ${high}`);
}

/** `S:k`: a run of a seed. */
export function seedAndIndex(name: string, text: string): { seed: number; index: number } {
  const match = /^(\d+):(\d+)$/.exec(text);
  if (match === null) throw new Error(`--${name} ${text}: write seed and run as S:k, for example 2026:17`);
  return {
    seed: whole(name, match[1], 0, 0xffff_ffff),
    index: whole(name, match[2], 0, 0xffff_ffff),
  };
}
