import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { type Actor, typedActor, unknownActor } from '../../../electron/domain/actor.ts';
import type { RunEvent } from '../../../electron/domain/run-event.ts';
import { en } from '../../../electron/domain/text/en.ts';
import { zh } from '../../../electron/domain/text/zh.ts';
import { Journal } from '../../../electron/record/journal.ts';
import { openRunsIn } from '../../../electron/record/open-runs.ts';
import { readRescue } from '../../../electron/record/read-run.ts';
import type { RunRecord } from '../../../electron/record/run-record.ts';
import { journalVersion, upgradeFrom1 } from '../../../electron/record/schema.ts';
import { verifyJournal } from '../../../electron/record/verify.ts';
import { computeFigures } from '../../../electron/report/figures.ts';
import { reportHtml } from '../../../electron/report/html.ts';
import { newReportCurves } from '../../../electron/report/report-input.ts';
import { unsigned } from '../../../electron/report/standing.ts';
import { summaryOf } from '../../../electron/report/summary.ts';
import { wallTime } from '../../../electron/report/wall-time.ts';
import { reportEn } from '../../../electron/report/words/en.ts';
import { reportZh } from '../../../electron/report/words/zh.ts';
import { readLostRun } from '../../../electron/session/lost-run.ts';
import { syntheticHeader } from '../../support/synthetic-header.ts';
import { note, workerUrl } from './example-run.ts';
import { caseOfJournal1, ofSiteBefore7 } from './golden/before-7.ts';
import { ownFolder, readJournal } from './journals.ts';

/** Each written by a console of that version, and never again; 1a and 1b by two that called theirs 1 as well. */
const folder = join(import.meta.dirname, 'golden');
const runs = [
  'journal-1a',
  'journal-1b',
  'journal-1',
  'journal-2',
  'journal-3',
  'journal-4',
  'journal-5',
  'journal-6',
  'journal-7',
  'journal-8',
] as const;
type Golden = (typeof runs)[number];
const pathOf = (name: string): string => join(folder, `${name}.sqlite`);
const versionOf = (name: string): number => Number(/-(\d)/.exec(name)?.[1]);

function copy(name: string): { folder: string; path: string } {
  const own = ownFolder();
  const path = join(own, 'journal.sqlite');
  copyFileSync(pathOf(name), path);
  return { folder: own, path };
}

/** The same run, had its console been lost before the end. */
function brokenOff(name: Golden): { folder: string; path: string } {
  const at = copy(name);
  const db = new DatabaseSync(at.path);
  db.exec("DELETE FROM event WHERE type = 'run-ended'");
  db.close();
  return at;
}

/** What every console before version 4 went by; it had no other rule of a site. */
const ruledBefore = {
  name: null,
  alarmLimits: {
    'control-above-target': { initial: 0.5, lowest: 0.3, highest: 1 },
    'cavity-above-target': { initial: 1, lowest: 0.6, highest: 1 },
    'cavity-highest': { initial: 44, lowest: 43, highest: 44 },
    'control-below-target': { initial: 0.5, lowest: 0.3, highest: 1.5 },
    'control-far-below-target': { initial: 1.5, lowest: 1, highest: 3 },
    'inflow-highest': { initial: 45.5, lowest: 44, highest: 45.8 },
    'core-low': { initial: 38.5, lowest: 37.5, highest: 39 },
    'core-medium': { initial: 39, lowest: 38, highest: 39.5 },
    'core-high': { initial: 39.5, lowest: 38.5, highest: 40 },
    'flow-off': { initial: 10, lowest: 5, highest: 20 },
    'flow-far-off': { initial: 20, lowest: 10, highest: 40 },
    'cavity-pressure-raised': { initial: 20, lowest: 10, highest: 25 },
    'cavity-pressure-high': { initial: 30, lowest: 15, highest: 30 },
    'volume-over-plan': { initial: 500, lowest: 200, highest: 1000 },
  },
  inflowLinePressureLimitMmHg: 150,
  flowCeilingMlPerMin: null,
  leastWeightKg: null,
  bodySurfaceFormula: 'du-bois',
  coreHold: null,
  calibrationIntervalMonths: null,
  leastFillVolumeMl: null,
  circuitVolumeMl: null,
  reservoirRestMl: 0,
  openCavityHighSeconds: 2,
  twoCheckersForEachAddition: false,
  ...ofSiteBefore7,
};

const ofType = <T extends RunEvent['type']>({ events }: RunRecord, type: T) =>
  events.flatMap(({ event }) => (event.type === type ? [event as Extract<RunEvent, { type: T }>] : []));

const page = (record: RunRecord, language: 'en' | 'zh'): string =>
  reportHtml({
    header: record.header,
    events: record.events,
    figures: computeFigures(record),
    curves: newReportCurves().finish(),
    ...unsigned,
    paper: 'A4',
    ...(language === 'en' ? { names: en, words: reportEn } : { names: zh, words: reportZh }),
    time: wallTime(record.header),
    addenda: [],
  });

describe('the journals that are kept', () => {
  it('are there in every version up to this one', () => {
    const versions = readdirSync(folder)
      .filter((name) => name.startsWith('journal-'))
      .map(versionOf);
    expect(new Set(versions)).toEqual(new Set(Array.from({ length: journalVersion }, (_, at) => at + 1)));
  });
});

describe('the chain of those that carry one', () => {
  it.each([
    ['journal-3', 'intact'],
    ['open-3', 'cut-short'],
    ['rescue-3', 'intact'],
    ['journal-4', 'intact'],
    ['open-4', 'cut-short'],
    ['rescue-4', 'intact'],
    ['journal-5', 'intact'],
    ['open-5', 'cut-short'],
    ['rescue-5', 'intact'],
    ['journal-6', 'intact'],
    ['open-6', 'cut-short'],
    ['rescue-6', 'intact'],
    ['journal-7', 'intact'],
    ['open-7', 'cut-short'],
    ['rescue-7', 'intact'],
    ['journal-8', 'intact'],
    ['open-8', 'cut-short'],
    ['rescue-8', 'intact'],
    ['journal-2', 'no-chain'],
  ])('%s is found %s', (name, state) => {
    expect(verifyJournal(copy(name).path).state).toBe(state);
  });
});

describe.each(runs)('%s', (name) => {
  it('gives all of its events and samples back, is reported in both languages, and is left as it is', () => {
    const before = readFileSync(pathOf(name));
    const record = readJournal(pathOf(name));
    expect(record.events.map(({ seq }) => seq)).toEqual(record.events.map((_, index) => index + 1));
    expect(ofType(record, 'unreadable')).toEqual([]);
    const samples = [...record.samples()];
    expect(samples.length).toBeGreaterThan(50);
    expect(summaryOf(record.header, computeFigures(record))).toMatchObject({
      version: 3,
      outcome: name === 'journal-1' ? 'stopped' : 'completed',
      samples: samples.length,
      timeZone: versionOf(name) >= 3 ? { name: 'UTC', offsetMinutes: 0 } : null,
    });
    for (const language of ['en', 'zh'] as const)
      expect(page(record, language)).not.toMatch(/undefined|NaN|\[object/);
    record.close();
    expect(readFileSync(pathOf(name)).equals(before)).toBe(true);
  });

  it('is found where it broke off, and gone on with as this version: what was written stays as it was', async () => {
    const { folder: at, path } = brokenOff(name);
    const rows = (sql: string) => {
      const db = new DatabaseSync(path, { readOnly: true });
      const all = db.prepare(sql).all();
      db.close();
      return all;
    };
    const written = rows('SELECT seq, session_ms, wall_ms, type, body FROM event');
    const old = readJournal(path);
    const before = { header: old.header, events: old.events, samples: [...old.samples()] };
    old.close();
    const found = openRunsIn(at);
    expect(found.problems).toEqual([]);
    expect(found.runs).toMatchObject([{ path, lastSample: before.samples.at(-1) }]);

    const opened = await Journal.reopen(path, workerUrl);
    if (!opened.ok) throw new Error(opened.problem);
    const [last] = before.samples.slice(-1);
    if (last === undefined) throw new Error('no samples');
    opened.journal.event(note('gone on'), last.sessionMs + 100, last.wallMs + 100, '{}');
    opened.journal.sample({ ...last, sessionMs: last.sessionMs + 200, requested: null });
    expect(await opened.journal.close()).toBeNull();

    const record = readJournal(path);
    expect(record.header).toEqual(before.header);
    expect(record.events.slice(0, -1)).toEqual(before.events);
    expect(record.events.at(-1)).toMatchObject({ seq: before.events.length + 1, event: note('gone on') });
    expect([...record.samples()].slice(0, -1)).toEqual(before.samples);
    record.close();
    expect(rows('SELECT seq, session_ms, wall_ms, type, body FROM event').slice(0, -1)).toEqual(written);
    expect(rows('PRAGMA user_version')).toEqual([{ user_version: journalVersion }]);
    const again = await Journal.reopen(path, workerUrl);
    expect(again.ok).toBe(true);
    if (again.ok) expect(await again.journal.close()).toBeNull();
    const twice = readJournal(path);
    expect(twice.events).toEqual([...before.events, expect.objectContaining({ event: note('gone on') })]);
    twice.close();
  });
});

describe('what an older version did not say', () => {
  const typed = (name: string): Actor => typedActor(name);

  it('stays unknown: zone, console, who started it', () => {
    for (const name of ['journal-1a', 'journal-1b', 'journal-1', 'journal-2'] as const) {
      const { header, close } = readJournal(pathOf(name));
      expect(header).toMatchObject({
        timeZone: null,
        console: null,
        startedBy: unknownActor,
        fluidInCavityMl: 0,
      });
      close();
    }
    expect(readJournal(pathOf('journal-1')).header).toEqual({
      ...syntheticHeader,
      case: caseOfJournal1,
      site: ruledBefore,
      timeZone: null,
      console: null,
      startedBy: unknownActor,
      released: null,
    });
  });

  it('a bare text is a name that was typed, and the console’s own doing its own', () => {
    const record = readJournal(pathOf('journal-2'));
    expect(ofType(record, 'taken-up')).toMatchObject([{ by: typed('M. Perfusionist'), gapSeconds: 12 }]);
    expect(ofType(record, 'alarm-limit-changed')).toMatchObject([
      { by: { ...typed('Perfusionist'), role: 'perfusionist' } },
    ]);
    expect(ofType(record, 'audio-paused')).toMatchObject([{ by: typed('Perfusionist') }]);
    expect(ofType(record, 'audio-on')).toMatchObject([
      { cause: 'time-up', by: { id: 'console', how: 'program' } },
    ]);
    expect(ofType(record, 'clock-stepped')).toEqual([
      { type: 'clock-stepped', clock: 'unknown', bySeconds: 40 },
    ]);
    record.close();
  });

  it('version 1 at first: no escalation, no planned drug, other codes and volumes, checks not asked', () => {
    const record = readJournal(pathOf('journal-1a'));
    expect(record.header.preset).toMatchObject({ mode: 'circulation', additions: [], basedOn: null });
    expect(record.header.case.checks).toMatchObject({ feverAcceptedBy: '' });
    expect(record.header.case.checks?.checklist.map(({ id }) => id)).toEqual([
      'consent-seen',
      'identity-checked',
      'circuit-fitted',
      'catheters-placed',
      'probes-placed',
      'drug-prepared',
    ]);
    expect(page(record, 'en')).toContain('not recorded');
    const drugs = ofType(record, 'action').filter(({ action }) => action.type === 'record-drug');
    expect(drugs).toMatchObject([
      {
        action: {
          drug: { name: 'As labelled, second part', doseMg: null, volumeMl: null },
          addition: null,
          checkedBy: null,
        },
      },
    ]);
    expect(ofType(record, 'alarm-raised').map(({ alarm }) => alarm)).toMatchObject([
      { code: 'probe-fault', escalatedMs: null, reminders: 0, under: null },
      { id: 'rig-interlock:cover-open#2', code: 'interlock-cover-open', subject: '' },
    ]);
    // It counted what circulated as in and out: 25.8 L are no filling.
    expect(ofType(record, 'run-ended')[0]?.summary).toMatchObject({
      volumeInMl: null,
      volumeOutMl: null,
      volumeRetainedMl: null,
    });
    const { volumes } = computeFigures(record);
    expect(Math.abs(volumes.filledMl)).toBeLessThan(2000);
    record.close();
  });

  it('what version 1 calls requested is what the console wanted: it stands, as it was kept', () => {
    const record = readJournal(pathOf('journal-1'));
    expect([...record.samples()].every(({ requested }) => requested?.flowSetpointMlPerMin === 1500)).toBe(
      true,
    );
    record.close();
  });
});

describe('a journal of version 1 that a console of version 2 went on with', () => {
  it('is read from 1, and says so once it is gone on with', async () => {
    const { path } = brokenOff('journal-1a');
    const db = new DatabaseSync(path);
    db.exec(`BEGIN; ${upgradeFrom1} COMMIT`);
    db.exec(
      `INSERT INTO event SELECT max(seq) + 1, 0, 0, 'audio-paused', '{"type":"audio-paused","by":"P","seconds":120}' FROM event`,
    );
    db.close();
    const first = readJournal(path);
    const { events } = first;
    first.close();
    expect(events.filter(({ event }) => event.type === 'unreadable')).toEqual([]);
    expect(events.at(-1)).toMatchObject({ event: { type: 'audio-paused', by: typedActor('P') } });
    const opened = await Journal.reopen(path, workerUrl);
    if (!opened.ok) throw new Error(opened.problem);
    opened.journal.event(note('gone on'), 1, 1);
    expect(await opened.journal.close()).toBeNull();
    const record = readJournal(path);
    expect(record.events.slice(0, -1)).toEqual(events);
    expect(record.events.at(-1)?.event).toEqual(note('gone on'));
    record.close();
    const read = new DatabaseSync(path, { readOnly: true });
    const said = read.prepare("SELECT value FROM meta WHERE key = 'upgrades'").get();
    read.close();
    expect(said).toEqual({ value: `[{"from":1,"seq":${events.length}}]` });
  });
});

describe('a journal of version 3 that this console goes on with', () => {
  it('keeps its chain, and is read from 3 up to there', async () => {
    const { path } = copy('open-3');
    const before = readJournal(path);
    const { events } = before;
    before.close();
    const opened = await Journal.reopen(path, workerUrl);
    if (!opened.ok) throw new Error(opened.problem);
    opened.journal.event(note('gone on'), 1, 1);
    expect(await opened.journal.close()).toBeNull();
    expect(verifyJournal(path)).toMatchObject({ state: 'cut-short', events: events.length + 1 });
    const record = readJournal(path);
    expect(record.header.site).toEqual(ruledBefore);
    expect(record.events.slice(0, -1)).toEqual(events);
    expect(record.events.at(-1)?.event).toEqual(note('gone on'));
    record.close();
    const read = new DatabaseSync(path, { readOnly: true });
    expect(read.prepare('PRAGMA user_version').get()).toEqual({ user_version: journalVersion });
    expect(read.prepare("SELECT value FROM meta WHERE key = 'later-upgrades'").get()).toEqual({
      value: `[{"from":3,"seq":${events.length}}]`,
    });
    read.close();
  });
});

describe.each(['open-2', 'open-3', 'open-4', 'open-5', 'open-6', 'open-7', 'open-8'] as const)(
  '%s, whose console was lost',
  (name) => {
    it('has a checkpoint that this console goes on from', () => {
      const { folder: at } = copy(name);
      const [run] = openRunsIn(at).runs;
      if (run === undefined) throw new Error('no open run');
      expect(run.checkpoint).not.toBeNull();
      expect(
        readLostRun(run, { monotonicMs: 0, wallMs: run.lastWrittenWallMs, uptimeSeconds: 1_000_000 }),
      ).toMatchObject({
        problem: null,
        state: { phase: versionOf(name) < 6 ? 'self-test' : 'machine-test' },
      });
    });
  },
);

describe.each(['rescue-2', 'rescue-3', 'rescue-4', 'rescue-5', 'rescue-6', 'rescue-7', 'rescue-8'] as const)(
  '%s',
  (name) => {
    it('is read with all of its events', () => {
      const read = readRescue(pathOf(name));
      if (!read.ok) throw new Error(read.problem);
      const { record } = read;
      expect(record.events.map(({ event }) => event.type)).toEqual([
        'rescue-started',
        'interlock-latched',
        'action',
        'action',
        'rescue-ended',
      ]);
      expect([...record.samples()].length).toBeGreaterThan(100);
      record.close();
    });
  },
);
