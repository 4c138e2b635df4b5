import { describe, expect, it } from 'vitest';
import { circuitModes } from '../../../electron/domain/circuit.ts';
import { measured, missing } from '../../../electron/domain/reading.ts';
import { type MachineDoing, machineDoing, stoodDown } from '../../../electron/domain/stood-down.ts';
import type { Telemetry } from '../../../electron/domain/telemetry.ts';
import { Bench, benchRig } from '../protocol/bench.ts';

const still: Telemetry = { ...new Bench().telemetry(), flowMlPerMin: measured(0), pumpSpeedRpm: 0 };
const inForce = (change: Partial<Telemetry['inForce']>, rest: Partial<Telemetry> = {}): Telemetry => ({
  ...still,
  inForce: { ...still.inForce, ...change },
  ...rest,
});
const flowing = { flowMlPerMin: measured(1500), pumpSpeedRpm: 150 };

describe('a machine has stood down', () => {
  it('with standby in force, heater and pump off and nothing flowing, whatever is latched', () => {
    expect(stoodDown(still, benchRig)).toBe(true);
    expect(stoodDown({ ...still, interlockBits: 0xfff, rigState: 'safe' }, benchRig)).toBe(true);
  });

  it.each<[string, Telemetry]>([
    ['in another mode', inForce({ mode: 'bypass' })],
    ['with the heater on', inForce({ heaterEnable: true })],
    ['with the pump on', inForce({ pumpEnable: true })],
    ['while it flows', { ...still, flowMlPerMin: measured(11) }],
    ['while the pump turns', { ...still, pumpSpeedRpm: 0.1 }],
    [
      'while the pump turns and no meter tells',
      { ...still, flowMlPerMin: missing('no-value'), pumpSpeedRpm: 20 },
    ],
  ])('not %s', (_, telemetry) => {
    expect(stoodDown(telemetry, benchRig)).toBe(false);
  });

  it('with a meter that rests at a tenth of the lowest flow, or tells nothing while the pump stands', () => {
    expect(stoodDown({ ...still, flowMlPerMin: measured(10) }, benchRig)).toBe(true);
    expect(stoodDown({ ...still, flowMlPerMin: missing('no-value') }, benchRig)).toBe(true);
  });
});

describe('what a machine does', () => {
  it('is not known before it is heard', () => {
    expect(machineDoing(null, benchRig)).toBe('unknown');
  });

  it('follows its valves while something flows', () => {
    const doing = circuitModes.map((mode) =>
      machineDoing(inForce({ mode, pumpEnable: true }, flowing), benchRig),
    );
    expect(doing).toEqual<MachineDoing[]>([
      'pumping-other',
      'circulating',
      'circulating',
      'filling',
      'circulating',
      'draining',
      'filling',
    ]);
  });

  it('is standing where the valves are open and nothing flows', () => {
    expect(machineDoing(inForce({ mode: 'circulate' }), benchRig)).toBe('standing');
    expect(machineDoing(still, benchRig)).toBe('stood-down');
  });
});
