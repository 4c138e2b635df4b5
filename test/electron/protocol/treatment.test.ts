import { describe, expect, it } from 'vitest';
import { outcomeNow } from '../../../electron/protocol/enter.ts';
import { intentOf } from '../../../electron/protocol/intent.ts';
import { inCavityMl } from '../../../electron/protocol/volumes.ts';
import { drugNamed } from '../../support/drug.ts';
import { type Bench, checkedBy, clinician, named, runIn } from './bench.ts';

const end = { type: 'end-treatment', early: null } as const;
const drug = { type: 'record-drug', drug: drugNamed('as typed'), addition: null, checkedBy } as const;

describe('a whole treatment', () => {
  const bench = runIn('complete');

  it('goes through its phases in order, each told as an event with its cause', () => {
    const told = bench.events.flatMap((event) =>
      event.type === 'phase' ? [`${event.from} → ${event.to}: ${event.cause}`] : [],
    );
    expect(told).toEqual([
      'self-test → prime: advance',
      'prime → machine-test: advance',
      'machine-test → preheat: advance',
      'preheat → fill: advance',
      'fill → heat-up: advance',
      'heat-up → treatment: start-treatment',
      'treatment → drain: end-treatment',
      'drain → rinse: advance',
      'rinse → rinse-drain: volume-reached',
      'rinse-drain → disconnect: advance',
      'disconnect → complete: advance',
    ]);
    expect(bench.state.path.map(({ phase }) => phase)).toEqual([
      'self-test',
      ...told.map((line) => / → ([\w-]+)/.exec(line)?.[1]),
    ]);
  });

  it('is completed, with its minutes in band and its volumes counted', () => {
    expect(outcomeNow(bench.state)).toBe('completed');
    expect(bench.state.clocks.inBandMs).toBe(15 * 60_000);
    expect(bench.state.volumes.inMl).toBeGreaterThanOrEqual(800);
    expect(inCavityMl(bench.state.volumes)).toBeLessThanOrEqual(100);
  });

  it('accumulates the thermal dose of each probe: 15 min at 42.5 °C and some before', () => {
    const treated = runIn('drain').state.cem43Minutes;
    const before = runIn('treatment').state.cem43Minutes;
    for (const probe of [0, 1, 2, 3]) {
      expect((treated[probe] ?? 0) - (before[probe] ?? 0)).toBeCloseTo(7.5, 1);
    }
  });
});

describe('the drug', () => {
  it('is in the cavity from the start with drug until the drain is over, and rinsing is not drug time', () => {
    const rinse = runIn('rinse').state.clocks;
    expect(rinse.drugEnded).toBe(true);
    const drain = runIn('drain');
    expect(drain.state.clocks.drugMs).toBe(15 * 60_000);
    expect(rinse.drugMs).toBeGreaterThan(15 * 60_000);
    expect(runIn('complete').state.clocks.drugMs).toBe(rinse.drugMs);
  });

  it('counts from the first addition that is recorded, and later ones change nothing', () => {
    const bench = runIn('heat-up');
    bench.act({ ...drug, drug: drugNamed('first') });
    bench.seconds(10);
    bench.act({ ...drug, drug: drugNamed('second'), checkedBy: null });
    bench.seconds(10);
    expect(bench.state.clocks.drugMs).toBe(20_000);
  });

  it('goes on counting while flow is paused and the link is lost', () => {
    const bench = runIn('treatment');
    bench.act({ type: 'pause-flow' });
    bench.seconds(10);
    bench.loseLink();
    for (let tick = 0; tick < 100; tick += 1) bench.tick(100, 'lost');
    expect(bench.state.clocks).toMatchObject({ drugMs: 20_000, elapsedMs: 20_000 });
  });
});

describe('treatment', () => {
  it('may be ended when its minutes in band are complete, and never ends by itself', () => {
    const bench = runIn('treatment');
    bench.seconds(899);
    expect(bench.act(end)).toEqual({ taken: false, why: 'needs-name' });
    bench.seconds(2);
    bench.seconds(1800);
    expect(bench.state.phase).toBe('treatment');
    expect(bench.act(end)).toEqual({ taken: true });
    expect(bench.state.phase).toBe('drain');
  });

  it('ended before with a reason and a name is kept as ended early', () => {
    const bench = runIn('treatment');
    bench.seconds(60);
    expect(bench.act({ type: 'end-treatment', early: named })).toEqual({ taken: true });
    expect(bench.state.endingAs).toBe('ended-early');
  });

  it('whose planned time is up first may be ended or extended by a named clinician', () => {
    const bench = runIn('treatment');
    const extend = { type: 'extend-until-in-band', clinician } as const;
    bench.warm(41.9);
    bench.seconds(100);
    expect(bench.act(extend)).toEqual({ taken: false, why: 'not-ready' });
    bench.warm(42.5);
    bench.seconds(801);
    expect(bench.state.clocks.inBandMs).toBeLessThan(15 * 60_000);
    expect(bench.act(extend)).toEqual({ taken: true });
    bench.seconds(100);
    expect(bench.state.clocks.inBandMs).toBe(15 * 60_000 + 100 * 10);
    bench.act(end);
    expect(bench.state.endingAs).toBe('completed');
  });

  it('tells when its in-band clock stops and why, and when it runs again', () => {
    const bench = runIn('treatment');
    bench.seconds(1);
    bench.warm(43.2);
    bench.seconds(1);
    bench.warm(42.5);
    bench.seconds(1);
    const told = bench.events.filter(({ type }) => type === 'in-band-clock');
    expect(told).toEqual([
      { type: 'in-band-clock', running: false, why: 'above-band' },
      { type: 'in-band-clock', running: true, why: '' },
    ]);
  });
});

describe('the cavity probes lost', () => {
  const blind = (): Bench => {
    const bench = runIn('treatment');
    bench.celsius = [44, 42.4, 'open', 'open'];
    bench.tick();
    return bench;
  };

  it('turn the heater off at once', () => {
    const bench = blind();
    expect(intentOf(bench.state)).toMatchObject({ heaterEnable: false, pumpEnable: true, mode: 'circulate' });
    bench.seconds(1);
    expect(bench.state.clocks.stop).toBe('temperature-unknown');
  });

  it('let a named person control by the outflow, and only then', () => {
    const by = { type: 'control-by-outflow', clinician } as const;
    expect(runIn('preheat').act(by)).toEqual({ taken: false, why: 'not-in-this-phase' });
    const steady = runIn('treatment');
    steady.tick();
    expect(steady.act(by)).toEqual({ taken: false, why: 'not-ready' });
    const bench = blind();
    expect(bench.act(by)).toEqual({ taken: true });
    bench.tick();
    expect(bench.state.control).toMatchObject({ site: 'outflow' });
    expect(bench.state.control.celsius.value).toBeCloseTo(42.4, 2);
    expect(intentOf(bench.state).heaterEnable).toBe(true);
  });

  it('and the outflow as well: nobody can control', () => {
    const bench = blind();
    bench.celsius = [44, 'shorted', 'open', 'open'];
    bench.tick();
    expect(bench.act({ type: 'control-by-outflow', clinician })).toEqual({
      taken: false,
      why: 'control-temperature-unknown',
    });
  });
});

describe('a probe after a gap', () => {
  it('that shows what it showed before is not stuck', () => {
    const bench = runIn('treatment');
    bench.tick();
    const before = bench.state.probesCelsius;
    bench.loseLink();
    for (let tick = 0; tick < 399; tick += 1) bench.tick(100, 'lost');
    bench.restoreLink();
    expect(bench.state.telemetry?.probesCelsius).toEqual(before);
    expect(bench.state.probesCelsius.map(({ missing }) => missing)).toEqual([null, null, null, null]);
  });
});
