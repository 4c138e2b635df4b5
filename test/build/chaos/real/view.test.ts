import { describe, expect, it } from 'vitest';
import { Account } from '../../../../build/chaos/real/account.ts';
import { judgeScreen, judgeTicks, judgeTold, type Round } from '../../../../build/chaos/real/view/judges.ts';
import type { Snapshot } from '../../../../build/chaos/real/view/snapshot.ts';
import { type Fault, type Promised, terms } from '../../../../build/chaos/real/view/terms.ts';
import type { ConsoleView, TrendRow } from '../../../../electron/contract/view.ts';
import { Treatment, warm } from '../../../support/treatment.ts';
import { eventOf, journalWith, samplesOf } from './evidence.ts';

/** What a screen is given in a run, as it is, and what its list of events would show of that. */
async function snapshot(): Promise<Snapshot> {
  const treatment = await Treatment.start({ scenario: warm });
  try {
    await treatment.seconds(20);
    const { view, trend } = structuredClone(treatment.loadAll());
    return { view, trend, eventLines: (view.run?.events ?? []).map(({ seq }) => `event ${seq}`).reverse() };
  } finally {
    await treatment.close();
  }
}

const before = await snapshot();
const run = (snapshot: Snapshot) => snapshot.view.run as NonNullable<ConsoleView['run']>;
const changed = (more: object): Snapshot => ({
  ...before,
  view: { ...before.view, run: { ...run(before), ...more } },
});
const round: Round = {
  ...{ round: 1, fault: 'killed', before, after: before },
  ...{ broken: { fromMs: 10_000, toMs: 12_000 }, bareMissed: 0 },
};

const broken = (judge: (account: Account<Fault, Promised>) => void): (string | null)[] => {
  const account = new Account<Fault, Promised>(terms);
  judge(account);
  return account.breaches.map(({ promise }) => promise);
};
const screen = (after: Snapshot | null) => broken((account) => judgeScreen(account, { ...round, after }));

describe('a screen that was broken', () => {
  it('is back and equal where it is given and shows the same', () => {
    expect(screen(before)).toEqual([]);
  });

  it('may have more: what is measured, newer events, further rows', () => {
    const newer = { ...eventOf(run(before).events.length + 1) };
    const more = changed({ events: [...run(before).events, newer], sessionSeconds: 99, alarms: [] });
    const row: TrendRow = [999, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0];
    const trend = { ...before.trend, rows: [...before.trend.rows, row] };
    expect(screen({ ...more, trend, eventLines: ['a newer one', ...before.eventLines] })).toEqual([]);
  });

  it('is not back where it shows no run', () => {
    expect(screen(null)).toEqual(['back']);
  });

  it.each<[string, () => Snapshot]>([
    ['another run', () => changed({ runId: 'another' })],
    ['another phase', () => changed({ phase: 'drain' })],
    ['a hold that nobody asked for', () => changed({ heatHeld: 'operator' })],
    [
      'a drug that was not recorded',
      () => changed({ additions: [{ label: 'x', atMinutes: 1, doneAtSeconds: 2 }] }),
    ],
    ['no run', () => ({ ...before, view: { ...before.view, run: null } })],
    ['no events', () => changed({ events: [] })],
    [
      'another event',
      () =>
        changed({
          events: [...run(before).events.slice(0, -1), { ...run(before).events.at(-1), wallMs: 0 }],
        }),
    ],
    [
      'less of the trend',
      () => ({ ...before, trend: { ...before.trend, rows: before.trend.rows.slice(0, -2) } }),
    ],
    [
      'another trend',
      () => ({
        ...before,
        trend: {
          ...before.trend,
          rows: before.trend.rows.map((row) => [...row.slice(0, 11), 31] as unknown as TrendRow),
        },
      }),
    ],
    ['only the end of the trend', () => ({ ...before, trend: { ...before.trend, from: 3 } })],
    ['an empty list of events', () => ({ ...before, eventLines: [] })],
    ['a list in which one is left out', () => ({ ...before, eventLines: before.eventLines.toSpliced(1, 1) })],
  ])('is not equal with %s', (_what, after) => {
    expect(screen(after())).toEqual(['equal']);
  });
});

describe('the ticks of a run whose screen is broken', () => {
  const ticks = (samples: ReturnType<typeof samplesOf>) =>
    broken((account) => judgeTicks(account, [round], journalWith(9, { samples })));

  it('are all there', () => {
    expect(ticks(samplesOf(300))).toEqual([]);
  });

  it.each([
    ['one is missed while it is', [110]],
    ['there are none while it is', Array.from({ length: 21 }, (_, at) => 100 + at)],
  ])('are not where %s', (_what, without) => {
    expect(ticks(samplesOf(300, without))).toEqual(['ticks']);
  });

  it('are not where there is no record', () => {
    expect(broken((account) => judgeTicks(account, [round], null))).toEqual(['ticks']);
  });
});

describe('a screen that stands still', () => {
  const samples = samplesOf(300);
  const event = (type: string, raisedMs: number, clearedMs: number | null) =>
    JSON.stringify({
      type,
      alarm: { id: `a#${raisedMs}`, code: 'screen-not-updating', raisedMs, clearedMs },
    });
  const between = (from: number, to: number) => ({
    fromMs: samples[from]?.wallMs ?? 0,
    toMs: samples[to]?.wallMs ?? 0,
  });
  const told = (...bodies: readonly string[]) =>
    broken((account) =>
      judgeTold(
        account,
        [
          { ...round, fault: 'hung', broken: between(50, 100) },
          { ...round, round: 2, fault: 'hung', broken: between(150, 200) },
          { ...round, round: 3, fault: 'killed', broken: between(220, 240) },
        ],
        journalWith(0, { samples, events: new Map(bodies.map((body, at) => [at, body])) }),
      ),
    );
  const at = (index: number) => samples[index]?.sessionMs ?? 0;

  it('has an alarm that is on meanwhile, one of its own or the one before', () => {
    const [one, other] = [event('alarm-raised', at(60), null), event('alarm-raised', at(160), null)];
    expect(told(one, event('alarm-cleared', at(60), at(110)), other)).toEqual([]);
    expect(told(one)).toEqual([]);
  });

  it('has none where none was on just then', () => {
    const one = event('alarm-raised', at(60), null);
    expect(told(one, event('alarm-cleared', at(60), at(110)))).toEqual(['told']);
    expect(told(event('alarm-raised', at(210), null))).toEqual(['told', 'told']);
    expect(told()).toEqual(['told', 'told']);
  });
});
