import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requestNames } from '../../../electron/contract/channel-names.ts';
import { requests } from '../../../electron/contract/channels.ts';
import type { TreatmentCase } from '../../../electron/domain/case.ts';
import { drugNamed } from '../../support/drug.ts';
import { demoCase } from '../../support/treatment.ts';
import { benchPreset } from '../protocol/bench.ts';

const words = (schema: { safeParse(value: unknown): { success: boolean; error?: Error } }, sent: unknown) => {
  const result = schema.safeParse(sent);
  return result.success ? '' : String(result.error?.message);
};
const start = (edited: unknown, changes: object = {}) =>
  words(requests.start, { case: demoCase(), presetName: 'bench', edited, fluidInCavityMl: 0, ...changes });
const loop: Record<string, unknown> = {};
loop.loop = loop;
const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: deep(levels - 1) });
const basis = {
  name: 'bench',
  version: 1,
  by: 'A. Person',
  changes: [{ field: 'minutes', from: 15, to: 20 }],
};

describe('what structured cloning carries', () => {
  it.each<[string, unknown]>([
    ['undefined in an addition', { additions: [{ atMinutes: 1, label: 'x', key: undefined }] }],
    ['an unknown field in an addition', { additions: [{ atMinutes: 1, label: 'x', note: 'y' }] }],
    ['an unknown field in the rinses', { rinses: { count: 0, volumeMl: 0, first: true } }],
    ['an unknown field in what it is based on', { basedOn: { ...basis, when: 'now' } }],
    ['an unknown field in a change', { basedOn: { ...basis, changes: [{ ...basis.changes[0], why: '' }] } }],
    ['a change that is NaN', { basedOn: { ...basis, changes: [{ field: 'x', from: Number.NaN, to: 1 }] } }],
    ['a Map in a change', { basedOn: { ...basis, changes: [{ field: 'x', from: new Map(), to: 1 }] } }],
    ['a Map', { rinses: new Map([['count', 1]]) }],
    ['a Date', { source: new Date(0) }],
    ['an endless number', { minutes: Number.POSITIVE_INFINITY }],
    ['a bigint', { version: 1n }],
    ['bytes', { additions: new Uint8Array(4) }],
    ['a loop', { rinses: loop }],
    ['a list with a hole', { additions: new Array(2) }],
    ['a depth nobody needs', { rinses: deep(5000) }],
    ['an endless list', { additions: new Array(1e8) }],
    ['a text without end', { source: 'x'.repeat(1e6) }],
    ['half a character', { name: 'a\uD800' }],
    ['a lost character', { name: 'a\uFFFD' }],
  ])('%s in a preset is refused in words', (_what, changes) => {
    expect(start({ ...benchPreset, ...(changes as object) })).not.toBe('');
    expect(
      words(requests.savePreset, {
        copyOf: 'a',
        preset: { ...benchPreset, ...(changes as object) },
      }),
    ).not.toBe('');
  });

  it('a getter is not run, and a proxy that throws is refused', () => {
    const computed = { ...benchPreset };
    Object.defineProperty(computed, 'name', { enumerable: true, get: () => expect.unreachable() });
    expect(start(computed)).toContain('is computed');
    const throwing = new Proxy(
      {},
      {
        ownKeys() {
          throw new Error('no');
        },
      },
    );
    expect(start(throwing)).toContain('cannot be read');
  });

  it('says the place of what is wrong', () => {
    expect(start({ ...benchPreset, additions: [{ atMinutes: 1, label: 'x', key: undefined }] })).toMatch(
      /"edited",\s*"additions",\s*0,\s*"key"/,
    );
  });

  it('what was handed over stays behind: the request is made anew', () => {
    const preset = { ...benchPreset, name: ' bench ', basedOn: basis };
    const heard = requests.savePreset.parse({ copyOf: 'bench', preset });
    expect(heard).toEqual({ copyOf: 'bench', preset: { ...preset, name: 'bench' } });
    expect(heard.preset).not.toBe(preset);
    expect(heard.preset.basedOn?.changes[0]).not.toBe(basis.changes[0]);
  });
});

function keysIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) ? [] : Object.keys(value);
  return [...own, ...Object.values(value).flatMap(keysIn)];
}

const hostile = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withSparseArray: true,
    withNullPrototype: true,
  }),
  fc.constantFrom<unknown>(
    undefined,
    Number.NaN,
    Number.NEGATIVE_INFINITY,
    -0,
    loop,
    'x'.repeat(3000),
    '\uDC00',
    '',
  ),
);
const right = {
  start: {
    case: demoCase(),
    presetName: 'bench',
    edited: { ...benchPreset, basedOn: basis },
    fluidInCavityMl: 0,
  },
  savePreset: { copyOf: 'bench', preset: { ...benchPreset, basedOn: basis } },
  act: {
    glass: { name: 'P', reason: 'Nobody had signed in.' },
    second: { personId: 'p-2', pin: '2580' },
    action: { type: 'record-drug', drug: drugNamed('x', 1), addition: 0, checkedBy: ['A', 'B'] },
  },
  painted: { frame: 1 },
  audio: { state: 'working' },
  language: { language: 'en' },
  load: null,
  newCase: null,
  restart: null,
  ports: null,
  choosePort: { path: '/dev/ttyUSB1' },
  rescue: { request: 'off', bits: 1, glass: null },
  recover: { choice: 'take-up', glass: { name: 'P', reason: 'Nobody had signed in.' } },
  fluid: { answer: 'cavity-empty', glass: null },
  release: { case: demoCase(), presetName: 'bench', edited: null, fluidInCavityMl: 0 },
  signIn: { personId: 'p-1', pin: '2580' },
  signOut: null,
  touch: null,
  takeChair: { personId: 'p-1', pin: '2580' },
  firstAccount: { name: 'P', pin: '2580' },
  addPerson: { name: 'P', role: 'perfusionist', pin: '2580' },
  changePerson: { id: 'p-1', name: 'P', role: 'clinician', active: false },
  setPin: { id: 'p-1', pin: '2580', ownPin: '1470' },
  form: { draft: '{}' },
  answerCheck: { id: 'consent-seen', answer: 'not-done', reason: 'Waits' },
  recall: { query: '20488317' },
  worklist: null,
  wristband: { scan: '20488317', identifiers: [{ value: '20488317', issuer: '' }] },
  dipCheck: { meansCelsius: [36.1, 36.2, 36.15, null], spreadKelvin: 0.1 },
  site: null,
  changeSite: { key: 'hospital', value: 'Example hospital', reason: 'New name' },
  signSite: { keys: ['coreHold'], reason: 'Checked' },
  review: { runId: '0198c1f2' },
  say: {
    runId: '0198c1f2',
    said: { type: 'correction', field: 'case.diagnosis', old: 'Ascites ', new: 'None', reason: 'Typed' },
  },
  deliveries: null,
  deliverAgain: { id: 1 },
  deliverToStick: { recordId: '20260115-080000', destinationId: 'stick' },
} as const satisfies Record<(typeof requestNames)[number], unknown>;

/** The keys a request may have, at any depth; all that is heard has to be among them. */
const known = new Set([
  ...keysIn(right),
  // Of other actions, cases and messages than those above.
  ...['clinician', 'mlPerMin', 'limit', 'value', 'early', 'alarmIds', 'visible', 'feverAcceptedBy'],
  ...['deviation', 'meaning', 'text'],
]);

/** Something else in one place of a right request, or beside it. */
function spoilt(value: unknown, path: readonly number[], by: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || path.length === 0) return by;
  const keys = [...Object.keys(value), key];
  const [first = 0, ...rest] = path;
  const chosen = keys[first % keys.length] ?? key;
  const inner = (value as Record<string, unknown>)[chosen];
  if (Array.isArray(value))
    return value.map((one, at) => (String(at) === chosen ? spoilt(one, rest, by, key) : one));
  return { ...value, [chosen]: chosen === key ? by : spoilt(inner, rest, by, key) };
}

describe('whatever is handed to a request', () => {
  const path = fc.array(fc.nat(30), { maxLength: 5 });
  it.each(requestNames)('%s: it is refused, or heard as plain JSON of known fields', (name) => {
    const sent = fc.oneof(
      hostile,
      fc
        .tuple(path, hostile, fc.constantFrom('key', 'constructor', 'toJSON', 'type'))
        .map(([at, by, key]) => spoilt(right[name], at, by, key)),
    );
    fc.assert(
      fc.property(sent, (value) => {
        const cloned = cloneable(value);
        const checked = requests[name].safeParse(cloned);
        if (!checked.success) {
          expect(checked.error.issues.length).toBeGreaterThan(0);
          return;
        }
        expect(JSON.parse(JSON.stringify(checked.data))).toStrictEqual(checked.data);
        // The value of a rule may be anything here: it is judged with the whole of them.
        if (name !== 'changeSite') expect(keysIn(checked.data).filter((key) => !known.has(key))).toEqual([]);
        expect(JSON.stringify(checked.data)).not.toContain('\uFFFD');
      }),
      { numRuns: 400 },
    );
    expect(words(requests[name], structuredClone(right[name]))).toBe('');
  });
});

function cloneable(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    return value;
  }
}

const oddThings = [undefined, null, '', ' ', 7, Number.NaN, new Map(), [], loop, '\uD800'];
const longest = 'P'.repeat(200);

describe('what is done goes by who is signed in', () => {
  const act = (action: unknown, more: object = {}) => requests.act.safeParse({ action, ...more });
  const glassOf = (name: unknown, reason: unknown = 'Nobody has signed in.') => ({ glass: { name, reason } });

  it('at the limit a name breaks the glass, decides and checks; beyond it is refused everywhere', () => {
    const named = (perfusionist: string): TreatmentCase => ({ ...demoCase(), perfusionist });
    expect(start(null, { case: named(longest) })).toBe('');
    expect(start(null, { case: named(`${longest}x`) })).toContain('at most 200 characters');
    expect(act({ type: 'resume-flow' }, glassOf(longest)).success).toBe(true);
    expect(act({ type: 'resume-flow' }, glassOf(`${longest}x`)).success).toBe(false);
    const decided = (clinician: string) => ({ type: 'control-by-outflow', clinician });
    expect(act(decided(longest)).success).toBe(true);
    expect(act(decided(`${longest}x`)).success).toBe(false);
    const drug = { type: 'record-drug', drug: drugNamed('x'), addition: null, checkedBy: [longest, 'B'] };
    expect(act(drug).success).toBe(true);
  });

  it('of whoever has signed in only the reason counts, so a blank name is for main to judge', () => {
    expect(act({ type: 'resume-flow' }, glassOf(' ')).data?.glass).toEqual({
      name: '',
      reason: 'Nobody has signed in.',
    });
  });

  it.each([{ by: 'A. Person' }, { role: 'clinician' }, { how: 'signed-in' }])(
    '%j has no place in a message: who acts is not for a page to say',
    (more) => {
      expect(act({ type: 'resume-heat' }, more).success).toBe(false);
      expect(act({ type: 'resume-heat', ...more }).success).toBe(false);
      for (const name of ['start', 'release', 'savePreset', 'signSite', 'addPerson'] as const) {
        if (name === 'addPerson' && 'role' in more) continue;
        expect(words(requests[name], { ...right[name], ...more })).not.toBe('');
      }
    },
  );

  it.each(['heat-off', 'pause-flow', 'stop-run', 'drain-now'] as const)('%s is never refused', (type) => {
    const bare = { action: { type }, glass: null, second: null };
    for (const odd of oddThings) {
      expect(act({ type }, { glass: odd }).data).toEqual(bare);
      expect(act({ type }, { second: odd }).data).toEqual(bare);
      expect(act({ type, reason: odd }, { when: odd, by: odd }).data).toEqual(bare);
    }
    expect(act({ type, from: undefined }, { by: 'P'.repeat(500) }).data).toEqual(bare);
  });
});

describe('what becomes of a lost run', () => {
  const recover = (choice: string, glass: unknown) => requests.recover.safeParse({ choice, glass });

  it.each(['take-up', 'drain', 'end'])('%s is never refused here for what stands beside it', (choice) => {
    for (const odd of oddThings) {
      expect(recover(choice, odd).data).toEqual({ choice, glass: null });
      expect(recover(choice, { name: odd, reason: 'The console was lost.' }).data?.choice).toBe(choice);
    }
    expect(recover(choice, { name: `${longest}x`, reason: 'r' }).data).toEqual({ choice, glass: null });
    const whole = { name: ' P ', reason: ' The console was lost. ' };
    expect(recover(choice, whole).data).toEqual({
      choice,
      glass: { name: 'P', reason: 'The console was lost.' },
    });
    expect(requests.recover.safeParse({ choice, more: 1 }).data).toEqual({ choice, glass: null });
  });

  it('another choice is named', () => {
    expect(recover('another', null).error?.issues[0]?.message).toBe(
      'the choice is none of take-up, drain, end',
    );
  });
});

describe('a message whose traps throw', () => {
  const thrower = (): never => {
    throw new Error('a trap that throws');
  };
  const trapped = new Proxy({}, { get: thrower, ownKeys: thrower, getPrototypeOf: thrower, has: thrower });

  it.each(requestNames)('%s: is refused by the schema, which throws nothing itself', (name) => {
    const read = requests[name].safeParse(trapped);
    expect(read.success).toBe(false);
    expect(read.error?.issues[0]?.message).not.toContain('a trap that throws');
  });
});
