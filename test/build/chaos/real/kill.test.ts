import { describe, expect, it } from 'vitest';
import { Account } from '../../../../build/chaos/real/account.ts';
import {
  judgeEnd,
  judgeRecord,
  judgeRig,
  judgeSamples,
  samplesGone,
} from '../../../../build/chaos/real/kill/judges.ts';
import { type Fault, type Promised, terms } from '../../../../build/chaos/real/kill/terms.ts';
import type { RigSight } from '../../../../build/chaos/real/kill/witness.ts';
import { journalWith, samplesOf, shownUpTo } from './evidence.ts';

const broken = (judge: (account: Account<Fault, Promised>) => void): (string | null)[] => {
  const account = new Account<Fault, Promised>(terms);
  judge(account);
  return account.breaches.map(({ promise }) => promise);
};

describe('what a screen showed as recorded', () => {
  it('is kept where the journal has it, in whatever order its keys are', () => {
    const journal = journalWith(9);
    const turned = new Map(journal.events).set(3, '{"detail":"event 3","type":"link-lost"}');
    expect(
      broken((account) => judgeRecord(account, 1, shownUpTo(9), { ...journal, events: turned })),
    ).toEqual([]);
  });

  it.each([
    ['one is missing', journalWith(8)],
    ['there is no journal', null],
    [
      'one is another',
      journalWith(9, { events: new Map(journalWith(9).events).set(4, '{"type":"heat-released"}') }),
    ],
  ])('is lost where %s', (_what, journal) => {
    const account = new Account<Fault, Promised>(terms);
    judgeRecord(account, 1, shownUpTo(9), journal);
    expect(account.breaches.map(({ promise }) => promise)).toEqual(['recorded']);
    expect(account.lost).toBeGreaterThan(0);
  });

  it('is not believed of a damaged file', () => {
    const journal = journalWith(9, { integrity: 'row 3 missing from index' });
    expect(broken((account) => judgeRecord(account, 1, shownUpTo(9), journal))).toEqual(['undamaged']);
  });
});

const rigAt = (atMs: number, more: Partial<RigSight> = {}): RigSight => ({
  ...{ atMs, running: false, safe: true, watchdogLatched: true, heaterInForce: false, uptimeMs: 30_000 },
  ...more,
});
const runningAt = (atMs: number) =>
  rigAt(atMs, { running: true, safe: false, watchdogLatched: false, heaterInForce: true });

describe('a kill', () => {
  it('takes what the rig counted and the record has not, less what earlier kills took', () => {
    const journal = journalWith(9, { samples: samplesOf(290) });
    expect(samplesGone([rigAt(100)], journal, 0)).toBe(10);
    expect(samplesGone([rigAt(100)], journal, 7)).toBe(3);
    expect(samplesGone([], journal, 0)).toBeNull();
  });

  it.each([
    [13, []],
    [14, ['samples']],
  ])('that took %i samples where there are 10 in a second breaks %j', (gone, promises) => {
    expect(broken((account) => judgeSamples(account, 1, gone, 10))).toEqual(promises);
  });

  it('leaves a rig that latches its watchdog in time', () => {
    expect(
      broken((account) => judgeRig(account, 1, 0, [runningAt(50), runningAt(1500), rigAt(2100)])),
    ).toEqual([]);
  });

  it('leaves a rig that did not run as it was', () => {
    const still = { safe: false, watchdogLatched: false };
    expect(broken((account) => judgeRig(account, 1, 0, [rigAt(50, still), rigAt(2100, still)]))).toEqual([]);
  });

  it.each([
    ['goes on running', [runningAt(50), runningAt(2100)]],
    ['keeps its heater', [runningAt(50), rigAt(2100, { heaterInForce: true })]],
    ['stops without its interlock', [runningAt(50), rigAt(2100, { safe: false, watchdogLatched: false })]],
  ])('is told of where the rig %s', (_what, sights) => {
    expect(broken((account) => judgeRig(account, 1, 0, sights))).toEqual(['safe']);
  });

  it('comes to no verdict where nobody could ask the rig in time', () => {
    expect(broken((account) => judgeRig(account, 1, 0, []))).toEqual([null]);
    expect(broken((account) => judgeRig(account, 1, 0, [runningAt(50)]))).toEqual([null]);
  });
});

describe('the end of a run', () => {
  const end = (code: number | null, ended: boolean, off: boolean) =>
    broken((account) => judgeEnd(account, 1, code, journalWith(9, { ended }), off, () => 'words'));

  it.each([0, 8])('is good with exit code %i, a record with its end, and a machine that is off', (code) => {
    expect(end(code, true, true)).toEqual([]);
  });

  it.each([
    [3, true, true],
    [null, true, true],
    [0, false, true],
    [0, true, false],
  ])('is not with exit code %s, end %s, machine off %s', (code, ended, off) => {
    expect(end(code, ended, off)).toEqual(['ends']);
  });
});
