import { describe, expect, it } from 'vitest';
import { Account } from '../../../../build/chaos/real/account.ts';
import { judgeRound, type Round } from '../../../../build/chaos/real/disk/judges.ts';
import { faultsOf } from '../../../../build/chaos/real/disk/kind.ts';
import { type Fault, type Promised, terms } from '../../../../build/chaos/real/disk/terms.ts';
import { journalWith, samplesOf, shownUpTo, sightOf } from './evidence.ts';

/** The disk fails from 10 to 18 s, is told of after 3.5 s, and all that waited is written at 20 s. */
const sights = Array.from({ length: 120 }, (_, at) => at * 250).map((atMs) => {
  const fails = atMs >= 10_000 && atMs < 20_000;
  return sightOf(atMs, fails ? 9 : 7, 7, fails && atMs >= 13_500 ? ['storage-failing'] : []);
});
const round: Round = {
  ...{ round: 1, fault: 'hanging', bareMissed: 0, sights, shown: shownUpTo(9), journal: journalWith(9) },
  ...{ failedMs: 10_000, mendedMs: 18_000, failedWallMs: 10_000, mendedWallMs: 18_000 },
};

const broken = (more: Partial<Round>): (string | null)[] => {
  const account = new Account<Fault, Promised>(terms);
  judgeRound(account, { ...round, ...more });
  return account.breaches.map(({ promise }) => promise);
};
const quiet = sights.map((sight) => ({ ...sight, run: sight.run && { ...sight.run, alarms: [] } }));

describe('a round in which the disk fails', () => {
  it('is good where ticks go on, an alarm tells, nothing is missing, and the record goes on', () => {
    expect(broken({})).toEqual([]);
  });

  it('may miss what a bare timer misses, and no more', () => {
    const journal = journalWith(9, { samples: samplesOf(300, [120, 121, 122]) });
    expect(broken({ journal })).toEqual(['ticks']);
    expect(broken({ journal, bareMissed: 1 })).toEqual(['ticks']);
    expect(broken({ journal, bareMissed: 2 })).toEqual([]);
  });

  it.each<[string, Partial<Round>, string[]]>([
    ['the view stands', { sights: sights.filter(({ atMs }) => atMs < 11_000 || atMs > 13_000) }, ['ticks']],
    ['no alarm tells', { sights: quiet }, ['told']],
    [
      'only a low disk is told',
      {
        sights: sights.map((s) => ({
          ...s,
          run: s.run && { ...s.run, alarms: s.run.alarms.map(() => 'storage-low') },
        })),
      },
      ['told'],
    ],
    [
      'an alarm tells after 6 s',
      {
        sights: sights.map((s) => (s.atMs < 16_000 ? { ...s, run: s.run && { ...s.run, alarms: [] } } : s)),
      },
      ['told'],
    ],
    ['the file is damaged', { journal: journalWith(9, { integrity: 'malformed' }) }, ['undamaged']],
    ['an event shown as recorded is missing', { journal: journalWith(8) }, ['undamaged']],
    [
      'nothing is written after it was mended',
      {
        journal: journalWith(9, { samples: samplesOf(180) }),
      },
      ['resumes'],
    ],
    [
      'what waited never was written',
      {
        sights: sights.map((s) => (s.atMs >= 20_000 ? sightOf(s.atMs, 9, 7) : s)),
      },
      ['resumes'],
    ],
    [
      'the alarm stays',
      {
        sights: sights.map((s) => (s.atMs >= 18_000 ? sightOf(s.atMs, 9, 9, ['storage-failing']) : s)),
      },
      ['resumes'],
    ],
    ['the record has no end', { journal: journalWith(9, { ended: false }) }, ['resumes']],
    ['there is no journal', { journal: null }, ['undamaged', 'resumes']],
  ])('is told of where %s', (_what, more, promises) => {
    expect(broken(more)).toEqual(promises);
  });
});

describe('samples that waited', () => {
  const lost = Array.from({ length: 80 }, (_, at) => 100 + at);

  it('are missed ticks where the record never got them', () => {
    expect(broken({ journal: journalWith(9, { samples: samplesOf(300, lost) }) })).toEqual(['ticks']);
  });

  it('of a file that somebody removed are none: the views tell of the ticks', () => {
    const journal = journalWith(9, { samples: samplesOf(300, lost) });
    expect(broken({ fault: 'removed', journal })).toEqual([]);
    const stood = sights.filter(({ atMs }) => atMs < 11_000 || atMs > 13_000);
    expect(broken({ fault: 'removed', journal, sights: stood })).toEqual(['ticks']);
  });
});

describe('the faults of a disk', () => {
  it('come each once before any comes again, in an order that the seed draws', () => {
    expect(faultsOf(1, 5).toSorted()).toEqual([...terms.faults].toSorted());
    expect(faultsOf(1, 20)).toEqual(faultsOf(1, 20));
    const orders = new Set([1, 2, 3, 4, 5, 6].map((seed) => faultsOf(seed, 5).join()));
    expect(orders.size).toBeGreaterThan(1);
  });
});
