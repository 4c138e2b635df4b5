import { describe, expect, it } from 'vitest';
import { consoleActor, typedActor, unattendedActor, unknownActor } from '../../../electron/domain/actor.ts';
import { type AlarmLimitName, alarmLimitNames } from '../../../electron/domain/alarm-limits.ts';
import {
  type Permission,
  type PermissionContext,
  permission,
  requestNames,
  type What,
} from '../../../electron/domain/permissions.ts';
import { type Phase, phases } from '../../../electron/domain/phase.ts';
import { actionSchema } from '../../../electron/record/codec/action-schema.ts';
import { type Column, columns, whoMay } from '../../support/who-may.ts';

/** In treatment, heat and flow held by a person, a run released, a limit that any of three may decide. */
const inTreatment: PermissionContext = {
  phase: 'treatment',
  heatHeldByAlarm: false,
  flowHeldByAlarm: false,
  limit: 'core-low',
  released: true,
};

const signs: Readonly<Record<Permission, string>> = { yes: 'Y', 'break-glass': 'R', no: '–' };
const actorIn = (column: Column) =>
  column === 'nobody' ? unknownActor : ({ role: column, how: 'signed-in' } as const);
const rowOf = (what: What, context?: PermissionContext): string =>
  columns.map((column) => signs[permission(actorIn(column), what, context)]).join(' ');
const allOf = Object.keys(whoMay) as What[];

describe('who may do what', () => {
  it('is said here of every action there is and of every request', () => {
    const types = (actionSchema.toJSONSchema() as unknown as Variants).oneOf.map(
      ({ properties }) => properties.type.const,
    );
    expect(types).toHaveLength(38);
    expect([...allOf].sort()).toEqual([...types, ...requestNames].sort());
  });

  it.each(Object.entries(whoMay))('%s: %s', (what, cells) => {
    expect(rowOf(what as What, inTreatment)).toBe(cells);
  });

  it.each<[Phase, string]>([
    ['self-test', '– – Y Y –'],
    ['prime', '– – Y Y –'],
    ['machine-test', '– – Y Y –'],
    ['preheat', '– – Y Y –'],
    ['fill', '– – Y Y –'],
    ['heat-up', '– – Y Y –'],
    ['treatment', '– – Y Y –'],
    ['dwell', '– – Y Y –'],
    ['drain', 'R Y Y Y R'],
    ['rinse', 'R Y Y Y R'],
    ['rinse-drain', 'R Y Y Y R'],
    ['disconnect', 'R Y Y Y R'],
    ['complete', 'R Y Y Y R'],
  ])('on from %s: %s', (phase, cells) => {
    expect(rowOf('advance', { ...inTreatment, phase })).toBe(cells);
  });

  it('OR staff resumes no heat after an alarm, and flow only with a reason', () => {
    const held = { ...inTreatment, heatHeldByAlarm: true, flowHeldByAlarm: true };
    expect(rowOf('resume-heat', held)).toBe('– – Y Y –');
    expect(rowOf('resume-flow', held)).toBe('R R Y Y R');
    expect(rowOf('circulate-unheated', held)).toBe('R R Y Y R');
  });

  it('OR staff starts no run that nobody has released', () => {
    expect(rowOf('start-run', { ...inTreatment, released: false })).toBe('– – Y Y –');
  });

  it.each<[AlarmLimitName, string]>([
    ['control-above-target', '– – Y Y –'],
    ['cavity-above-target', '– – – Y –'],
    ['cavity-highest', '– – – Y –'],
    ['control-below-target', '– – Y Y –'],
    ['control-far-below-target', '– – Y Y –'],
    ['inflow-highest', '– – – Y –'],
    ['core-low', '– – Y Y –'],
    ['core-medium', '– – – Y –'],
    ['core-high', '– – – Y –'],
    ['flow-off', '– – Y Y –'],
    ['flow-far-off', '– – Y Y –'],
    ['cavity-pressure-raised', '– – – Y –'],
    ['cavity-pressure-high', '– – – Y –'],
    ['volume-over-plan', '– – – Y –'],
  ])('changes %s: %s', (limit, cells) => {
    expect(rowOf('change-alarm-limit', { ...inTreatment, limit })).toBe(cells);
    expect(alarmLimitNames).toHaveLength(14);
  });

  it('takes what it does not know for the worse', () => {
    expect(rowOf('advance')).toBe('– – Y Y –');
    expect(rowOf('resume-heat')).toBe('– – Y Y –');
    expect(rowOf('resume-flow')).toBe('R R Y Y R');
    expect(rowOf('start-run')).toBe('– – Y Y –');
    expect(rowOf('change-alarm-limit')).toBe('– – – – –');
  });

  it('a name that is typed is nobody, whatever role is typed with it', () => {
    for (const what of allOf) {
      const asNobody = permission(unknownActor, what, inTreatment);
      for (const role of [null, 'or-staff', 'perfusionist', 'clinician', 'service'] as const)
        expect(permission(typedActor('Example', role), what, inTreatment)).toBe(asNobody);
      expect(permission({ role: null, how: 'signed-in' }, what, inTreatment)).toBe(asNobody);
    }
  });

  it('a part of the console may do everything', () => {
    for (const actor of [consoleActor, unattendedActor])
      for (const what of allOf) expect(permission(actor, what)).toBe('yes');
  });
});

describe('without any account', () => {
  /** What leads from a phase towards a drained cavity and an ended run. */
  const waysOut: Readonly<Record<Phase, readonly What[]>> = {
    'self-test': ['drain-now', 'end-run'],
    prime: ['drain-now', 'end-run'],
    'machine-test': ['drain-now', 'end-run'],
    preheat: ['drain-now', 'end-run'],
    fill: ['drain-now', 'end-run'],
    'heat-up': ['drain-now', 'end-run'],
    treatment: ['drain-now'],
    dwell: ['drain-now'],
    drain: ['resume-flow', 'advance', 'leave-retained', 'skip-rinses'],
    rinse: ['drain-now', 'advance', 'skip-rinses'],
    'rinse-drain': ['resume-flow', 'advance', 'leave-retained', 'skip-rinses'],
    disconnect: ['advance', 'drain-now', 'end-run'],
    complete: [],
  };
  /** What may stand in the way: a lost link, a latched interlock, a lost console, fluid nobody knows of. */
  const hurdles: readonly What[] = [
    'take-command',
    'clear-interlocks',
    'recover-take-up',
    'recover-drain',
    'recover-end',
    'rescue-off',
    'rescue-drain',
    'rescue-end-drain',
    'rescue-circulate-unheated',
    'rescue-clear-interlocks',
    'answer-fluid',
    'choose-port',
    'restart',
  ];

  it.each(phases)('there is a way out of %s, and over every hurdle', (phase) => {
    for (const what of [...waysOut[phase], ...hurdles])
      expect([what, permission(unknownActor, what, { ...inTreatment, phase })]).not.toContain('no');
  });
});

interface Variants {
  readonly oneOf: readonly { readonly properties: { readonly type: { readonly const: string } } }[];
}
