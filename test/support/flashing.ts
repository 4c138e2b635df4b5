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

/** Over whole periods, from the first time it lit up to the last. */
export function flashOf(samples: readonly Sampled[]): Flash {
  const isOn = ([, opacity]: Sampled) => opacity > 0.5;
  const litUp = samples.flatMap((sample, at) => {
    const before = samples[at - 1];
    return before !== undefined && isOn(sample) && !isOn(before) ? [sample[0]] : [];
  });
  const [first, last] = [litUp.at(0), litUp.at(-1)];
  if (first === undefined || last === undefined || litUp.length < 2) {
    return { hertz: 0, onShare: samples.filter(isOn).length / samples.length };
  }
  let onMs = 0;
  for (const [at, sample] of samples.entries()) {
    const next = samples[at + 1];
    if (next !== undefined && sample[0] >= first && sample[0] < last && isOn(sample)) {
      onMs += next[0] - sample[0];
    }
  }
  return { hertz: ((litUp.length - 1) * 1000) / (last - first), onShare: onMs / (last - first) };
}
