import { describe, expect, it } from 'vitest';
import type { OperatorAction } from '../../../electron/domain/action.ts';
import { alone, typedActor } from '../../../electron/domain/actor.ts';
import { measured, missing } from '../../../electron/domain/reading.ts';
import type { RunEvent } from '../../../electron/domain/run-event.ts';
import { computeFigures } from '../../../electron/report/figures.ts';
import { drugNamed } from '../../support/drug.ts';
import {
  all,
  command,
  ended,
  phaseEvent,
  recordOf,
  sampleAt,
  samplesBetween,
  totals,
} from './small-record.ts';

const minute = 60_000;
const probe = (figures: ReturnType<typeof computeFigures>, id: string) => {
  const found = figures.probes.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no figures for ${id}`);
  return found;
};

describe('thermal dose', () => {
  it.each([
    [42.0, 15],
    [42.5, 30],
    [43.0, 60],
    [43.5, 84.9],
    [44.0, 120],
  ])('60 min at %d °C are %d min at 43 °C', (celsius, expected) => {
    const samples = samplesBetween(0, 60 * minute, () => ({ probesCelsius: all(measured(celsius)) }));
    const figures = computeFigures(recordOf(samples, [[0, phaseEvent('treatment')]]));
    expect(probe(figures, 'T3').cem43Minutes).toBeCloseTo(expected, 1);
    expect(probe(figures, 'T3').validShare).toBeCloseTo(1, 9);
  });

  it('counts heat-up in the whole run and not in the treatment', () => {
    const samples = samplesBetween(0, 2 * minute, (at) => ({
      phase: at <= minute ? 'heat-up' : 'treatment',
      probesCelsius: all(measured(43)),
    }));
    const t3 = probe(computeFigures(recordOf(samples, [])), 'T3');
    expect(t3.cem43Minutes).toBeCloseTo(1, 6);
    expect(t3.cem43WholeRunMinutes).toBeCloseTo(2, 6);
  });
});

describe('a target that is changed in the run', () => {
  it('is what is judged by from then on', () => {
    // A minute at 42.5 °C, then a minute at 41.5 °C, which is the target from there on.
    const samples = samplesBetween(0, 2 * minute, (at) => {
      const celsius = measured(at <= minute ? 42.5 : 41.5);
      return { controlCelsius: celsius, probesCelsius: all(celsius), inBand: true };
    });
    const changed: RunEvent = { type: 'target-changed', fromCelsius: 42.5, toCelsius: 41.5 };
    const figures = computeFigures(
      recordOf(samples, [
        [0, phaseEvent('treatment')],
        [minute, changed],
      ]),
    );
    expect(probe(figures, 'T3').inBandMinutes).toBeCloseTo(2, 2);
    expect(figures.treatment.worstDeviationCelsius).toBeCloseTo(0, 6);
  });
});

describe('one minute of treatment, by hand', () => {
  // 30 s at 42.0 °C and 1500 mL/min, then 30 s at 43.2 °C and 1600 mL/min.
  const figures = computeFigures(
    recordOf(
      samplesBetween(0, minute, (at) => {
        const late = at > 30_000;
        const celsius = measured(late ? 43.2 : 42);
        return {
          controlCelsius: celsius,
          probesCelsius: all(celsius),
          flowMlPerMin: measured(late ? 1600 : 1500),
          inBand: !late,
        };
      }),
      [],
    ),
  );

  it('has mean, SD, extremes and the largest deviation', () => {
    const { treatment } = figures;
    expect(treatment.meanCelsius).toBeCloseTo(42.6, 9);
    // ±0.6 around the mean, n − 1 = 599.
    expect(treatment.sdCelsius).toBeCloseTo(0.6 * Math.sqrt(600 / 599), 9);
    expect([treatment.minCelsius, treatment.maxCelsius]).toEqual([42, 43.2]);
    expect(treatment.worstDeviationCelsius).toBeCloseTo(0.7, 9);
    expect(treatment.worstAtSeconds).toBeCloseTo(30.1, 9);
  });

  it('splits the minutes below, in and above the band, and at least 41, 42, 43 °C', () => {
    const t3 = probe(figures, 'T3');
    expect([t3.belowBandMinutes, t3.inBandMinutes, t3.aboveBandMinutes].map(round)).toEqual([0, 0.5, 0.5]);
    expect([t3.atLeast41Minutes, t3.atLeast42Minutes, t3.atLeast43Minutes].map(round)).toEqual([1, 1, 0.5]);
  });

  it('counts the in-band clock and the flow within 5 % of what was asked for', () => {
    expect(figures.treatment.elapsedSeconds).toBeCloseTo(60, 9);
    expect(figures.treatment.inBandSeconds).toBeCloseTo(30, 9);
    expect(figures.treatment.flow.meanMlPerMin).toBeCloseTo(1550, 9);
    expect(figures.treatment.flow.inBandShare).toBeCloseTo(0.5, 9);
    expect(figures.treatment.flow.worstDeviationShare).toBeCloseTo(100 / 1500, 9);
  });
});

describe('gaps', () => {
  it('leaves out the time that no sample covers and names it, without filling it in', () => {
    const samples = [...samplesBetween(0, 20_000), ...samplesBetween(50_000, minute)];
    const figures = computeFigures(recordOf(samples, []));
    expect(figures.gaps).toEqual([{ of: 'record', reason: 'no-samples', startSeconds: 20, seconds: 30.1 }]);
    expect(figures.treatment.elapsedSeconds).toBeCloseTo(60, 9);
    // 20 s before it and 9.9 s after: the first sample after a gap speaks for no time.
    expect(figures.treatment.inBandSeconds).toBeCloseTo(29.9, 9);
    expect(probe(figures, 'T3').validShare).toBeCloseTo(29.9 / 60, 9);
    expect(probe(figures, 'T3').cem43Minutes).toBeCloseTo(29.9 / 120, 9);
  });

  it('takes a step of up to a second as covered', () => {
    const figures = computeFigures(recordOf([sampleAt(100), sampleAt(1100)], []));
    expect(figures.gaps).toEqual([]);
    expect(figures.treatment.inBandSeconds).toBeCloseTo(1.1, 9);
  });

  it('names a probe that comes off, and every probe at once as one gap', () => {
    const samples = samplesBetween(0, minute, (at) => {
      if (at > 10_000 && at <= 20_000) {
        return { probesCelsius: [measured(44), measured(42), missing('open'), measured(42.5)] };
      }
      return at > 40_000 && at <= 45_000 ? { probesCelsius: all(missing('link-lost')) } : {};
    });
    expect(computeFigures(recordOf(samples, [])).gaps).toEqual([
      { of: 'T3', reason: 'open', startSeconds: 10, seconds: 10 },
      { of: 'all-probes', reason: 'link-lost', startSeconds: 40, seconds: 5 },
    ]);
  });

  it('passes over a value missing for half a second, which still counts against valid', () => {
    const figures = computeFigures(
      recordOf(
        samplesBetween(0, 10_000, (at) =>
          at > 5000 && at <= 5500 ? { probesCelsius: all(missing('open')) } : {},
        ),
        [],
      ),
    );
    expect(figures.gaps).toEqual([]);
    expect(probe(figures, 'T1').validShare).toBeCloseTo(0.95, 9);
  });
});

describe('what is not there', () => {
  it('gives a probe that never had a value no mean and 0 % valid', () => {
    const samples = samplesBetween(0, minute, () => ({
      probesCelsius: [measured(44), measured(42), measured(42.5), missing('shorted')],
    }));
    const t4 = probe(computeFigures(recordOf(samples, [])), 'T4');
    expect([t4.meanCelsius, t4.sdCelsius, t4.minCelsius, t4.maxCelsius]).toEqual([null, null, null, null]);
    expect([t4.validShare, t4.cem43Minutes]).toEqual([0, 0]);
  });

  it('gives a run aborted before treatment no treatment figures', () => {
    const samples = samplesBetween(0, minute, () => ({ phase: 'preheat', inBand: false }));
    const events = [
      [0, phaseEvent('preheat')],
      [minute, ended('aborted')],
    ] as const;
    const figures = computeFigures(
      recordOf(samples, [...events.map(([at, event]) => [at, event] as [number, typeof event])]),
    );
    expect(figures.outcome).toBe('aborted');
    const { flow, ...temperature } = figures.treatment;
    expect(new Set([...Object.values(temperature), ...Object.values(flow)])).toEqual(new Set([null]));
    expect(probe(figures, 'T3').validShare).toBeNull();
  });

  it('gives a single instillation its dwell, and judges nothing that did not circulate', () => {
    const samples = samplesBetween(0, minute, () => ({ phase: 'dwell', inBand: false }));
    const figures = computeFigures(
      recordOf(samples, [
        [0, phaseEvent('dwell')],
        [minute, phaseEvent('drain')],
        [minute, ended('completed')],
      ]),
    );
    expect(figures.dwellSeconds).toBe(60);
    expect(figures.treatment).toMatchObject({ elapsedSeconds: null, inBandShare: null });
  });

  it('calls a record that breaks off interrupted, and knows nothing of the link', () => {
    const figures = computeFigures(recordOf(samplesBetween(0, 1000), [[0, phaseEvent('treatment')]]));
    expect(figures.breaksOff).toBe(true);
    expect([figures.outcome, figures.link]).toEqual(['interrupted', null]);
    expect(figures.phases).toEqual([{ name: 'treatment', startSeconds: 0, seconds: 1 }]);
  });

  it('makes something of a record without a single sample', () => {
    const figures = computeFigures(recordOf([], []));
    expect([figures.samples, figures.sessionSeconds, figures.gaps.length]).toEqual([0, 0, 0]);
  });
});

describe('phases, clocks', () => {
  it('lets each phase last until the next, and repeated ones stand again', () => {
    const figures = computeFigures(
      recordOf(samplesBetween(0, 50_000), [
        [0, phaseEvent('drain')],
        [10_000, phaseEvent('rinse')],
        [25_000, phaseEvent('rinse-drain')],
        [30_000, phaseEvent('rinse')],
        [50_000, ended('completed')],
      ]),
    );
    expect(figures.phases.map(({ name, seconds }) => [name, seconds])).toEqual([
      ['drain', 10],
      ['rinse', 15],
      ['rinse-drain', 5],
      ['rinse', 20],
    ]);
    expect(figures.drugInCavitySeconds).toBe(totals.drugInCavitySeconds);
  });

  it('takes the time to target from the start of heat-up to the arrival in band, passing over a blip', () => {
    const samples = samplesBetween(0, 30_000, (at) => ({
      phase: at <= 10_000 ? 'fill' : 'heat-up',
      controlCelsius: measured(at === 10_100 || at > 22_000 ? 42 : 41.9),
    }));
    expect(computeFigures(recordOf(samples, [])).treatment.timeToTargetSeconds).toBeCloseTo(12.1, 9);
  });

  it('counts what was filled, rinsed and drained, and not what circulates', () => {
    const plan = [
      [10_000, 'fill', 3000],
      [20_000, 'circulate', 20],
      [30_000, 'drain', -2900],
      [40_000, 'rinse', 1000],
      [50_000, 'drain', -1020],
    ] as const;
    let inCavity = 0;
    const samples = [...samplesBetween(0, 50_000)].map((sample) => {
      const [, mode, change] = plan.find(([until]) => sample.sessionMs <= until) ?? plan[0];
      inCavity += change / 100;
      return { ...sample, cavityVolumeMl: inCavity, inForce: { ...command, mode } };
    });
    const { volumes } = computeFigures(recordOf(samples, []));
    expect(volumes.filledMl).toBeCloseTo(4000, 6);
    expect(volumes.drainedMl).toBeCloseTo(3920, 6);
    expect(volumes.circulationMl).toBeCloseTo(20, 6);
    expect(volumes).toMatchObject({ addedMl: 0, byHandInMl: 0, byHandOutMl: 0, drainMeasuredMl: null });
    expect(volumes.notRecoveredMl).toBeCloseTo(100, 6);
    expect(volumes.notRecoveredByMeasureMl).toBeNull();
  });

  const act = (action: OperatorAction): RunEvent => ({
    type: 'action',
    by: typedActor('P'),
    ...alone,
    action,
    refused: null,
  });

  it('counts what people brought in and took out, whatever the pump did then', () => {
    const samples = samplesBetween(0, 10_000, (at) => ({
      cavityVolumeMl: at > 7000 ? 0 : at > 5000 ? 500 : 0,
      inForce: { ...command, mode: 'fill' as const },
    }));
    const { volumes, byHand } = computeFigures(
      recordOf(samples, [
        [5000, act({ type: 'record-fluid', kind: 'irrigation', volumeMl: 500 })],
        // More than is in by count: the estimate stops at nothing.
        [7000, act({ type: 'record-fluid', kind: 'suction', volumeMl: 800 })],
      ]),
    );
    expect(volumes).toMatchObject({ filledMl: 0, circulationMl: 0, byHandInMl: 500, byHandOutMl: 800 });
    expect(byHand).toMatchObject([
      { sessionMs: 5000, way: 'in', kind: 'irrigation', volumeMl: 500, by: 'P' },
      { sessionMs: 7000, way: 'out', kind: 'suction', volumeMl: 800, by: 'P' },
    ]);
  });

  it('has the drain as measured beside the one it counted; the last word counts', () => {
    const measured = (value: number) => act({ type: 'record-reading', kind: 'drained-volume', value });
    const end: RunEvent = {
      type: 'run-ended',
      outcome: 'completed',
      summary: { ...totals, volumeInMl: 3000, volumeOutMl: 2900, volumeRetainedMl: 100 },
    };
    const { volumes } = computeFigures(
      recordOf(
        samplesBetween(0, 10_000, () => ({ cavityVolumeMl: 0 })),
        [
          [8000, measured(275)],
          [9000, measured(2750)],
          [10_000, end],
        ],
      ),
    );
    expect(volumes).toMatchObject({
      drainedMl: 2900,
      drainMeasuredMl: 2750,
      notRecoveredMl: 100,
      notRecoveredByMeasureMl: 250,
    });
  });

  it('tells what came in with drugs from what circulates, and lets more come out than went in', () => {
    const drug: RunEvent = {
      type: 'action',
      by: typedActor('P'),
      ...alone,
      action: { type: 'record-drug', drug: drugNamed('as labelled', 100), addition: null, checkedBy: null },
      refused: null,
    };
    const samples = samplesBetween(0, 10_000, (at) => ({ cavityVolumeMl: at > 5000 ? 3130 : 3000 }));
    const whole = computeFigures(recordOf(samples, [[5000, drug]])).volumes;
    expect(whole).toMatchObject({ addedMl: 100, circulationMl: 3030, notRecoveredMl: 3130 });
    const end: RunEvent = {
      type: 'run-ended',
      outcome: 'completed',
      summary: { ...totals, volumeInMl: 3100, volumeOutMl: 3600 },
    };
    const ascites = computeFigures(
      recordOf(
        samplesBetween(0, 10_000, () => ({ cavityVolumeMl: 0 })),
        [
          [5000, drug],
          [10_000, end],
        ],
      ),
    ).volumes;
    expect(ascites).toMatchObject({ filledMl: 3000, addedMl: 100, drainedMl: 3600, notRecoveredMl: -600 });
  });

  it('sums the in-band clock of an hour to the hour', () => {
    const figures = computeFigures(recordOf(samplesBetween(0, 60 * minute), []));
    expect(figures.treatment.inBandSeconds).toBe(3600);
    expect(probe(figures, 'T3').validShare).toBe(1);
  });

  it('leaves a paused flow out of the flow figures', () => {
    const samples = samplesBetween(0, 20_000, (at) => {
      return at > 10_000 ? { flowMlPerMin: measured(0), requested: { ...command, pumpEnable: false } } : {};
    });
    expect(computeFigures(recordOf(samples, [])).treatment.flow.inBandShare).toBe(1);
  });

  it('leaves out the flow of a time in which nothing was requested: no promise was given', () => {
    const samples = samplesBetween(0, 20_000, (at) =>
      at > 10_000 ? { flowMlPerMin: measured(700), requested: null } : {},
    );
    const { flow } = computeFigures(recordOf(samples, [])).treatment;
    expect([flow.inBandShare, flow.meanMlPerMin, flow.worstDeviationShare]).toEqual([1, 1500, 0]);
  });

  it('counts volume by the mode last known where nothing was requested and nothing is in force', () => {
    const samples = samplesBetween(0, 10_000, (at) => ({
      phase: 'fill',
      cavityVolumeMl: at / 10,
      ...(at > 5000
        ? { requested: null, inForce: null }
        : {
            requested: { ...command, mode: 'fill' as const },
            inForce: { ...command, mode: 'fill' as const },
          }),
    }));
    expect(computeFigures(recordOf(samples, [])).volumes.filledMl).toBeCloseTo(1000, 6);
  });
});

const round = (value: number): number => Math.round(value * 1e6) / 1e6;
