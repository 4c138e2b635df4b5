import { type RequestName, requestNames } from '../../../../electron/contract/channel-names.ts';
import type { Requests } from '../../../../electron/contract/channels.ts';
import { fluidAnswers, rescueRequests } from '../../../../electron/contract/machine-view.ts';
import type { OperatorAction, OperatorActionType } from '../../../../electron/domain/action.ts';
import type { Said } from '../../../../electron/domain/addendum.ts';
import { alarmLimitNames } from '../../../../electron/domain/alarm-limits.ts';
import { checklistAnswers, type TreatmentCase } from '../../../../electron/domain/case.ts';
import { type DrugEntry, noDrug } from '../../../../electron/domain/drug.ts';
import { fluidKinds } from '../../../../electron/domain/fluid.ts';
import { readingKinds } from '../../../../electron/domain/manual-reading.ts';
import { phases } from '../../../../electron/domain/phase.ts';
import type { EnteredPreset } from '../../../../electron/domain/preset.ts';
import { roles } from '../../../../electron/domain/role.ts';
import type { Draw } from '../../../../native-bridge/simulator/population/draw.ts';

export interface Message {
  readonly name: RequestName;
  /** Plain JSON, as the schemas of the contract have it. */
  readonly request: unknown;
}

/** What a person could see, to ask for something by name. */
export interface Known {
  readonly case: TreatmentCase;
  readonly presets: readonly EnteredPreset[];
  readonly alarmIds: readonly string[];
  readonly phase: string | null;
}

const people = ['Perfusionist', 'A. Nurse', '王小明', 'Dr. O’Neil', ' blank around '] as const;
const person = (dice: Draw): string => dice.one(people);
const reason = (dice: Draw): string =>
  dice.one(['as decided', 'Nothing comes any more.', '没有液体', 'x'.repeat(2000)]);
const check = (dice: Draw): readonly [string, string] | null =>
  dice.whole(2) === 0 ? null : ['Checker One', 'Checker Two'];
const named = (dice: Draw): { reason: string; clinician: string } | null =>
  dice.whole(2) === 0 ? null : { reason: reason(dice), clinician: person(dice) };

const drug = (dice: Draw): DrugEntry => ({
  ...noDrug,
  name: reason(dice),
  doseMg: dice.one([null, 0, 60.5, 100_000]),
  volumeMl: dice.one([null, 0, 50, 5000]),
  expiry: dice.one(['', '2030-12-31']),
});

type Make = (dice: Draw, known: Known) => object;
const nothing: Make = () => ({});
const fromPhase: Make = (dice, { phase }) => ({
  from: dice.whole(3) > 0 && phase !== null ? phase : dice.one(phases),
});
const outside: Make = (dice, known) => ({ ...fromPhase(dice, known), reason: reason(dice) });
const byClinician: Make = (dice) => ({ clinician: person(dice) });

/** Every action of the contract; a type that is missing here does not compile. */
const actions: Readonly<Record<OperatorActionType, Make>> = {
  'heat-off': nothing,
  'pause-flow': nothing,
  'stop-run': nothing,
  'drain-now': nothing,
  advance: fromPhase,
  'start-treatment': (dice) => ({
    drug: dice.whole(2) === 0 ? drug(dice) : null,
    early: named(dice),
    checkedBy: check(dice),
  }),
  'leave-retained': outside,
  'skip-rinses': outside,
  'leave-bypass': (dice) => ({ reason: reason(dice), clinician: person(dice) }),
  'lift-core-hold': (dice) => ({ reason: reason(dice), clinician: person(dice) }),
  'change-flow': (dice) => ({ mlPerMin: dice.one([1, 100, 1200, 1499.5, 1500, 2000, 3000, 10_000]) }),
  'confirm-return': nothing,
  'confirm-fresh-fluid': (dice) => ({ seenBy: person(dice) }),
  'record-fluid': (dice) => ({
    kind: dice.one(fluidKinds),
    volumeMl: dice.one([-1, 0, 1, 20, 250.5, 500, 5000, 20_001, 1e9]),
  }),
  'resume-heat': nothing,
  'resume-flow': nothing,
  'circulate-unheated': nothing,
  'take-command': nothing,
  'clear-interlocks': (dice) => ({ bits: 1 + dice.whole(0xfff) }),
  'end-treatment': (dice) => ({ early: named(dice) }),
  'extend-until-in-band': byClinician,
  'extend-by': (dice) => ({ minutes: dice.one([0, 1, 2.5, 5, 30, 31, 1e9]), clinician: person(dice) }),
  'control-by-outflow': byClinician,
  'go-on-without-cavity': (dice) => ({ reason: reason(dice), clinician: person(dice) }),
  'ignore-probe': (dice) => ({
    probe: dice.one(['T1', 'T2', 'T3', 'T4', 'T5', 3]),
    reason: reason(dice),
    clinician: person(dice),
  }),
  'change-target': (dice) => ({
    celsius: dice.one([-1, 39.9, 40, 41.55, 42, 43, 43.5, 44.5, 60]),
    reason: reason(dice),
    clinician: person(dice),
  }),
  'end-run': (dice) => ({ reason: reason(dice) }),
  acknowledge: (dice, { alarmIds }) => ({
    alarmIds: alarmIds.length > 0 && dice.whole(3) > 0 ? [dice.one(alarmIds)] : ['no-such-alarm#1'],
  }),
  'pause-audio': nothing,
  'resume-audio': nothing,
  'change-alarm-limit': (dice) => ({
    limit: dice.one(alarmLimitNames),
    value: dice.one([0, -5, 0.5, 1, 38.5, 42, 43.5, 44, 50, 90, 500, 1e9]),
  }),
  'record-drug': (dice) => ({
    drug: drug(dice),
    addition: dice.one([null, 0, 1, 99]),
    checkedBy: check(dice),
  }),
  'addition-not-given': (dice) => ({ addition: dice.one([0, 1, 99]), reason: reason(dice) }),
  'record-reading': (dice) => ({ kind: dice.one(readingKinds), value: dice.one([-1, 0, 12, 37.2, 44, 1e6]) }),
  'record-vital': (dice) => ({
    sign: dice.one(['lactate', 'glucose', 'no-such-sign']),
    value: dice.one([-1, 0, 5, 72, 10_000, 1e9]),
  }),
  'record-carrier': (dice) => ({
    carrier: { name: reason(dice).slice(0, 200), volumeMl: dice.one([0, 1, 3000, 20_000, 20_001]) },
  }),
  'time-out': (dice) => ({
    names: dice.one([
      ['Checker One', 'Checker Two'],
      ['王小明', 'A. Nurse'],
      ['A', ' a '],
    ]),
  }),
  'record-note': (dice) => ({ text: reason(dice) }),
};
const actionTypes = Object.keys(actions) as OperatorActionType[];

/** Most messages are acts; those that end a run are rarer, so that there is one. */
const rare: ReadonlySet<OperatorActionType> = new Set(['end-run', 'stop-run', 'drain-now', 'end-treatment']);

export function anyAction(dice: Draw, known: Known): OperatorAction {
  let type = dice.one(actionTypes);
  if (rare.has(type) && dice.whole(8) > 0) type = dice.one(actionTypes.filter((one) => !rare.has(one)));
  return { type, ...actions[type](dice, known) } as OperatorAction;
}

const stranger = { personId: 'nobody', pin: '2580' } as const;
const glass = (dice: Draw): { name: string; reason: string } | null =>
  dice.whole(4) === 0 ? { name: person(dice), reason: reason(dice) } : null;

function planned(dice: Draw, known: Known): Requests['start'] {
  const preset = dice.one(known.presets);
  return {
    case: known.case,
    presetName: dice.whole(5) === 0 ? 'no such preset' : preset.name,
    edited: dice.whole(3) === 0 ? { ...preset, flowMlPerMin: 1300 } : null,
    fluidInCavityMl: dice.one([0, null, 500, 20_000]),
  };
}

const makers: { readonly [N in RequestName]: (dice: Draw, known: Known) => Requests[N] } = {
  load: () => null,
  newCase: () => null,
  restart: () => null,
  ports: () => null,
  choosePort: (dice) => ({ path: dice.one(['/dev/ttyUSB7', '/dev/null', '../../etc/passwd', 'COM3']) }),
  start: planned,
  release: planned,
  act: (dice, known) => ({ action: anyAction(dice, known), glass: glass(dice), second: null }),
  savePreset: (dice, known) => {
    const preset = dice.one(known.presets);
    const name = dice.one(['Copy', '../../../etc/passwd', 'CON', '.', 'a/b\\c', '王', preset.name]);
    return {
      copyOf: preset.name,
      preset: { ...preset, name, version: preset.version + 1 },
    };
  },
  rescue: (dice) => ({ glass: glass(dice), request: dice.one(rescueRequests), bits: dice.whole(0x1000) }),
  recover: (dice) => ({ choice: dice.one(['take-up', 'drain', 'end'] as const), glass: glass(dice) }),
  fluid: (dice) => ({ answer: dice.one(fluidAnswers), glass: glass(dice) }),
  painted: (dice) => ({ frame: dice.whole(2 ** 31), visible: dice.whole(2) === 0 }),
  audio: (dice) => ({ state: dice.one(['working', 'suspended', 'missing'] as const) }),
  language: (dice) => ({ language: dice.one(['en', 'zh', null] as const) }),
  // Nobody is called so: what a right PIN changes is no matter of this.
  signIn: () => stranger,
  signOut: () => null,
  touch: () => null,
  takeChair: () => stranger,
  firstAccount: (dice) => ({ name: person(dice), pin: stranger.pin }),
  addPerson: (dice) => ({ name: person(dice), role: dice.one(roles), pin: stranger.pin }),
  changePerson: (dice) => ({ id: 'nobody', name: person(dice), role: dice.one(roles), active: false }),
  setPin: () => ({ id: 'nobody', pin: '1470', ownPin: '2580' }),
  form: (dice) => ({ draft: dice.one([null, '{}', 'no JSON', 'x'.repeat(1000)]) }),
  answerCheck: (dice) => ({
    id: dice.one(['consent-seen', 'alarms-tried', 'no-such-check']),
    answer: dice.one(checklistAnswers),
    reason: reason(dice).slice(0, 200),
  }),
  dipCheck: () => ({ meansCelsius: [36.1, 36.2, null, null], spreadKelvin: 0.1 }),
  recall: (dice) => ({ query: person(dice) }),
  worklist: () => null,
  wristband: (dice) => ({ scan: reason(dice).slice(0, 200), identifiers: [{ value: '7', issuer: 'H' }] }),
  deliveries: () => null,
  deliverAgain: (dice) => ({ id: dice.one([1, 2, 99]) }),
  deliverToStick: (dice) => ({
    recordId: person(dice),
    destinationId: dice.one(['stick', 'engine', 'none']),
  }),
  site: () => null,
  changeSite: (dice) => ({
    key: dice.one(['hospital', 'coreHold', 'lists.checklist']),
    value: dice.one([null, 1, 'x']),
    reason: reason(dice),
  }),
  signSite: (dice) => ({ keys: ['coreHold'], reason: reason(dice) }),
  review: () => ({ runId: 'none such' }),
  say: (dice) => ({
    runId: 'none such',
    said: dice.one<Said>([
      { type: 'signature', meaning: 'performed' },
      { type: 'note', text: reason(dice) },
      { type: 'correction', field: 'case.diagnosis', old: null, new: reason(dice), reason: reason(dice) },
    ]),
  }),
};

/** Of these a run goes on as if they had not come. */
const onlyKept: ReadonlySet<string> = new Set([
  'acknowledge',
  'pause-audio',
  'resume-audio',
  'record-drug',
  'record-reading',
  'record-vital',
  'record-carrier',
  'record-note',
]);

/** A message that moves neither machine nor run, so that a run comes to its later phases. */
export function calmMessage(dice: Draw, known: Known): Message {
  for (;;) {
    const message = anyMessage(dice, known);
    if (message.name !== 'act') return message;
    if (onlyKept.has((message.request as { action: OperatorAction }).action.type)) return message;
  }
}

/** A message as the screen could send it, at whatever time. */
/** Whoever is signed in stays so: the machine is what is tried. */
const drawnNames = requestNames.filter((name) => name !== 'signOut');

export function anyMessage(dice: Draw, known: Known): Message {
  const name = dice.whole(2) === 0 ? 'act' : dice.one(drawnNames);
  return { name, request: JSON.parse(JSON.stringify(makers[name](dice, known))) };
}
