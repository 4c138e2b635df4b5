import { describe, expect, it } from 'vitest';
import type { RunView } from '../../../electron/contract/view.ts';
import type { OperatorAction } from '../../../electron/domain/action.ts';
import { PrecisionFold } from '../../../electron/domain/precision.ts';
import { intentOf } from '../../../electron/protocol/intent.ts';
import { AlarmDesk } from '../../../electron/session/alarm-desk.ts';
import { AutoOperator } from '../../../electron/session/auto-operator.ts';
import { runView } from '../../../electron/session/run-view.ts';
import { theatre } from '../../support/site.ts';
import { Bench, runIn } from '../protocol/bench.ts';
import { header } from '../record/example-run.ts';

const viewOf = (bench: Bench, alarmIds: readonly string[] = []): RunView => {
  const view = runView(
    {
      header,
      state: bench.state,
      written: intentOf(bench.state),
      alarms: [],
      alarmSystem: () => new AlarmDesk(theatre.alarmLimits).view(),
      events: [],
      durableSeq: 0,
      marks: [],
      controlSinceWallMs: 0,
      files: null,
      sample: null,
    },
    new PrecisionFold(42.5).finish(),
  );
  return {
    ...view,
    alarms: alarmIds.map((id) => ({ id, acknowledgedMs: null }) as RunView['alarms'][number]),
  };
};

/** What the operator does over so many ticks in which the run goes on. */
function watch(bench: Bench, ticks: number, operator = new AutoOperator(), act = true): OperatorAction[] {
  const actions: OperatorAction[] = [];
  for (let tick = 0; tick < ticks; tick += 1) {
    if (bench.state.phase === 'preheat') bench.warm(42.5);
    bench.tick();
    const action = operator.next(viewOf(bench));
    if (action === null) continue;
    actions.push(action);
    if (act) bench.act(action);
  }
  return actions;
}

describe('the automatic operator', () => {
  it('leads a run to its end, pressing what is offered and nothing that is refused', () => {
    const bench = new Bench();
    watch(bench, 15_000);
    expect(bench.state.phase).toBe('complete');
    const refused = bench.events.filter((event) => event.type === 'action' && event.refused !== null);
    expect(refused).toEqual([]);
    expect(bench.state.endingAs).toBe('completed');
  });

  it('takes two seconds to read before each press', () => {
    const bench = runIn('prime');
    expect(watch(bench, 19)).toEqual([]);
    const operator = new AutoOperator();
    // The time-out first, as nothing else is in the way; then prime is left.
    expect(watch(bench, 20, operator)).toEqual([
      { type: 'time-out', names: ['Demonstration nurse', 'Demonstration pharmacist'] },
    ]);
    expect(watch(bench, 19, operator)).toEqual([]);
    expect(watch(bench, 1, operator)).toEqual([{ type: 'advance', from: 'prime' }]);
    expect(watch(bench, 19, operator)).toEqual([]);
  });

  it('acknowledges alarms first', () => {
    const bench = runIn('prime');
    bench.tick();
    const operator = new AutoOperator();
    const actions = Array.from({ length: 20 }, () => operator.next(viewOf(bench, ['a#1', 'b#2'])));
    expect(actions.at(-1)).toEqual({ type: 'acknowledge', alarmIds: ['a#1', 'b#2'] });
  });

  it('waits while the link is lost, then takes command and resumes what is held, one by one', () => {
    const bench = runIn('treatment');
    bench.seconds(2);
    const operator = new AutoOperator();
    bench.loseLink();
    for (let tick = 0; tick < 100; tick += 1) {
      bench.tick(100, 'lost');
      expect(operator.next(viewOf(bench))).toBeNull();
    }
    bench.latch('watchdog-expired');
    bench.restoreLink();
    expect(watch(bench, 120, operator).map(({ type }) => type)).toEqual([
      'take-command',
      'clear-interlocks',
      'resume-heat',
    ]);
  });

  it('extends a treatment that is not complete when its time is up', () => {
    const bench = runIn('treatment');
    bench.warm(41.9);
    bench.seconds(100);
    bench.warm(42.5);
    bench.seconds(801);
    expect(watch(bench, 25)[0]).toMatchObject({ type: 'extend-until-in-band' });
  });

  it('goes on by the outflow when the cavity probes are lost', () => {
    const bench = runIn('treatment');
    bench.celsius = [44, 42.5, 'open', 'open'];
    expect(watch(bench, 25)[0]).toMatchObject({ type: 'control-by-outflow' });
  });

  it('gives up on what cannot be mended, drains and ends', () => {
    const bench = runIn('treatment');
    const operator = new AutoOperator();
    for (let tick = 0; tick < 40_000 && bench.state.phase !== 'complete'; tick += 1) {
      bench.latch('heater-fault');
      bench.tick();
      const action = operator.next(viewOf(bench));
      if (action !== null) bench.act(action);
    }
    expect(bench.state.phase).toBe('complete');
    expect(bench.state.path.map(({ phase }) => phase).slice(-3)).toEqual(['treatment', 'drain', 'complete']);
  });

  it('does nothing when the run is over', () => {
    expect(watch(runIn('complete'), 50)).toEqual([]);
  });
});
