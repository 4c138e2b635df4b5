import { describe, expect, it } from 'vitest';
import { alone } from '../../../electron/domain/actor.ts';
import { measured } from '../../../electron/domain/reading.ts';
import { refusalOf } from '../../../electron/protocol/guards.ts';
import { intentOf } from '../../../electron/protocol/intent.ts';
import { settledForMs } from '../../../electron/protocol/start-rules.ts';
import { drugNamed } from '../../support/drug.ts';
import { perfusionistNamed } from '../../support/people.ts';
import { type Bench, checkedBy, instillationPreset, named, runIn } from './bench.ts';

const start = { type: 'start-treatment', drug: drugNamed('as typed'), early: null, checkedBy } as const;
const startEarly = { type: 'start-treatment', drug: null, early: named, checkedBy: null } as const;

describe('prime', () => {
  const advance = { type: 'advance', from: 'prime' } as const;

  it('is not skipped on the flow of the self-test: a person pressing twice stays in it', () => {
    const bench = runIn('prime');
    const { telemetry } = bench.state;
    if (telemetry === null) throw new Error('Nothing was heard in the self-test.');
    expect(telemetry.inForce.mode).not.toBe('prime');
    // The pump runs down.
    bench.state = { ...bench.state, telemetry: { ...telemetry, flowMlPerMin: measured(1200) } };
    expect(bench.act(advance)).toEqual({ taken: false, why: 'not-ready' });
  });

  it('may be left once half the set flow goes round in it', () => {
    const bench = runIn('prime');
    bench.seconds(1);
    bench.act({ type: 'time-out', names: checkedBy });
    expect(bench.act(advance)).toEqual({ taken: true });
  });
});

describe('preheat', () => {
  it('waits until the inflow has held the target for 30 s with flow', () => {
    const bench = runIn('preheat');
    const advance = { type: 'advance', from: 'preheat' } as const;
    bench.seconds(60);
    expect(bench.act(advance)).toEqual({ taken: false, why: 'not-ready' });
    bench.warm(42.3);
    bench.seconds(29);
    expect(bench.act(advance)).toEqual({ taken: false, why: 'not-ready' });
    bench.seconds(2);
    expect(bench.act(advance)).toEqual({ taken: true });
  });

  it('holds the inflow at target', () => {
    const bench = runIn('preheat');
    bench.tick();
    expect(intentOf(bench.state)).toMatchObject({ mode: 'bypass', inflowSetpointCelsius: 42.5 });
  });
});

describe('the reservoir', () => {
  const advance = { type: 'advance', from: 'preheat' } as const;

  it('holds the fill and what has to stay in it, or nothing is filled', () => {
    const bench = runIn('preheat');
    bench.state = { ...bench.state, reservoirRestMl: 300 };
    bench.warm(42.5);
    bench.reservoirMl = measured(799);
    bench.seconds(40);
    expect(bench.act(advance)).toEqual({ taken: false, why: 'reservoir-too-low' });
    bench.reservoirMl = measured(800);
    bench.seconds(1);
    bench.act({ type: 'time-out', names: checkedBy });
    expect(bench.act(advance)).toEqual({ taken: true });
  });

  it('is looked at by people where nothing measures it', () => {
    const bench = runIn('preheat');
    bench.state = { ...bench.state, reservoirRestMl: 300 };
    bench.warm(42.5);
    bench.seconds(40);
    expect(bench.act(advance)).toEqual({ taken: true });
  });
});

describe('fill', () => {
  const circulate = { type: 'advance', from: 'fill' } as const;

  it('stops at the planned volume by itself, whatever is pressed meanwhile, and the pump rests', () => {
    const bench = runIn('fill');
    bench.seconds(29);
    expect(bench.act(circulate)).toEqual({ taken: false, why: 'not-ready' });
    bench.seconds(120);
    expect(bench.state.phase).toBe('fill');
    expect(bench.state.volumes.fillingMl).toBeCloseTo(500, -1);
    expect(intentOf(bench.state)).toMatchObject({ mode: 'standby', pumpEnable: false, heaterEnable: false });
  });

  it('circulates on a person’s word, through bypass first', () => {
    const bench = runIn('fill');
    bench.seconds(40);
    expect(bench.act(circulate)).toEqual({ taken: true });
    expect(bench.state.phase).toBe('heat-up');
    bench.seconds(1);
    expect(intentOf(bench.state)).toMatchObject({ mode: 'bypass', pumpEnable: true, heaterEnable: false });
    bench.seconds(12);
    expect(intentOf(bench.state)).toMatchObject({ mode: 'circulate', pumpEnable: true, heaterEnable: true });
  });

  it('single instillation goes on to its dwell by itself: nothing is to come back', () => {
    const bench = runIn('fill', instillationPreset);
    bench.seconds(40);
    expect(bench.state.phase).toBe('dwell');
  });

  it('counts what was pumped while replies were lost', () => {
    const bench = runIn('fill');
    for (let tick = 0; tick < 150; tick += 1) bench.tick(100, tick % 2 === 0 ? 'lost' : 'heard');
    expect(bench.state.volumes.inMl).toBeCloseTo(250, -1);
  });

  it('ends where the flow is not measured: the pump is taken to do as it is told', () => {
    const bench = runIn('fill');
    bench.flowShare = null;
    bench.seconds(40);
    expect(refusalOf(bench.state, circulate)).toBeNull();
  });

  it('that is full while flow is held waits for a person', () => {
    const bench = runIn('fill');
    bench.seconds(29.9);
    bench.act({ type: 'stop-run' });
    bench.tick(1000, 'lost');
    bench.seconds(10);
    expect(bench.state).toMatchObject({ phase: 'fill', stopped: true });
    expect(bench.act(circulate)).toEqual({ taken: false, why: 'flow-held' });
    bench.act({ type: 'resume-flow' });
    bench.seconds(15);
    expect(bench.act(circulate)).toEqual({ taken: true });
  });
});

describe('treatment may start', () => {
  const heatedUp = (change: (bench: Bench) => void = () => {}): Bench => {
    const bench = runIn('heat-up');
    change(bench);
    bench.seconds(61);
    return bench;
  };

  it('once the control temperature has been in band for 60 s', () => {
    const bench = runIn('heat-up');
    bench.seconds(58 - settledForMs(bench.state) / 1000);
    expect(bench.act(start)).toEqual({ taken: false, why: 'not-ready' });
    bench.seconds(3);
    expect(bench.act(start)).toEqual({ taken: true });
  });

  it('not while the lowest cavity probe is more than 1.5 °C below target', () => {
    const bench = heatedUp((one) => {
      one.celsius = [44, 42, 44.1, 40.9];
    });
    expect(bench.state.control.celsius.value).toBeCloseTo(42.5, 2);
    expect(bench.act(start)).toEqual({ taken: false, why: 'not-ready' });
    bench.celsius = [44, 42, 44, 41.01];
    bench.tick();
    expect(bench.act(start)).toEqual({ taken: true });
  });

  it('not again before another 60 s after it has left the band', () => {
    const bench = heatedUp();
    bench.warm(41.9);
    bench.tick();
    bench.warm(42.5);
    bench.seconds(59);
    expect(bench.act(start)).toEqual({ taken: false, why: 'not-ready' });
  });

  it('not without circulation', () => {
    const bench = heatedUp((one) => {
      one.flowShare = 0.45;
    });
    expect(bench.act(start)).toEqual({ taken: false, why: 'not-ready' });
  });

  it('earlier with a reason and a named clinician, which the record keeps', () => {
    const bench = runIn('heat-up');
    bench.warm(40);
    bench.tick();
    expect(bench.act(startEarly)).toEqual({ taken: true });
    expect(bench.events).toContainEqual({
      type: 'action',
      by: perfusionistNamed('Perfusionist'),
      ...alone,
      action: startEarly,
      refused: null,
    });
    expect(bench.events.at(-1)).toMatchObject({ to: 'treatment', cause: 'start-treatment-early' });
  });

  it('but never without a known control temperature', () => {
    const bench = runIn('heat-up');
    bench.celsius = [44, 42, 'open', 'open'];
    bench.tick();
    expect(bench.act(startEarly)).toEqual({ taken: false, why: 'control-temperature-unknown' });
  });
});
