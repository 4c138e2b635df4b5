import { afterEach, expect, test } from 'vitest';
import type { Interlock } from '../../electron/domain/circuit.ts';
import type { MachineFault } from '../../native-bridge/simulator/faults.ts';
import { Treatment } from '../support/treatment.ts';

let treatment: Treatment;
afterEach(() => treatment.close());

interface Story {
  readonly fault: MachineFault;
  readonly interlock: Interlock;
  readonly pumpStops: boolean;
}

/** Each cause latches its interlock; the last column is link map version 1, circulating. */
const stories: readonly Story[] = [
  { fault: { fault: 'air-in-line' }, interlock: 'air-in-line', pumpStops: true },
  { fault: { fault: 'reservoir-low', ml: 100 }, interlock: 'reservoir-low', pumpStops: true },
  { fault: { fault: 'over-pressure', mmHg: 400 }, interlock: 'over-pressure', pumpStops: true },
  { fault: { fault: 'heater-fault' }, interlock: 'heater-fault', pumpStops: false },
  { fault: { fault: 'pump-fault' }, interlock: 'pump-fault', pumpStops: true },
  { fault: { fault: 'cover-open' }, interlock: 'cover-open', pumpStops: true },
  { fault: { fault: 'on-battery' }, interlock: 'on-battery', pumpStops: false },
  { fault: { fault: 'emergency-stop' }, interlock: 'emergency-stop', pumpStops: true },
  { fault: { fault: 'inflow-sensor-fault' }, interlock: 'inflow-sensor-fault', pumpStops: false },
  {
    fault: { fault: 'interlock-latched', interlock: 'over-temperature' },
    interlock: 'over-temperature',
    pumpStops: false,
  },
  { fault: { fault: 'interlock-latched', interlock: 'no-flow' }, interlock: 'no-flow', pumpStops: false },
];

test.each(stories)(
  '$interlock: heater off, pump stops: $pumpStops; a person brings it back',
  async (story) => {
    const { fault, interlock, pumpStops } = story;
    treatment = await Treatment.treating();
    treatment.fault(fault, fault.fault === 'interlock-latched' ? null : 20);
    const code = interlock === 'emergency-stop' ? 'emergency-stop' : (`interlock-${interlock}` as const);
    const alarm = await treatment.untilAlarm(code);
    expect(alarm).toMatchObject({ subject: '', priority: 'high', kind: 'technical' });
    await treatment.seconds(1);

    let { run } = treatment;
    expect(run.heatHeld).not.toBeNull();
    expect(run.heater).toMatchObject({ requested: false, inForce: false });
    expect(run.flowHeld === null).toBe(!pumpStops);
    expect(run.clocks.inBandStopped === null).toBe(!pumpStops);

    // The cause goes; nothing comes back by itself.
    await treatment.seconds(30);
    run = treatment.run;
    expect(run.heater.requested).toBe(false);
    expect(run.flow.requestedMlPerMin === 0).toBe(pumpStops);
    expect(run.primary?.action).toBe('clear-interlocks');

    const inBandBefore = run.clocks.inBandSeconds ?? 0;
    for (const action of pumpStops
      ? ['clear-interlocks', 'resume-flow', 'resume-heat']
      : ['clear-interlocks', 'resume-heat']) {
      await treatment.until(
        `${action} offered`,
        ({ primary }) => primary?.action === action && primary.blocked === null,
        300,
      );
      const bits = treatment.run.primary?.bits ?? 0;
      const acted = treatment.act(
        action === 'clear-interlocks'
          ? { type: action, bits }
          : { type: action as 'resume-flow' | 'resume-heat' },
      );
      expect(acted).toEqual({ taken: true });
      await treatment.seconds(2);
    }
    await treatment.until('heat in force again', ({ heater }) => heater.inForce === true, 120);
    await treatment.until('in band', ({ clocks }) => clocks.inBandStopped === null, 600);
    await treatment.seconds(5);
    expect(treatment.run.clocks.inBandSeconds ?? 0).toBeGreaterThan(inBandBefore);
  },
);
