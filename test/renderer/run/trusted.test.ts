import { describe, expect, it } from 'vitest';
import { withoutOldValues } from '../../../renderer/run/trusted.ts';
import { calmRun, rig } from '../support/sample-run.ts';

describe('values on the screen', () => {
  it('are as main sends them while the link is up or ageing', () => {
    expect(withoutOldValues(calmRun, rig, false)).toBe(calmRun);
    expect(withoutOldValues(calmRun, { ...rig, link: 'ageing' }, false)).toBe(calmRun);
  });

  it('are all missing, with the reason, once the link is lost, even if main still sent numbers', () => {
    const run = withoutOldValues(calmRun, { ...rig, link: 'lost' }, false);
    expect(run.probes.map(({ celsius }) => celsius.missing)).toEqual(Array(4).fill('link-lost'));
    expect([run.control.celsius.value, run.flow.mlPerMin.value, run.heater.powerPercent.value]).toEqual([
      null,
      null,
      null,
    ]);
    expect([run.heater.inForce, run.flow.inForceMlPerMin, run.mode.inForce]).toEqual([null, null, null]);
    expect(run.control.state).toBe('unknown');
  });

  it('are missing for another reason when main itself has gone quiet', () => {
    expect(withoutOldValues(calmRun, rig, true).control.celsius.missing).toBe('no-telemetry');
  });

  it('stay "not fitted" where nothing is fitted', () => {
    const run = withoutOldValues(calmRun, { ...rig, link: 'lost' }, false);
    expect(run.cavityPressureMmHg.missing).toBe('not-fitted');
  });
});
