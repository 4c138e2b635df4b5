import type { Burst } from './bursts.ts';

/** A pulse from silence to silence, s after the beginning of its burst. */
export interface Pulse {
  readonly startSeconds: number;
  readonly endSeconds: number;
}

/** When each pulse of a burst begins and ends; its ramps reach beyond the points of half amplitude by half of each. */
export function pulsesOf({ pulseSeconds, gapsSeconds, rampSeconds }: Burst): Pulse[] {
  const pulses: Pulse[] = [];
  let startSeconds = 0;
  for (const gap of [0, ...gapsSeconds]) {
    startSeconds += pulses.length === 0 ? 0 : pulseSeconds + gap;
    pulses.push({ startSeconds, endSeconds: startSeconds + pulseSeconds + rampSeconds });
  }
  return pulses;
}

/** From the beginning of the first pulse to the end of the last, s. */
export const lengthOf = (burst: Burst): number => pulsesOf(burst).at(-1)?.endSeconds ?? 0;
