import { describe, expect, it } from 'vitest';
import type { OperatorAction } from '../../../electron/domain/action.ts';
import {
  type Actor,
  type Also,
  alone,
  signedInActor,
  typedActor,
  unknownActor,
} from '../../../electron/domain/actor.ts';
import type { Role } from '../../../electron/domain/role.ts';
import { drugNamed } from '../../support/drug.ts';
import { perfusionistNamed } from '../../support/people.ts';
import { type Bench, checkedBy, runIn } from './bench.ts';

const of = (role: Role, name: string = role): Actor => signedInActor({ id: name, name, role });
const press = (bench: Bench, action: OperatorAction, by: Actor, also: Also = alone) => {
  const { result } = bench.hear({ type: 'action', action, by, also });
  return result?.taken === true ? 'taken' : result?.why;
};
const glass = (reason: string | null): Also => ({ second: null, breakGlass: reason });
const start = { type: 'start-treatment', drug: null, early: null, checkedBy: null } as const;

describe('who may act in a run', () => {
  it('stops whoever has not signed in from what only the team does', () => {
    const bench = runIn('treatment');
    const change = { type: 'change-flow', mlPerMin: 1200 } as const;
    for (const nobody of [typedActor('A. Person'), typedActor('A. Person', 'clinician'), unknownActor])
      expect(press(bench, change, nobody)).toBe('needs-sign-in');
    expect(press(bench, change, of('or-staff'))).toBe('not-your-role');
    expect(press(bench, change, of('service'))).toBe('not-your-role');
    expect(press(bench, change, of('perfusionist'))).toBe('taken');
  });

  it.each(['heat-off', 'pause-flow', 'stop-run', 'drain-now'] as const)('lets everybody press %s', (type) => {
    for (const by of [unknownActor, typedActor('A'), of('or-staff'), of('service'), of('clinician')])
      expect(press(runIn('treatment'), { type }, by)).toBe('taken');
  });

  it('takes a name and a reason in the place of an account where the pump only goes on', () => {
    const held = (): Bench => {
      const bench = runIn('treatment');
      bench.act({ type: 'pause-flow' });
      return bench;
    };
    const resume = { type: 'resume-flow' } as const;
    expect(press(held(), resume, typedActor('A. Person'))).toBe('needs-reason');
    expect(press(held(), resume, unknownActor, glass('nobody else is here'))).toBe('needs-reason');
    expect(press(held(), resume, typedActor('A. Person'), glass('nobody else is here'))).toBe('taken');
    expect(press(held(), resume, of('or-staff'))).toBe('taken');
  });

  it('keeps on record who stood beside, and why nobody had signed in', () => {
    const bench = runIn('treatment');
    bench.act({ type: 'pause-flow' });
    const by = typedActor('A. Person');
    press(bench, { type: 'resume-flow' }, by, glass('nobody else is here'));
    expect(bench.events).toContainEqual({
      type: 'action',
      by,
      second: null,
      breakGlass: 'nobody else is here',
      action: { type: 'resume-flow' },
      refused: null,
    });
  });

  it('is asked before what the run would say, and a refusal is on record', () => {
    const bench = runIn('treatment');
    expect(press(bench, start, of('or-staff'))).toBe('not-your-role');
    expect(bench.events.at(-1)).toMatchObject({ type: 'action', action: start, refused: 'not-your-role' });
  });

  it('a heater that an alarm held is no matter of OR staff, also once a person held it on top', () => {
    const byPerson = runIn('treatment');
    byPerson.act({ type: 'heat-off' });
    expect(press(byPerson, { type: 'resume-heat' }, of('or-staff'))).toBe('taken');
    const byAlarm = runIn('treatment');
    byAlarm.hear({ type: 'reaction', reaction: 'heater-off', reason: 'alarm' });
    byAlarm.act({ type: 'heat-off' });
    expect(press(byAlarm, { type: 'resume-heat' }, of('or-staff'))).toBe('not-your-role');
    expect(press(byAlarm, { type: 'resume-heat' }, of('perfusionist'))).toBe('taken');
    byAlarm.act({ type: 'heat-off' });
    expect(press(byAlarm, { type: 'resume-heat' }, of('or-staff'))).toBe('taken');
  });
});

describe('where the site wants two people', () => {
  const asking = (bench: Bench, needsSecond: { heat: boolean; drugs: boolean }): Bench => {
    bench.state = { ...bench.state, needsSecond };
    return bench;
  };
  const ann = perfusionistNamed('Ann');
  const withSecond = (second: Actor): Also => ({ second, breakGlass: null });

  it('heat is not led to by one: prime is left by two different people', () => {
    const bench = asking(runIn('prime'), { heat: true, drugs: false });
    bench.seconds(120);
    bench.act({ type: 'time-out', names: checkedBy });
    const advance = { type: 'advance', from: 'prime' } as const;
    expect(press(bench, advance, ann)).toBe('needs-second-person');
    expect(press(bench, advance, ann, withSecond(ann))).toBe('needs-second-person');
    expect(press(bench, advance, ann, withSecond(of('service')))).toBe('needs-second-person');
    expect(press(bench, advance, ann, withSecond(of('or-staff')))).toBe('taken');
  });

  it('a drug is not recorded by one; without a drug the clock starts', () => {
    const bench = asking(runIn('heat-up'), { heat: false, drugs: true });
    bench.seconds(61);
    const drug = { type: 'record-drug', drug: drugNamed('as typed'), addition: null, checkedBy } as const;
    expect(press(bench, drug, ann)).toBe('needs-second-person');
    expect(press(bench, { ...start, drug: drugNamed('as typed'), checkedBy }, ann)).toBe(
      'needs-second-person',
    );
    expect(press(bench, drug, ann, withSecond(perfusionistNamed('Bo')))).toBe('taken');
    expect(press(bench, start, ann)).toBe('taken');
  });

  it('what asks for none takes one', () => {
    const bench = asking(runIn('prime'), { heat: false, drugs: true });
    bench.seconds(120);
    bench.act({ type: 'time-out', names: checkedBy });
    expect(press(bench, { type: 'advance', from: 'prime' }, ann)).toBe('taken');
  });
});

describe('the time-out', () => {
  const advance = { type: 'advance', from: 'prime' } as const;
  const primed = (): Bench => {
    const bench = runIn('prime');
    bench.seconds(120);
    return bench;
  };

  it('comes before prime is left, and two names stand for it', () => {
    const bench = primed();
    expect(bench.act(advance)).toEqual({ taken: false, why: 'needs-time-out' });
    expect(bench.act({ type: 'time-out', names: ['Ann', 'Bo'] })).toEqual({ taken: true });
    expect(bench.state.timeOut).toEqual(['Ann', 'Bo']);
    expect(bench.state.phase).toBe('prime');
    expect(bench.act(advance)).toEqual({ taken: true });
  });

  it('is not asked of a run that was begun without one', () => {
    const bench = primed();
    bench.state = { ...bench.state, asksTimeOut: false };
    expect(bench.act(advance)).toEqual({ taken: true });
  });
});

describe('what is recorded besides', () => {
  it('the last carrier counts, and the last of each sign', () => {
    const bench = runIn('treatment');
    const act = (action: OperatorAction) => expect(bench.act(action)).toEqual({ taken: true });
    act({ type: 'record-carrier', carrier: { name: 'first bag', volumeMl: 3000 } });
    act({ type: 'record-carrier', carrier: { name: 'second bag', volumeMl: 2000 } });
    act({ type: 'record-vital', sign: 'lactate', value: 2.1 });
    bench.seconds(5);
    act({ type: 'record-vital', sign: 'glucose', value: 6 });
    act({ type: 'record-vital', sign: 'lactate', value: 2.5 });
    const { nowMs } = bench.state;
    expect(bench.state.carrier).toEqual({ name: 'second bag', volumeMl: 2000 });
    expect(bench.state.vitals).toEqual([
      { sign: 'glucose', value: 6, atMs: nowMs },
      { sign: 'lactate', value: 2.5, atMs: nowMs },
    ]);
  });
});
