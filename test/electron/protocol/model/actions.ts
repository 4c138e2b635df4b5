import fc from 'fast-check';
import type { OperatorAction, OperatorActionType } from '../../../../electron/domain/action.ts';
import { alarmLimitNames } from '../../../../electron/domain/alarm-limits.ts';
import { interlocks } from '../../../../electron/domain/circuit.ts';
import { fluidKinds } from '../../../../electron/domain/fluid.ts';
import { readingKinds } from '../../../../electron/domain/manual-reading.ts';
import { phases } from '../../../../electron/domain/phase.ts';
import { drugNamed } from '../../../support/drug.ts';
import { checkedBy, clinician, named } from '../bench.ts';

export type { OperatorActionType };

const { constant, constantFrom, integer, record } = fc;
type ActionOf<Type extends OperatorActionType> = Extract<OperatorAction, { type: Type }>;

/** Every action there is, with all it may carry; one that is missing here does not compile. */
const byType: { readonly [Type in OperatorActionType]: fc.Arbitrary<ActionOf<Type>> } = {
  'heat-off': constant({ type: 'heat-off' }),
  'pause-flow': constant({ type: 'pause-flow' }),
  'stop-run': constant({ type: 'stop-run' }),
  'drain-now': constant({ type: 'drain-now' }),
  advance: record({ type: constant('advance'), from: constantFrom(...phases) }),
  'start-treatment': record({
    type: constant('start-treatment'),
    drug: constantFrom(null, drugNamed('as typed'), drugNamed('as typed', 80)),
    early: constantFrom(null, named),
    checkedBy: constantFrom(null, checkedBy),
  }),
  'change-flow': record({ type: constant('change-flow'), mlPerMin: constantFrom(50, 400, 1500, 2500, 9000) }),
  'leave-retained': record({
    type: constant('leave-retained'),
    from: constantFrom(...phases),
    reason: constant('a reason'),
  }),
  'skip-rinses': record({
    type: constant('skip-rinses'),
    from: constantFrom(...phases),
    reason: constant('a reason'),
  }),
  'leave-bypass': constant({ type: 'leave-bypass', ...named }),
  'lift-core-hold': constant({ type: 'lift-core-hold', ...named }),
  'addition-not-given': record({
    type: constant('addition-not-given'),
    addition: constantFrom(0, 1, 7),
    reason: constant('a reason'),
  }),
  'confirm-fresh-fluid': constant({ type: 'confirm-fresh-fluid', seenBy: clinician }),
  'record-fluid': record({
    type: constant('record-fluid'),
    kind: constantFrom(...fluidKinds),
    volumeMl: constantFrom(0, 20, 250, 500, 2000, 12.5, 30_000),
  }),
  'confirm-return': constant({ type: 'confirm-return' }),
  'resume-heat': constant({ type: 'resume-heat' }),
  'resume-flow': constant({ type: 'resume-flow' }),
  'circulate-unheated': constant({ type: 'circulate-unheated' }),
  'take-command': constant({ type: 'take-command' }),
  'clear-interlocks': record({
    type: constant('clear-interlocks'),
    bits: fc.oneof(
      constant(0xfff),
      integer({ min: 0, max: interlocks.length - 1 }).map((bit) => 1 << bit),
    ),
  }),
  'end-treatment': record({ type: constant('end-treatment'), early: constantFrom(null, named) }),
  'extend-until-in-band': constant({ type: 'extend-until-in-band', clinician }),
  'extend-by': record({
    type: constant('extend-by'),
    minutes: constantFrom(0, 1, 5, 2.5, 99),
    clinician: constant(clinician),
  }),
  'control-by-outflow': constant({ type: 'control-by-outflow', clinician }),
  'go-on-without-cavity': constant({ type: 'go-on-without-cavity', ...named }),
  'ignore-probe': record({
    type: constant('ignore-probe'),
    probe: constantFrom('T1', 'T2', 'T3', 'T4'),
    reason: constant('a reason'),
    clinician: constant(clinician),
  }),
  'change-target': record({
    type: constant('change-target'),
    celsius: constantFrom(39, 41.5, 42, 42.55, 43.5, 44.4),
    reason: constant('a reason'),
    clinician: constant(clinician),
  }),
  'end-run': constant({ type: 'end-run', reason: 'a reason' }),
  acknowledge: constant({ type: 'acknowledge', alarmIds: ['probe-fault:T1#1'] }),
  'record-drug': record({
    type: constant('record-drug'),
    drug: constantFrom(drugNamed('as typed'), drugNamed('as typed', 100)),
    addition: constantFrom(null, 0, 1, 7),
    checkedBy: constantFrom(null, checkedBy),
  }),
  'record-reading': record({
    type: constant('record-reading'),
    kind: constantFrom(...readingKinds),
    value: constantFrom(-1, 37, 40.6, 1e6),
  }),
  'pause-audio': constant({ type: 'pause-audio' }),
  'resume-audio': constant({ type: 'resume-audio' }),
  'change-alarm-limit': record({
    type: constant('change-alarm-limit'),
    limit: constantFrom(...alarmLimitNames),
    value: constantFrom(-1, 1, 1e6),
  }),
  'record-vital': record({
    type: constant('record-vital'),
    sign: constantFrom('lactate', 'glucose'),
    value: constantFrom(0, 61, 240),
  }),
  'record-carrier': record({
    type: constant('record-carrier'),
    carrier: constantFrom({ name: 'as hung', volumeMl: 3000 }, { name: 'another bag', volumeMl: 1 }),
  }),
  'time-out': constant({ type: 'time-out', names: checkedBy }),
  'record-note': constant({ type: 'record-note', text: 'a note' }),
};

export const operatorActionTypes = Object.keys(byType) as OperatorActionType[];

const rare: readonly OperatorActionType[] = ['end-run'];
const frequent: readonly OperatorActionType[] = [
  'resume-heat',
  'resume-flow',
  'take-command',
  'clear-interlocks',
];
const weightOf = (type: OperatorActionType): number =>
  rare.includes(type) ? 2 : frequent.includes(type) ? 12 : 5;

/** Anything a person may press, at any moment. */
export const anyAction: fc.Arbitrary<OperatorAction> = fc.oneof(
  ...operatorActionTypes.map((type) => ({
    weight: weightOf(type),
    arbitrary: byType[type] as fc.Arbitrary<OperatorAction>,
  })),
);
