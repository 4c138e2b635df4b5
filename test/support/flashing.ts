/** Measures on the running page how something flashes, from what is painted frame by frame. */

/** Opacity at a time, ms. */
export type Sampled = readonly [ms: number, opacity: number];

/** What the page is asked to evaluate: the opacity of an element at every frame for so long. */
export const opacitySampled = (selector: string, ms: number): string => `new Promise((resolve) => {
  const samples = [];
  let from = null;
  // The time of the frame, which is also that of its animations: a frame that comes late does not blur it.
  requestAnimationFrame(function look(frameMs) {
    from ??= frameMs;
    const element = document.querySelector(${JSON.stringify(selector)});
    if (element !== null) samples.push([frameMs - from, Number(getComputedStyle(element).opacity)]);
    if (frameMs - from < ${ms}) requestAnimationFrame(look);
    else resolve(samples);
  });
})`;

export interface Flash {
  /** Times it lit up a second; 0: it did not flash. */
  readonly hertz: number;
  /** Share of the time it was lit. */
  readonly onShare: number;
}

/** A busy machine drops frames; what flashes in such a gap is not seen, ms. */
const longestGapMs = 125;
/** Lit for longer than half a period of the slowest flash: steady, ms. */
const steadyMs = 850;

/** Over whole periods, from the first time it lit up to the last; `null`: too few frames in a row to tell. */
export function flashOf(samples: readonly Sampled[]): Flash | null {
  const told = stretches(samples).flatMap((stretch) => flashIn(stretch) ?? []);
  return told.sort((a, b) => b.overMs - a.overMs)[0]?.flash ?? null;
}

/** Samples again while the machine is too busy to tell. */
export async function measureFlash(sample: () => Promise<unknown>): Promise<Flash> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const flash = flashOf((await sample()) as Sampled[]);
    if (flash !== null) return flash;
  }
  throw new Error('Frames came too rarely to measure how it flashes: the machine is too busy. Run it again.');
}

function stretches(samples: readonly Sampled[]): Sampled[][] {
  const found: Sampled[][] = [[]];
  for (const [at, sample] of samples.entries()) {
    if (sample[0] - (samples[at - 1]?.[0] ?? sample[0]) > longestGapMs) found.push([]);
    found.at(-1)?.push(sample);
  }
  return found;
}

const isOn = ([, opacity]: Sampled): boolean => opacity > 0.5;

function flashIn(samples: readonly Sampled[]): { flash: Flash; overMs: number } | null {
  const litUp = samples.flatMap((sample, at) => {
    const before = samples[at - 1];
    return before !== undefined && isOn(sample) && !isOn(before) ? [sample[0]] : [];
  });
  const [first, last] = [litUp.at(0), litUp.at(-1)];
  if (first === undefined || last === undefined || litUp.length < 2) {
    const overMs = (samples.at(-1)?.[0] ?? 0) - (samples[0]?.[0] ?? 0);
    return overMs > steadyMs && samples.every(isOn) ? { flash: { hertz: 0, onShare: 1 }, overMs } : null;
  }
  let onMs = 0;
  for (const [at, sample] of samples.entries()) {
    const next = samples[at + 1];
    if (next !== undefined && sample[0] >= first && sample[0] < last && isOn(sample)) {
      onMs += next[0] - sample[0];
    }
  }
  const overMs = last - first;
  return { flash: { hertz: ((litUp.length - 1) * 1000) / overMs, onShare: onMs / overMs }, overMs };
}
