import type { Noise } from '../../../native-bridge/simulator/physics/noise.ts';
import type { PidGains } from './pid.ts';

/** Where gains are looked for, least and most. */
const ranges = { kp: [0.5, 30], ki: [1e-4, 0.3], kd: [1, 1000] } as const;

/** Anywhere in the ranges, every ratio as likely. */
export const anywhere = (noise: Noise): PidGains => gains((name) => within(ranges[name], noise.uniform()));

/** Each gain up to `factor` times more or less than that of `best`, near it more often. */
export const nearby = (best: PidGains, factor: number, noise: Noise): PidGains =>
  gains((name) => {
    const [least, most] = ranges[name];
    return Math.min(most, Math.max(least, best[name] * factor ** noise.around()));
  });

const within = ([least, most]: readonly [number, number], share: number): number =>
  least * (most / least) ** share;

const gains = (draw: (name: keyof PidGains) => number): PidGains => ({
  kp: threeDigits(draw('kp')),
  ki: threeDigits(draw('ki')),
  kd: threeDigits(draw('kd')),
});

const threeDigits = (value: number): number => Number(value.toPrecision(3));
