import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PrecisionFold } from '../../../electron/domain/precision.ts';
import { stepTo } from '../../../electron/domain/sample-step.ts';
import { intentOf } from '../../../electron/protocol/intent.ts';
import { rowToSample, sampleToRow } from '../../../electron/record/sample-row.ts';
import { ProbeFold } from '../../../electron/report/figures/probe-figures.ts';
import { runSample } from '../../../electron/session/run-sample.ts';
import { settledIn } from '../session/seen.ts';

/** Ticks as they come: mostly in time, some late, some after a stall; some without a reply, some out of band. */
const tick = fc.record({
  ms: fc.oneof(
    { weight: 6, arbitrary: fc.constant(100) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 1000 }) },
    { weight: 2, arbitrary: fc.constantFrom(500, 501, 999, 1000, 1001) },
    { weight: 1, arbitrary: fc.integer({ min: 1001, max: 20_000 }) },
  ),
  reply: fc.constantFrom('heard' as const, 'heard' as const, 'heard' as const, 'lost' as const),
  celsius: fc.constantFrom(42.5, 42.5, 43.4),
});

it('time in band and thermal dose by the record are those the clocks counted, whatever the stalls', () => {
  fc.assert(
    fc.property(fc.array(tick, { minLength: 1, maxLength: 60 }), (ticks) => {
      const bench = settledIn('treatment', 5);
      const precision = new PrecisionFold(bench.state.preset.targetCelsius);
      const dose = new ProbeFold('T3', 'cavity-upper', bench.state.preset.targetCelsius);
      const { inBandMs, elapsedMs } = bench.state.clocks;
      const doseBefore = bench.state.cem43Minutes[2] ?? 0;
      let fromMs = Math.round(bench.nowMs);
      for (const { ms, reply, celsius } of ticks) {
        bench.warm(celsius);
        bench.tick(ms, reply);
        const fresh = reply === 'heard' ? bench.telemetry() : null;
        const kept = rowToSample(sampleToRow(runSample(bench.state, fresh, intentOf(bench.state), 0)));
        const step = stepTo(fromMs, kept.sessionMs);
        fromMs = kept.sessionMs;
        precision.add(kept, step);
        dose.add(kept.probesCelsius[2].value, step.coveredMs, true);
      }
      const { control } = precision.finish();
      const { clocks, cem43Minutes } = bench.state;
      expect(control.inBandSeconds).toBeCloseTo((clocks.inBandMs - inBandMs) / 1000, 9);
      expect(control.elapsedSeconds).toBeCloseTo((clocks.elapsedMs - elapsedMs) / 1000, 9);
      expect(dose.finish(1).cem43Minutes).toBeCloseTo((cem43Minutes[2] ?? 0) - doseBefore, 9);
    }),
  );
});
