import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AlarmEngine, alarms, type Deed, names, play, type Spell, type Trouble } from '../histories.ts';
import { alarmMutants } from './mutants.ts';
import { type AlarmPromise, alarmPromises } from './promises.ts';

const deeds: readonly Deed[] = ['nothing', 'nothing', 'acknowledge', 'acknowledge-unseen', 'pause', 'resume'];
const spell: fc.Arbitrary<Spell> = fc.record({
  troubles: fc.oneof(fc.subarray(names, { maxLength: 3 }), fc.subarray(names, { maxLength: 1 })),
  // Long enough now and then for a reminder.
  ticks: fc.oneof(
    { arbitrary: fc.integer({ min: 1, max: 8 }), weight: 5 },
    { arbitrary: fc.integer({ min: 1, max: 80 }), weight: 4 },
    { arbitrary: fc.integer({ min: 360, max: 420 }), weight: 1 },
  ),
  deed: fc.constantFrom(...deeds),
});
const history = fc.array(spell, { minLength: 4, maxLength: 30 });

const cavity = 'cavity-temperature-high:T3';
const spells = (...all: [Trouble[], number, Deed?][]): Spell[] =>
  all.map(([troubles, ticks, deed = 'nothing']) => ({ troubles, ticks, deed }));

/** Histories that chance brings about seldom. */
const told: readonly Spell[][] = [
  // A high alarm that was acknowledged and on when a medium one was paused is over and comes back.
  spells(
    [[cavity], 8],
    [[cavity, 'storage-failing'], 4, 'acknowledge'],
    [['storage-failing', cavity], 2],
    [['storage-failing', cavity], 2, 'pause'],
    [['storage-failing'], 4],
    [['storage-failing', cavity], 10],
  ),
  // The same, over before the press.
  spells(
    [[cavity], 8],
    [[], 2, 'acknowledge'],
    [['storage-failing'], 4],
    [['storage-failing'], 2, 'pause'],
    [['storage-failing', cavity], 10],
  ),
  // A loose plug.
  spells(
    ...Array.from({ length: 12 }, (_, at): [Trouble[], number] => [at % 2 === 0 ? ['link-lost'] : [], 1]),
  ),
  // Acknowledged and left.
  spells([['storage-failing'], 4], [['storage-failing'], 420, 'acknowledge'], [['storage-failing'], 420]),
];

class Broken extends Error {}

/** Plays a history before an onlooker for each promise. */
function hold(spells: readonly Spell[], promises: readonly AlarmPromise[], engine: AlarmEngine): void {
  const held = promises.map(({ says, onlooker }) => ({ says, onlooker: onlooker() }));
  const judge = (says: string, kept: () => boolean | undefined): void => {
    let answer: boolean | undefined;
    try {
      answer = kept();
    } catch {
      answer = false;
    }
    if (answer === false) throw new Broken(says);
  };
  play(
    spells,
    (seen) => {
      for (const { says, onlooker } of held) judge(says, () => onlooker.ticked?.(seen));
    },
    (state) => state,
    (events, nowMs, press) => {
      for (const { says, onlooker } of held) judge(says, () => onlooker.pressed?.(events, nowMs, press));
    },
    engine,
  );
}

describe('alarms', () => {
  it('keep every promise, whatever comes and goes and whatever is pressed', () => {
    fc.assert(
      fc.property(history, (all) => hold(all, alarmPromises, alarms)),
      { numRuns: 60, examples: told.map((one): [Spell[]] => [one]) },
    );
  });

  it('are held to nothing that no mistake breaks', () => {
    const broken = new Set(alarmMutants.map(({ breaks }) => breaks));
    expect(alarmPromises.map(({ says }) => says).filter((says) => !broken.has(says))).toEqual([]);
  });
});

describe('alarms with one mistake', () => {
  it.each(alarmMutants)('that $mistake: caught', ({ breaks, engine }) => {
    const promises = alarmPromises.filter(({ says }) => says === breaks);
    expect(promises).toHaveLength(1);
    const found = fc.check(
      fc.property(history, (all) => hold(all, promises, engine)),
      { numRuns: 400, seed: 8, examples: told.map((one): [Spell[]] => [one]), endOnFailure: true },
    );
    expect(found.errorInstance).toBeInstanceOf(Broken);
  });
});
