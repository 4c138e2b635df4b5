import type { Priority } from '../../electron/contract/words.ts';

/** What one priority sounds like. */
export interface Burst {
  /** Length of a pulse between the points of half amplitude, s. */
  readonly pulseSeconds: number;
  /** Silence before each pulse after the first, between the points of half amplitude, s. */
  readonly gapsSeconds: readonly number[];
  /** From the end of a burst to the beginning of the next, s; `null`: it sounds once. */
  readonly repeatSeconds: number | null;
  readonly fundamentalHertz: number;
  /** From silence to full and from full to silence, s. */
  readonly rampSeconds: number;
}

/** Three pulses and two: x between them, and twice x and a pulse between the third and the fourth. */
const threeAndTwo = (spacing: number, pulse: number): number[] => [
  spacing,
  spacing,
  2 * spacing + pulse,
  spacing,
];

/**
 * After the practice of IEC 60601-1-8 as restated in public manuals and guides: high is ten pulses, 3+2, pause, 3+2,
 * of 75–200 ms, 50–125 ms apart, 350–1300 ms between the fifth and the sixth, repeated after 2.5–15 s; medium is three
 * of 125–250 ms, 125–250 ms apart, after 2.5–30 s; low one or two, not repeated. Fundamental 150–1000 Hz, rise in
 * 10–20 % of the pulse. The choices within those ranges are proposals of this project.
 */
export const bursts: Readonly<Record<Priority, Burst>> = {
  high: {
    pulseSeconds: 0.15,
    gapsSeconds: [...threeAndTwo(0.1, 0.15), 0.6, ...threeAndTwo(0.1, 0.15)],
    repeatSeconds: 5,
    fundamentalHertz: 660,
    rampSeconds: 0.025,
  },
  medium: {
    pulseSeconds: 0.2,
    gapsSeconds: [0.2, 0.2],
    repeatSeconds: 10,
    fundamentalHertz: 440,
    rampSeconds: 0.035,
  },
  low: {
    pulseSeconds: 0.2,
    gapsSeconds: [0.2],
    repeatSeconds: null,
    fundamentalHertz: 330,
    rampSeconds: 0.035,
  },
};

/**
 * Amplitudes of the fundamental and its harmonics, less than 15 dB apart, so that at least four harmonics between
 * 300 and 4000 Hz tell where the sound comes from.
 */
export const harmonicAmplitudes: readonly number[] = [1, 0.8, 0.65, 0.55, 0.45, 0.35];

/** Loudness from 0 to 1: nobody can turn an alarm off by its volume. */
export const volumeFloor = 0.4;
export const usualVolume = 0.8;
export const volumeInForce = (asked: number): number => Math.min(1, Math.max(volumeFloor, asked));
