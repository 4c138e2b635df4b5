import { describe, expect, it } from 'vitest';
import { nextPhase, stripSteps } from '../../../renderer/run/phase-steps.ts';
import { steps } from '../support/sample-run.ts';

const names = (current: Parameters<typeof steps>[0], round = 1) =>
  stripSteps(steps(current, null, round)).map(({ phase, state }) => `${phase} ${state}`);

describe('the phase strip', () => {
  it('shows all rinses as one step until one is current', () => {
    expect(names('treatment').slice(-3)).toEqual(['drain ahead', 'rinse ahead', 'disconnect ahead']);
    expect(names('rinse-drain', 2).slice(-2)).toEqual(['rinse-drain current', 'disconnect ahead']);
    expect(names('disconnect').slice(-2)).toEqual(['rinse done', 'disconnect current']);
  });

  it('names completion only when it has come', () => {
    expect(names('heat-up').some((name) => name.startsWith('complete'))).toBe(false);
    expect(names('complete').at(-1)).toBe('complete current');
  });

  it('knows what comes next', () => {
    expect([nextPhase(steps('prime', null)), nextPhase(steps('rinse-drain', null, 1))]).toEqual([
      'machine-test',
      'rinse',
    ]);
    expect(nextPhase(steps('complete', null))).toBe('complete');
  });
});
