import { describe, expect, it } from 'vitest';
import type { OperatorAction } from '../../../electron/domain/action.ts';
import type { Phase } from '../../../electron/domain/phase.ts';
import { advise } from '../../../electron/session/advice.ts';
import { holdsView } from '../../../electron/session/holds.ts';
import { primaryAction } from '../../../electron/session/offers.ts';
import type { Bench } from '../protocol/bench.ts';
import { settledIn } from './seen.ts';

const stop = { type: 'stop-run' } as const;

/** The machine goes on as it was told last, whatever is asked. */
function disobeys(bench: Bench): void {
  const last = bench.telemetry();
  bench.hear({ type: 'tick', telemetry: last, wallMs: bench.nowMs });
}

function lost(phase: Phase, ...pressed: OperatorAction[]): Bench {
  const bench = settledIn(phase);
  bench.loseLink();
  bench.tick(100, 'lost');
  for (const action of pressed) bench.act(action);
  return bench;
}

describe('a hold', () => {
  it('is in force only once the machine shows it', () => {
    const bench = settledIn('treatment');
    expect(holdsView(bench.state)).toEqual({ heat: null, flow: null });
    bench.act(stop);
    expect(holdsView(bench.state)).toEqual({ heat: 'held', flow: 'held' });
    expect(advise(bench.state).now).toEqual({ key: 'stop-not-confirmed', values: {} });
    bench.tick();
    expect(holdsView(bench.state)).toEqual({ heat: 'in-force', flow: 'in-force' });
    expect(advise(bench.state).now.key).toBe('stopped');
  });

  it('that the machine does not follow is never said to be in force', () => {
    const bench = settledIn('treatment');
    bench.act({ type: 'pause-flow' });
    for (let tick = 0; tick < 30; tick += 1) disobeys(bench);
    expect(holdsView(bench.state).flow).toBe('held');
    expect(advise(bench.state).now.key).toBe('hold-not-confirmed');
  });

  it('pressed while the link is lost is carried by nothing', () => {
    expect(holdsView(lost('treatment', stop).state)).toEqual({ heat: 'not-sent', flow: 'not-sent' });
    expect(holdsView(lost('treatment', { type: 'heat-off' }).state)).toEqual({
      heat: 'not-sent',
      flow: null,
    });
  });

  it('is still carried by nothing while the machine answers and waits for a person', () => {
    const bench = lost('treatment', stop);
    bench.restoreLink();
    expect(bench.state.telemetry?.inForce.pumpEnable).toBe(true);
    expect(holdsView(bench.state).flow).toBe('not-sent');
    bench.act({ type: 'take-command' });
    expect(holdsView(bench.state).flow).toBe('held');
    bench.tick();
    expect(holdsView(bench.state)).toEqual({ heat: 'in-force', flow: 'in-force' });
  });
});

describe('taking command says what its first block will do', () => {
  it.each<[string, OperatorAction[], string]>([
    ['nothing', [], 'as-in-force'],
    ['HEAT OFF', [{ type: 'heat-off' }], 'heat-off'],
    ['PAUSE FLOW', [{ type: 'pause-flow' }], 'pause-flow'],
    ['STOP RUN', [stop], 'stop'],
    ['PAUSE FLOW, then STOP RUN', [{ type: 'pause-flow' }, stop], 'stop'],
  ])('after %s', (_, pressed, carries) => {
    const bench = lost('treatment', ...pressed);
    bench.restoreLink();
    expect(primaryAction(bench.state)).toMatchObject({ action: 'take-command', carries });
    const pumps = carries === 'as-in-force' || carries === 'heat-off';
    bench.act({ type: 'take-command' });
    expect(bench.state.keep).toMatchObject({ mode: 'circulate', pumpEnable: pumps });
    expect(bench.intent).toMatchObject({
      mode: 'circulate',
      heaterEnable: false,
      pumpEnable: pumps,
      flowSetpointMlPerMin: pumps ? 1500 : 0,
    });
  });

  it('and no other action carries anything', () => {
    expect(primaryAction(settledIn('prime').state)).toMatchObject({ action: 'advance', carries: null });
  });
});
