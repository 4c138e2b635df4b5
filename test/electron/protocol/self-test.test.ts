import { describe, expect, it } from 'vitest';
import { interlockBit } from '../../../electron/domain/circuit.ts';
import { intentOf } from '../../../electron/protocol/intent.ts';
import { selfTestFailed, selfTestPassed } from '../../../electron/protocol/self-test.ts';
import { goUntil } from '../../support/go-until.ts';
import { Bench, runIn } from './bench.ts';

const runUntilOver = (bench: Bench): Bench => {
  for (let tick = 0; bench.state.selfTest.running !== null && tick < 2000; tick += 1) bench.tick();
  return bench;
};
const untilTested = (bench: Bench, check: string): void =>
  goUntil(
    () => bench.state.selfTest.running === check,
    () => bench.tick(),
  );
const results = (bench: Bench) =>
  bench.state.selfTest.results.map(({ check, passed, detail }) => `${check} ${passed}: ${detail}`);

describe('the self-test of a sound rig', () => {
  it('passes check by check, each an event of the record', () => {
    const bench = runUntilOver(new Bench());
    expect(results(bench)).toEqual([
      'link true: 20 replies in a row',
      'probes true: cavity probes differ by 0.10 °C',
      'interlocks true: heater and pump off, no interlock',
    ]);
    expect(selfTestPassed(bench.state.selfTest)).toBe(true);
    const told = bench.events.filter(({ type }) => type === 'self-test');
    expect(told.map((event) => event.type === 'self-test' && event.check)).toEqual([
      'link',
      'probes',
      'interlocks',
    ]);
  });

  it('asks for neither pump nor heater, whatever the circuit holds', () => {
    const bench = new Bench();
    while (bench.state.phase === 'self-test' && bench.nowMs < 60_000) {
      bench.tick();
      expect(intentOf(bench.state)).toMatchObject({
        mode: 'standby',
        pumpEnable: false,
        flowSetpointMlPerMin: 0,
        heaterEnable: false,
      });
    }
  });

  it('lets the run go on only when a person says so', () => {
    const bench = runUntilOver(new Bench());
    bench.seconds(60);
    expect(bench.state.phase).toBe('self-test');
    expect(bench.act({ type: 'advance', from: 'self-test' })).toEqual({ taken: true });
    expect(bench.state.phase).toBe('prime');
  });
});

describe('the machine test of a sound rig', () => {
  it('passes check by check, once the circuit is primed', () => {
    const bench = runUntilOver(runIn('machine-test'));
    expect(results(bench)).toEqual([
      'pump true: 1500 mL/min of 1500 asked',
      'heater true: 20.0 % power',
      'watchdog true: machine turned its heater off by itself',
      'rest true: heater off, no interlock',
    ]);
    expect(selfTestPassed(bench.state.selfTest)).toBe(true);
  });

  it('sends nothing to the patient, heats gently and leaves everything off', () => {
    const bench = runIn('machine-test');
    goUntil(
      () => bench.state.selfTest.running === null,
      () => {
        bench.tick();
        const intent = intentOf(bench.state);
        expect(['standby', 'bypass']).toContain(intent.mode);
        expect(intent.inflowSetpointCelsius).toBeLessThanOrEqual(42);
      },
    );
    expect(intentOf(bench.state)).toMatchObject({ mode: 'standby', heaterEnable: false, pumpEnable: false });
  });

  it('has the heater on when it stops the heartbeat, else nothing would be proven', () => {
    const bench = runIn('machine-test');
    untilTested(bench, 'watchdog');
    bench.tick();
    expect(bench.state.telemetry?.inForce.heaterEnable).toBe(true);
  });

  it('does not tell the watchdog it tripped itself as an interlock', () => {
    const bench = runUntilOver(runIn('machine-test'));
    expect(bench.types()).not.toContain('interlock-latched');
    expect(bench.types()).not.toContain('interlock-cleared');
    expect(bench.state.heatHeld).toBeNull();
  });

  it('lets the run go on only when a person says so, the pump at rest until then', () => {
    const bench = runUntilOver(runIn('machine-test'));
    bench.seconds(60);
    expect(bench.state.phase).toBe('machine-test');
    expect(intentOf(bench.state)).toMatchObject({ pumpEnable: false, heaterEnable: false });
    expect(bench.act({ type: 'advance', from: 'machine-test' })).toEqual({ taken: true });
    expect(bench.state.phase).toBe('preheat');
  });

  it('is done before anything is preheated: there is no other way from prime', () => {
    const bench = runIn('machine-test');
    expect(bench.act({ type: 'advance', from: 'machine-test' })).toEqual({ taken: false, why: 'not-ready' });
  });
});

describe('the self-test finds', () => {
  const failing = (change: (bench: Bench) => void, bench = new Bench()): string => {
    change(bench);
    runUntilOver(bench);
    expect(selfTestFailed(bench.state.selfTest)).toBe(true);
    return results(bench).at(-1) ?? '';
  };

  it('a link that loses every tenth reply, after 20 s', () => {
    const bench = new Bench();
    for (let tick = 1; tick <= 250; tick += 1) bench.tick(100, tick % 10 === 0 ? 'lost' : 'heard');
    expect(results(bench)).toEqual(['link false: no 20 replies in a row']);
  });

  it('a probe without a value', () => {
    expect(failing((bench) => (bench.celsius[2] = 'open'))).toBe('probes false: T3 open');
  });

  it('a probe that cannot be right', () => {
    expect(failing((bench) => (bench.celsius[1] = 51))).toBe('probes false: T2 51.00 °C at rest');
  });

  it('cavity probes that do not agree at rest', () => {
    expect(failing((bench) => (bench.celsius[3] = 34))).toMatch(
      /^probes false: cavity probes differ by 2\.5/,
    );
  });

  it('a pump that does not pump, after 20 s', () => {
    expect(failing((bench) => (bench.flowShare = 0), runIn('machine-test'))).toBe(
      'pump false: flow 0 mL/min of 1500 asked',
    );
  });

  it('a heater that does not heat', () => {
    expect(failing((bench) => (bench.heaterPercent = 0), runIn('machine-test'))).toBe(
      'heater false: heater power 0.0 % while on',
    );
  });

  it('a heater that goes on when the heartbeat stops', () => {
    expect(failing((bench) => (bench.heaterPercent = 30), runIn('machine-test'))).toBe(
      'watchdog false: heater stays on without a heartbeat',
    );
  });

  it('an interlock that stays latched', () => {
    expect(failing((bench) => bench.latch('cover-open'))).toBe(
      'interlocks false: an interlock stays latched, or heater or pump stays on',
    );
  });

  it('an interlock that latches while the machine is tested: the heater is not asked on', () => {
    const found = failing((bench) => bench.latch('cover-open'), runIn('machine-test'));
    expect(found).toMatch(/^pump false|^heater false/);
  });

  it('a machine that does not miss the heartbeat', () => {
    const bench = runIn('machine-test');
    bench.latch = () => {};
    runUntilOver(bench);
    expect(results(bench).at(-1)).toBe('watchdog false: machine went on without a heartbeat');
  });
});

describe('a self-test that failed', () => {
  it('is done again when a person says so, and can pass', () => {
    const bench = new Bench();
    bench.celsius[2] = 'open';
    runUntilOver(bench);
    bench.celsius[2] = 36.5;
    expect(bench.act({ type: 'advance', from: 'self-test' })).toEqual({ taken: true });
    expect(bench.state.phase).toBe('self-test');
    expect(selfTestPassed(runUntilOver(bench).state.selfTest)).toBe(true);
  });

  it('of the machine is done again without priming again', () => {
    const bench = runIn('machine-test');
    bench.flowShare = 0;
    runUntilOver(bench);
    expect(bench.act({ type: 'advance', from: 'machine-test' })).toEqual({ taken: true });
    expect(bench.state.phase).toBe('machine-test');
    bench.flowShare = 1;
    expect(selfTestPassed(runUntilOver(bench).state.selfTest)).toBe(true);
  });

  it('because of an interlock from before can be mended: the interlock is told and cleared', () => {
    const bench = new Bench();
    bench.latch('watchdog-expired');
    bench.tick();
    expect(bench.events).toContainEqual({
      type: 'interlock-latched',
      bits: interlockBit('watchdog-expired'),
    });
    const bits = bench.state.interlockBits;
    expect(bench.act({ type: 'clear-interlocks', bits })).toEqual({ taken: true });
    expect(selfTestPassed(runUntilOver(bench).state.selfTest)).toBe(true);
  });

  it('because heat was turned off is done again after heat is resumed', () => {
    const bench = runIn('machine-test');
    bench.act({ type: 'heat-off' });
    expect(selfTestFailed(runUntilOver(bench).state.selfTest)).toBe(true);
    expect(bench.act({ type: 'resume-heat' })).toEqual({ taken: true });
    bench.act({ type: 'advance', from: 'machine-test' });
    expect(selfTestPassed(runUntilOver(bench).state.selfTest)).toBe(true);
  });
});

describe('the machine test never asks for heat', () => {
  const heating = (): Bench => {
    const bench = runIn('machine-test');
    bench.heaterPercent = 0;
    untilTested(bench, 'heater');
    bench.tick();
    expect(intentOf(bench.state).heaterEnable).toBe(true);
    return bench;
  };

  it('without flow', () => {
    const bench = heating();
    bench.flowShare = 0.05;
    bench.tick();
    expect(intentOf(bench.state).heaterEnable).toBe(false);
  });

  it('without a known inflow', () => {
    const bench = heating();
    bench.celsius[0] = 'open';
    bench.tick();
    expect(intentOf(bench.state).heaterEnable).toBe(false);
  });

  it('with a latched interlock', () => {
    const bench = heating();
    bench.latch('on-battery');
    bench.tick();
    expect(intentOf(bench.state).heaterEnable).toBe(false);
  });
});
