import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Account } from '../../../build/chaos/real/account.ts';
import type { Facets, Moment } from '../../../build/chaos/real/ipc/facets.ts';
import { Fuzz } from '../../../build/chaos/real/ipc/fuzz.ts';
import { FuzzedConsole } from '../../../build/chaos/real/ipc/fuzzed-console.ts';
import { type Case, judge } from '../../../build/chaos/real/ipc/judge.ts';
import { isNone } from '../../../build/chaos/real/ipc/oracle.ts';
import { ownPage } from '../../../build/chaos/real/ipc/senders.ts';
import { faults, promises } from '../../../build/chaos/real/ipc/terms.ts';
import { channel, requestNames } from '../../../electron/contract/channel-names.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isotherm-ipc-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));

describe('the fuzzed console', () => {
  it('answers every channel of the contract, with what main registers', async () => {
    const console = new FuzzedConsole(folder, 1);
    try {
      expect([...console.channels].sort()).toEqual(requestNames.map(channel).sort());
      await console.goOn(1000);
      expect(await console.ask('load', ownPage, [null])).toMatchObject({ kind: 'reply' });
      expect(await console.ask('load', { senderFrame: null }, [null])).toMatchObject({ kind: 'rejected' });
    } finally {
      await console.close();
    }
  }, 60_000);

  it('keeps its promises', async () => {
    const account = new Account({ faults, promises });
    const fuzz = new Fuzz({
      folder,
      seed: 21,
      index: 0,
      messages: 300,
      account,
      stop: new AbortController().signal,
      onMessage: () => {},
    });
    try {
      await fuzz.play();
    } finally {
      await fuzz.close();
    }
    expect(account.breaches).toEqual([]);
    expect(account.unchecked).toEqual([]);
  }, 240_000);
});

const facets: Facets = {
  ...Object.fromEntries(
    [
      ...[
        'authority',
        'setFlow',
        'clear',
        'plan',
        'volumes',
        'additions',
        'core',
        'ending',
        'alarms',
        'sound',
      ],
      ...['limits', 'rescue', 'recovery', 'fluid', 'presets', 'language', 'audio', 'painted', 'restarts'],
    ].map((name) => [name, '']),
  ),
  stage: 'run',
  runId: 'a run',
  phase: '"treatment"',
  heatHeld: '"operator"',
  flowHeld: 'null',
  stopped: 'false',
  decision: '"none"',
  events: '7',
} as Facets;
const state = {} as Moment['state'];
const moment = (other: Partial<Facets> = {}): Moment => ({
  facets: { ...facets, ...other },
  state,
  failures: 0,
});
const note = { name: 'act', request: { by: 'P', action: { type: 'record-note', text: 'x' } } } as const;
const act = (type: string) => ({ name: 'act', request: { by: 'P', action: { type } } }) as const;
const taken = { kind: 'reply', reply: { taken: true } } as const;
const refused = (words: string) => ({ kind: 'rejected', error: new Error(words) }) as const;
const good = refused('The request "act" was refused: action.text: is a Map, no plain object.');

const brokenIn = (tried: Partial<Case>): string[] =>
  judge({
    name: 'act',
    none: false,
    message: null,
    before: moment(),
    after: moment(),
    asked: taken,
    ...tried,
  })
    .filter(({ holds }) => !holds)
    .map(({ promise }) => promise);

describe('the judge of a message', () => {
  it('finds nothing wrong where nothing is', () => {
    expect(brokenIn({ message: note, after: moment({ events: '8' }) })).toEqual([]);
    expect(brokenIn({ none: true, asked: good })).toEqual([]);
    expect(
      brokenIn({ message: act('resume-heat'), after: moment({ heatHeld: 'null', events: '8' }) }),
    ).toEqual([]);
    expect(
      brokenIn({ message: note, asked: { kind: 'reply', reply: { taken: false, why: 'too-many' } } }),
    ).toEqual([]);
  });

  it.each<[string, string, Partial<Case>]>([
    ['crash', 'a handler that throws', { asked: { kind: 'threw', error: new Error('x') } }],
    ['crash', 'an answer that never comes', { asked: { kind: 'never' } }],
    ['ticks', 'a tick that failed', { after: { ...moment(), failures: 1 } }],
    ['refused', 'nonsense that is taken', { none: true }],
    ['words', 'a refusal without words', { asked: { kind: 'reply', reply: { ok: false, problem: '' } } }],
    [
      'words',
      'a refusal no dictionary has',
      { asked: { kind: 'reply', reply: { taken: false, why: 'so-be-it' } } },
    ],
    ['words', 'words of a runtime', { asked: refused('Cannot read properties of undefined') }],
    ['words', 'nonsense refused by no name', { none: true, asked: refused('a trap that throws') }],
    [
      'unchanged',
      'nonsense that changes the language',
      { none: true, asked: good, after: moment({ language: 'zh' }) },
    ],
    [
      'unchanged',
      'nonsense that steps the run',
      { none: true, asked: good, after: { ...moment(), state: {} as never } },
    ],
    [
      'unchanged',
      'a press that is refused and lifts a hold',
      {
        message: act('resume-heat'),
        asked: { kind: 'reply', reply: { taken: false, why: 'not-ready' } },
        after: moment({ heatHeld: 'null' }),
      },
    ],
    ['own', 'a note that lifts a hold', { message: note, after: moment({ heatHeld: 'null' }) }],
    ['own', 'a note that ends a phase', { message: note, after: moment({ phase: '"drain"' }) }],
    ['own', 'HEAT OFF that lifts a hold', { message: act('heat-off'), after: moment({ heatHeld: 'null' }) }],
    [
      'own',
      'a drain that lifts the hold of heat',
      { message: act('end-treatment'), after: moment({ heatHeld: 'null' }) },
    ],
    [
      'own',
      'a new case that leaves a run that goes on',
      {
        name: 'newCase',
        message: { name: 'newCase', request: null },
        asked: { kind: 'reply', reply: { ok: true } },
        after: moment({ runId: '', stage: 'setup' }),
      },
    ],
    [
      'own',
      'a restart without a fault',
      {
        name: 'restart',
        message: { name: 'restart', request: null },
        asked: { kind: 'reply', reply: { ok: true } },
        after: moment({ restarts: '1' }),
      },
    ],
    ['reply', 'a reply of another shape', { asked: { kind: 'reply', reply: { taken: 'yes' } } }],
  ])('%s: finds %s', (promise, _what, tried) => {
    expect(brokenIn(tried)).toContain(promise);
  });
});

describe('what is none of the contract', () => {
  it('is told without the schemas', () => {
    expect(isNone('load', [null])).toBe(false);
    expect(isNone('load', [{}])).toBe(true);
    expect(isNone('act', [{ by: new Map(), action: { type: 'stop-run', more: 1 } }])).toBe(false);
    expect(isNone('act', [{ by: 'P', action: { type: 'record-note', text: 1 } }])).toBe(true);
    expect(isNone('rescue', [{ request: 'off', by: undefined }])).toBe(false);
    expect(isNone('act', [{ action: { type: 'stop-run' } }, 1])).toBe(true);
  });
});
