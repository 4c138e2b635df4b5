import { describe, expect, it } from 'vitest';
import { courseConditions } from '../../../electron/alarms/conditions/course.ts';
import { type Phase, phases } from '../../../electron/domain/phase.ts';
import {
  confirmedBy,
  isTreating,
  phaseFlowMlPerMin,
  phasePlans,
} from '../../../electron/protocol/phase-plan.ts';
import { transitions } from '../../../electron/protocol/transitions.ts';
import { benchPreset } from './bench.ts';

const flowsOf = { preset: benchPreset, setFlowMlPerMin: benchPreset.flowMlPerMin };

const from = (phase: Phase) => transitions.filter((row) => row.from === phase);

/** Phases that can be reached from one, by rows of some triggers. */
function reachable(start: Phase, allowed: (trigger: string) => boolean = () => true): Set<Phase> {
  const found = new Set<Phase>([start]);
  for (const phase of found) for (const { on, to } of from(phase)) if (allowed(on)) found.add(to);
  return found;
}

describe('the transition table', () => {
  it('leads from the first phase to every other', () => {
    expect([...reachable('self-test')].sort()).toEqual([...phases].sort());
  });

  it('leads from every phase to the end, and from the end nowhere', () => {
    for (const phase of phases) expect(reachable(phase).has('complete')).toBe(true);
    expect(from('complete')).toEqual([]);
  });

  it('leads to treatment by its start only, out of heat-up only', () => {
    const into = transitions.filter(({ to }) => to === 'treatment');
    expect(into.map((row) => `${row.from} ${row.on}`)).toEqual([
      'heat-up start-treatment',
      'heat-up start-treatment-early',
    ]);
  });

  it('leads to drain by a person only', () => {
    const into = transitions.filter(({ to }) => to === 'drain');
    const causes = new Set(into.map(({ on }) => on));
    expect([...causes].sort()).toEqual(['drain-now', 'end-treatment', 'end-treatment-early']);
  });

  it('lets every phase be ended with a reason, and drains every phase that fills', () => {
    for (const phase of phases.filter((each) => each !== 'complete')) {
      expect(from(phase).some(({ on, to }) => on === 'end-run' && to === 'complete')).toBe(true);
    }
    for (const phase of ['fill', 'heat-up', 'treatment', 'dwell', 'rinse'] as const) {
      expect(from(phase).some(({ on }) => on === 'drain-now')).toBe(true);
    }
  });

  it('has no two rows that the same trigger and guard would take', () => {
    const keys = transitions.map(({ from: phase, on, guard }) => `${phase} ${on} ${guard}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('goes by itself only from a filling that has its volume', () => {
    const byItself = transitions.filter(({ on }) => on === 'volume-reached');
    expect(byItself.map((row) => `${row.from} ${row.to}`)).toEqual(['fill dwell', 'rinse rinse-drain']);
    expect(Object.values(confirmedBy).filter((who) => who === 'itself')).toHaveLength(1);
  });
});

describe('the plan of a phase', () => {
  it('heats only what goes round or in, with a flow', () => {
    const heated = phases.filter((phase) => phasePlans[phase].heat !== 'off');
    expect(heated).toEqual(['preheat', 'fill', 'heat-up', 'treatment']);
    for (const phase of heated) expect(phaseFlowMlPerMin(phase, flowsOf)).toBeGreaterThan(0);
  });

  it('has the time limits of the brief: preheat and heat-up 30 minutes, others 15, 10 beyond what is planned', () => {
    for (const phase of phases) {
      const long = phase === 'preheat' || phase === 'heat-up';
      const { limit } = phasePlans[phase];
      if (phase === 'complete') expect(limit).toBeNull();
      else if (isTreating(phase))
        expect(limit).toMatchObject({ minutes: 10, alarm: 'treatment-beyond-plan' });
      else expect(limit).toMatchObject({ minutes: long ? 30 : 15, alarm: 'phase-time-limit' });
    }
  });

  it('raises with its limit an alarm that there is, of the same length', () => {
    const limits = phases.flatMap((phase) => phasePlans[phase].limit ?? []);
    for (const { alarm, minutes } of limits) {
      const condition = courseConditions.find(({ code }) => code === alarm);
      const beyond = alarm === 'treatment-beyond-plan';
      const by = beyond ? minutes * 60 : 0;
      const priority = beyond ? 'medium' : 'low';
      expect(condition).toMatchObject({ priority, reaction: 'none', limit: { by } });
    }
  });

  it('pumps with the flow of the preset that is meant', () => {
    const flows = Object.fromEntries(phases.map((phase) => [phase, phaseFlowMlPerMin(phase, flowsOf)]));
    expect(flows).toMatchObject({ prime: 1500, preheat: 1500, fill: 1000, treatment: 1500, drain: 1000 });
    expect([flows['self-test'], flows.disconnect, flows.complete]).toEqual([0, 0, 0]);
  });
});
