import { describe, expect, it } from 'vitest';
import { type Circuit, newCircuit, stepCircuit } from '../../../../electron/protocol/estimate/circuit.ts';

const now = {
  inflowCelsius: 44,
  inflowSetpointCelsius: 45,
  flowMlPerMin: 1500,
  heaterW: 500,
  heaterRatingW: 1500,
  seconds: 2,
};

function stay(circuit: Circuit, seconds: number, change: Partial<typeof now> = {}): Circuit {
  let next = circuit;
  for (let t = 0; t < seconds; t += now.seconds) next = stepCircuit(next, { ...now, ...change });
  return next;
}

describe('the circuit', () => {
  it('knows what comes in front of the heater from what the heater adds', () => {
    const circuit = stay(newCircuit(now), 120, { inflowCelsius: 45 });
    // 1 500 mL/min × 4.15 J/(mL·K) ÷ 60 = 103.75 W/K; 500 W is 4.82 K.
    expect(circuit.inletCelsius).toBeCloseTo(45 - 500 / 103.75, 2);
  });

  it('is believed to have its rating until the heater stays short of its set-point with power to spare', () => {
    expect(stay(newCircuit(now), 10).heaterW).toBe(1500);
    const weak = stay(newCircuit(now), 30);
    expect(weak.heaterW).toBe(500);
    expect(stay(weak, 4, { heaterW: 900 }).heaterW).toBe(1500);
  });

  it('at full power is saturated, not weak', () => {
    expect(stay(newCircuit(now), 60, { heaterW: 1500 }).heaterW).toBe(1500);
  });

  it('draws no balance without flow', () => {
    const before = stay(stay(newCircuit(now), 60), 60, { flowMlPerMin: 0 });
    const later = stay(before, 120, { flowMlPerMin: 0, heaterW: 0 });
    expect(later.inletCelsius).toBe(before.inletCelsius);
  });
});
