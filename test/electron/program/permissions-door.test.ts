import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { answer } from '../../../electron/answers.ts';
import { channel, type RequestName } from '../../../electron/contract/channel-names.ts';
import type { OperatorAction, OperatorActionType } from '../../../electron/domain/action.ts';
import type { What } from '../../../electron/domain/permissions.ts';
import { refusal } from '../../../electron/domain/text/en-refusals.ts';
import { aProgram, meanwhile } from '../../support/a-program.ts';
import { drugNamed } from '../../support/drug.ts';
import { hire, staff } from '../../support/staff.ts';
import { demoCase } from '../../support/treatment.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { type Column, columns, whoMay } from '../../support/who-may.ts';
import { ownFolder } from '../record/journals.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const person = {
  'or-staff': staff.orStaff,
  perfusionist: staff.perfusionist,
  clinician: staff.clinician,
  service: staff.service,
} as const;
const glass = { name: 'A. Passer-by', reason: 'Nobody of the team has signed in.' };
const planned = {
  case: demoCase(),
  presetName: '42.5 °C × 60 min',
  edited: null,
  fluidInCavityMl: 0,
};
const decided = { reason: 'Decided by the team', clinician: 'Dr Example' };

/** One right message of each action; those that end what the others need come last. */
const actions: Readonly<Record<OperatorActionType, OperatorAction>> = {
  acknowledge: { type: 'acknowledge', alarmIds: ['none'] },
  'pause-audio': { type: 'pause-audio' },
  'resume-audio': { type: 'resume-audio' },
  'start-treatment': { type: 'start-treatment', drug: null, early: null, checkedBy: null },
  'end-treatment': { type: 'end-treatment', early: null },
  'extend-until-in-band': { type: 'extend-until-in-band', clinician: 'Dr Example' },
  'extend-by': { type: 'extend-by', minutes: 5, clinician: 'Dr Example' },
  'change-flow': { type: 'change-flow', mlPerMin: 900 },
  'change-target': { type: 'change-target', celsius: 42, ...decided },
  'confirm-return': { type: 'confirm-return' },
  'confirm-fresh-fluid': { type: 'confirm-fresh-fluid', seenBy: 'OR nurse' },
  'resume-heat': { type: 'resume-heat' },
  'resume-flow': { type: 'resume-flow' },
  'circulate-unheated': { type: 'circulate-unheated' },
  'take-command': { type: 'take-command' },
  'clear-interlocks': { type: 'clear-interlocks', bits: 1 },
  'control-by-outflow': { type: 'control-by-outflow', clinician: 'Dr Example' },
  'go-on-without-cavity': { type: 'go-on-without-cavity', ...decided },
  'ignore-probe': { type: 'ignore-probe', probe: 'T3', ...decided },
  'leave-bypass': { type: 'leave-bypass', ...decided },
  'lift-core-hold': { type: 'lift-core-hold', ...decided },
  'change-alarm-limit': { type: 'change-alarm-limit', limit: 'core-low', value: 38.2 },
  'record-drug': { type: 'record-drug', drug: drugNamed('x', 10), addition: null, checkedBy: ['A', 'B'] },
  'addition-not-given': { type: 'addition-not-given', addition: 0, reason: 'Not wanted' },
  'record-fluid': { type: 'record-fluid', kind: 'ascites', volumeMl: 100 },
  'record-reading': { type: 'record-reading', kind: 'core-temperature', value: 37 },
  'record-note': { type: 'record-note', text: 'Seen' },
  'record-vital': { type: 'record-vital', sign: 'pulse', value: 70 },
  'record-carrier': { type: 'record-carrier', carrier: { name: 'Saline', volumeMl: 3000 } },
  'time-out': { type: 'time-out', names: ['Nurse One', 'Nurse Two'] },
  'leave-retained': { type: 'leave-retained', from: 'drain', reason: 'Nothing comes' },
  'skip-rinses': { type: 'skip-rinses', from: 'drain', reason: 'Not wanted' },
  'heat-off': { type: 'heat-off' },
  'pause-flow': { type: 'pause-flow' },
  advance: { type: 'advance', from: 'self-test' },
  'stop-run': { type: 'stop-run' },
  'drain-now': { type: 'drain-now' },
  'end-run': { type: 'end-run', reason: 'Not today' },
};

/** One right message of each request, that begins no run; with `edited` what has to be another each time. */
const asked: Partial<Record<What, (column: Column) => readonly [RequestName, unknown]>> = {
  'release-run': () => ['release', planned],
  // Of a preset that is not there: who may is asked first, and no run begins.
  'start-run': () => ['start', { ...planned, presetName: 'none such' }],
  'answer-check': () => ['answerCheck', { id: 'consent-seen', answer: 'done', reason: '' }],
  recall: () => ['recall', { query: '20488317' }],
  worklist: () => ['worklist', null],
  'new-case': () => ['newCase', null],
  'save-preset': () => ['savePreset', { copyOf: 'none such', preset: completePreset }],
  'rescue-off': () => ['rescue', { request: 'off', bits: 0 }],
  'rescue-circulate-unheated': () => ['rescue', { request: 'circulate-unheated', bits: 0 }],
  'rescue-drain': () => ['rescue', { request: 'drain', bits: 0 }],
  'rescue-end-drain': () => ['rescue', { request: 'end-drain', bits: 0 }],
  'rescue-clear-interlocks': () => ['rescue', { request: 'clear-interlocks', bits: 1 }],
  'recover-take-up': () => ['recover', { choice: 'take-up' }],
  'recover-drain': () => ['recover', { choice: 'drain' }],
  'recover-end': () => ['recover', { choice: 'end' }],
  'answer-fluid': () => ['fluid', { answer: 'cavity-empty' }],
  // Asked of whoever takes it, by the PIN.
  'hand-over-chair': (column) => [
    'takeChair',
    column === 'nobody'
      ? { personId: 'nobody', pin: '2580' }
      : { personId: person[column].id, pin: person[column].pin },
  ],
  'edit-site': (column) => [
    'changeSite',
    { key: 'leastWeightKg', value: 20 + columns.indexOf(column), reason: 'Agreed' },
  ],
  'sign-site': () => ['signSite', { keys: ['coreHold'], reason: 'Agreed' }],
  'edit-people': (column) => [
    'addPerson',
    { name: `Added by ${column}`, role: 'or-staff', pin: '481902736450' },
  ],
  // Of a run that is not there: who may is asked first.
  'sign-report': () => ['say', { runId: 'none such', said: { type: 'signature', meaning: 'performed' } }],
  deliver: () => ['deliverAgain', { id: 1 }],
  restart: () => ['restart', null],
  'choose-port': () => ['choosePort', { path: '/dev/ttyUSB1' }],
};

const clock = new VirtualClock();
const dataFolder = ownFolder();
const program = aProgram(clock, dataFolder, ['--rig', 'simulator']);
const doors = new Map<string, (event: unknown, sent: unknown) => Promise<unknown>>();
const completePreset = program.bedside.setup.presets.find(({ name }) => name === planned.presetName);
const ofOwnPage = { senderFrame: { parent: null, url: 'app://isotherm/index.html' } };

/** What a page gets for a message: through the schema, the limit of rate and whoever answers. */
async function send(name: RequestName, message: unknown): Promise<unknown> {
  // No faster than two hands.
  await clock.advance(1100);
  const door = doors.get(channel(name));
  return meanwhile(clock, door?.(ofOwnPage, structuredClone(message)) ?? Promise.reject(new Error(name)));
}

/** Why it is not for whoever asked; '': it is, whatever else stands in the way. */
function whoRefused(reply: unknown): string {
  const { why, problem, problems } = Object(reply);
  const kind = Object(problem).kind ?? '';
  if (['not-signed-in', 'no-such-person'].includes(kind)) return 'needs-sign-in';
  if (['not-your-role', 'no-role-for-chair'].includes(kind)) return 'not-your-role';
  for (const one of ['needs-sign-in', 'not-your-role', 'needs-reason'] as const)
    if (why === one || problems?.[0]?.message === refusal[one]) return one;
  return '';
}

/** Y yes, R with a reason, – no; or what is wrong with how it is told. */
async function sign(column: Column, name: RequestName, message: unknown): Promise<string> {
  const bare = whoRefused(await send(name, message));
  if (bare === '') return 'Y';
  if (bare === 'needs-reason')
    return whoRefused(await send(name, { ...Object(message), glass })) === '' ? 'R' : '?';
  return bare === (column === 'nobody' ? 'needs-sign-in' : 'not-your-role') ? '–' : `– as ${bare}`;
}

async function comeTo(column: Column): Promise<void> {
  if (column === 'nobody') await send('signOut', null);
  else {
    const { id: personId, pin } = person[column];
    expect(await send('signIn', { personId, pin })).toEqual({ ok: true });
  }
}

const expectedOf = (column: Column, all: readonly string[]) =>
  Object.fromEntries(all.map((what) => [what, whoMay[what as What].split(' ')[columns.indexOf(column)]]));

beforeAll(async () => {
  await hire(dataFolder);
  answer(
    { handle: (name, listener) => void doors.set(name, listener as never) },
    {
      program,
      clock,
      painting: { painted: () => {} },
      heard: { audio: 'working', pulse: null },
      restart: () => {},
      say: () => {},
    },
  );
  program.start();
  for (let tries = 0; tries < 300 && program.bedside.people.view(null).people.length === 0; tries += 1)
    await meanwhile(clock, new Promise((done) => setTimeout(done, 20)));
});
afterAll(() => meanwhile(clock, program.close()));

it('every action and request of the table is tried here', () => {
  expect([...Object.keys(actions), ...Object.keys(asked)].sort()).toEqual(Object.keys(whoMay).sort());
});

describe('through the door, no run being open', () => {
  it.each(columns)('%s', async (column) => {
    if (column === 'or-staff') {
      // What OR staff may start is what somebody has released.
      await comeTo('perfusionist');
      await send('release', { ...planned, presetName: 'none such' });
    }
    await comeTo(column);
    const got: Record<string, string> = {};
    // A release is void after any change of the site.
    for (const [what, message] of Object.entries(asked).sort(([a]) => (a === 'start-run' ? -1 : 0)))
      got[what] = await sign(column, ...message(column));
    expect(got).toEqual(expectedOf(column, Object.keys(asked)));
    expect(program.engine.runIsOpen).toBe(false);
  });
});

describe('through the door, in a run', () => {
  /** A run that a perfusionist begins, where none is open any more. */
  async function aRun(column: Column): Promise<void> {
    if (program.engine.runIsOpen) return;
    await comeTo('perfusionist');
    // Once the machine has stood down.
    for (let tries = 0; tries < 30; tries += 1)
      if (Object(await send('newCase', null)).ok || !program.engine.snapshot().run) break;
    await send('fluid', { answer: 'cavity-empty' });
    expect(await send('start', planned)).toEqual({ ok: true });
    await comeTo(column);
  }

  it.each(columns)('%s', async (column) => {
    const got: Record<string, string> = {};
    for (const [what, action] of Object.entries(actions)) {
      await aRun(column);
      got[what] = await sign(column, 'act', { action });
    }
    expect(got).toEqual(expectedOf(column, Object.keys(actions)));
  });
});
