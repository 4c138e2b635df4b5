import { describe, expect, it } from 'vitest';
import { defaultProbeSites, type ProbeSites } from '../../../../electron/domain/case.ts';
import { measured, missing, type Reading } from '../../../../electron/domain/reading.ts';
import type { ProbeReadings } from '../../../../electron/domain/telemetry.ts';
import { aboveMeanCelsius, withoutOutvoted } from '../../../../electron/protocol/control/counted.ts';
import {
  doubtful,
  newWitness,
  stepWitness,
  type Witness,
} from '../../../../electron/protocol/control/witness.ts';

interface Said {
  readonly inflow?: number;
  /** °C, or `null`: open. */
  readonly outflow?: number | null;
  readonly upper?: number | null;
  readonly lower?: number | null;
  readonly flowMlPerMin?: number | null;
  readonly sites?: ProbeSites;
  readonly dtSeconds?: number;
  readonly open?: boolean;
}
const reading = (celsius: number | null): Reading => (celsius === null ? missing('open') : measured(celsius));
const readings = ({ inflow = 44, outflow = 42.4, upper = 42.6, lower = 42.4 }: Said): ProbeReadings => [
  measured(inflow),
  reading(outflow),
  reading(upper),
  reading(lower),
];
const hear = (witness: Witness, seconds: number, said: Said): Witness => {
  const { flowMlPerMin = 1500, sites = defaultProbeSites, dtSeconds = 0.1, open = false } = said;
  let next = witness;
  for (let t = 0; t < seconds - dtSeconds / 2; t += dtSeconds) {
    next = stepWitness(next, { readings: readings(said), sites, flowMlPerMin, dtSeconds, open });
  }
  return next;
};
/** Ten minutes of two probes that agree, the upper one 0.2 K above the lower. */
const learnt = hear(newWitness, 600, {});
const upperProbe = 2;

describe('the witness', () => {
  it('learns what the outflow loses and by how much the probes differ, while they agree', () => {
    expect(learnt.halfDifferenceKelvin).toBeGreaterThan(0.08);
    expect(learnt.halfDifferenceKelvin).toBeLessThan(0.1);
    expect(learnt.outvoted).toBeNull();
  });

  it('names the probe that it contradicts after 15 s, not before', () => {
    expect(hear(learnt, 14, { upper: 43.2 }).outvoted).toBeNull();
    expect(hear(learnt, 16, { upper: 43.2 }).outvoted).toBe(upperProbe);
    expect(hear(learnt, 16, { lower: 41.8 }).outvoted).toBe(3);
  });

  it('in open technique gives a hand and a slow probe 30 s', () => {
    const open = true;
    expect(hear(learnt, 29, { upper: 43.2, open }).outvoted).toBeNull();
    expect(hear(learnt, 31, { upper: 43.2, open }).outvoted).toBe(upperProbe);
  });

  it('forgives what lasts less', () => {
    const glitch = hear(hear(learnt, 14, { upper: 43.2 }), 1, {});
    expect(hear(glitch, 14, { upper: 43.2 }).outvoted).toBeNull();
  });

  it('takes no healthy probe for a liar where layers form in heat-up and mix as the inflow comes nearer', () => {
    let heard = newWitness;
    for (let second = 0; second < 1500; second += 1) {
      // Warmed by 45 °C: the outflow draws where the inflow enters, the lower part lags behind by a quarter of the gap.
      const gap = 1.5 + 4 * Math.exp(-second / 400);
      const outflow = 45 - gap;
      const said = { inflow: 45, outflow, upper: outflow - 0.02 * gap, lower: outflow - 0.26 * gap };
      heard = hear(heard, 1, { ...said, dtSeconds: 1 });
      expect(heard.outvoted).toBeNull();
    }
    expect(heard.halfDifferenceKelvin).toBeCloseTo(0.18, 1);
    const lie = hear(heard, 20, { inflow: 45, outflow: 43.5, upper: 44.1, lower: 43.1, dtSeconds: 1 });
    expect(lie.outvoted).toBe(upperProbe);
  });

  it('names nobody where it stands between the two', () => {
    expect(hear(learnt, 120, { upper: 42.9, lower: 42.1 }).outvoted).toBeNull();
  });

  it('names nobody where both moved with it', () => {
    const slowly = Array.from({ length: 20 }, (_, i) => 42.4 - i * 0.05);
    const cooled = slowly.reduce(
      (witness, lower) => hear(witness, 10, { outflow: lower, lower, upper: lower + 0.2 }),
      learnt,
    );
    expect(cooled.outvoted).toBeNull();
  });

  it.each([
    ['the outflow is not known', { outflow: null }],
    ['the flow is not known', { flowMlPerMin: null }],
    ['next to nothing flows', { flowMlPerMin: 150 }],
  ])('says nothing while %s', (_, silence) => {
    expect(hear(learnt, 300, { upper: 43.5, ...silence }).outvoted).toBeNull();
  });

  it('says nothing for 30 s after flow has begun', () => {
    const stood = hear(learnt, 1, { flowMlPerMin: null });
    expect(hear(stood, 40, { upper: 43.5 }).outvoted).toBeNull();
    expect(hear(stood, 50, { upper: 43.5 }).outvoted).toBe(upperProbe);
  });

  it('says nothing while the outflow moves', () => {
    const steps = Array.from({ length: 60 }, (_, i) => 42.4 - i * 0.05);
    const cooling = steps.reduce((witness, outflow) => hear(witness, 1, { outflow, upper: 43.4 }), learnt);
    expect(cooling.outvoted).toBeNull();
  });

  it('convicts nobody by a clock that jumped', () => {
    expect(hear(learnt, 120, { upper: 43.5, dtSeconds: 60 }).outvoted).toBeNull();
  });

  it('that has learnt nothing yet holds two probes to the whole degree of the limit', () => {
    const new30 = hear(newWitness, 30, { upper: 43.2, lower: 42.5, outflow: 42.4 });
    expect(hear(new30, 30, { upper: 43.2, lower: 42.5, outflow: 42.4 }).outvoted).toBeNull();
    expect(hear(new30, 30, { upper: 44, lower: 42.5, outflow: 42.5 }).outvoted).toBe(upperProbe);
  });
});

describe('a probe that is outvoted', () => {
  const outvoted = hear(learnt, 20, { upper: 43.4 });

  it('has no value but a reason, unless it has a reason of its own', () => {
    expect(withoutOutvoted(readings({ upper: 43.4 }), outvoted)[upperProbe]).toEqual(missing('outvoted'));
    expect(withoutOutvoted(readings({ upper: null }), outvoted)[upperProbe]).toEqual(missing('open'));
  });

  it('leaves the other at the level of both', () => {
    const counted = withoutOutvoted(readings({ upper: 43.4 }), outvoted);
    expect(aboveMeanCelsius(outvoted, counted, defaultProbeSites)).toBe(-outvoted.halfDifferenceKelvin);
    expect(aboveMeanCelsius(learnt, readings({}), defaultProbeSites)).toBe(0);
  });

  it('stays so while nothing flows and while it disagrees', () => {
    expect(hear(outvoted, 300, { flowMlPerMin: null }).outvoted).toBe(upperProbe);
    expect(hear(outvoted, 300, { upper: 43.2 }).outvoted).toBe(upperProbe);
  });

  it('counts again after it has agreed for 60 s', () => {
    expect(hear(outvoted, 59, {}).outvoted).toBe(upperProbe);
    expect(hear(outvoted, 61, {}).outvoted).toBeNull();
  });

  it('leaves nobody else to be outvoted', () => {
    expect(hear(outvoted, 300, { upper: 43.4, lower: 44 }).outvoted).toBe(upperProbe);
  });
});

describe('the only probe left', () => {
  it('is doubted when it has contradicted the witness by more than 1 K for 30 s, and counts all the same', () => {
    const alone = { upper: null, lower: 43.6 };
    expect(doubtful(hear(learnt, 29, alone))).toBe(false);
    const doubted = hear(learnt, 31, alone);
    expect(doubtful(doubted)).toBe(true);
    expect(doubted.outvoted).toBeNull();
    expect(doubtful(hear(doubted, 1, { upper: null, lower: 42.6 }))).toBe(false);
  });
});
