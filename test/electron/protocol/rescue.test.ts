import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CircuitMode,
  circuitModes,
  interlockBit,
  interlocks,
} from '../../../electron/domain/circuit.ts';
import { standbyIntent } from '../../../electron/domain/command.ts';
import type { RunEvent } from '../../../electron/domain/run-event.ts';
import { stoodDown } from '../../../electron/domain/stood-down.ts';
import { rescueStep } from '../../../electron/protocol/rescue.ts';
import {
  drainUnfinished,
  newRescue,
  type RescueAction,
  type RescueState,
  rescueIntent,
} from '../../../electron/protocol/rescue-state.ts';
import { perfusionistNamed } from '../../support/people.ts';
import { benchRig } from './bench.ts';
import { ModelRig } from './model/model-rig.ts';

/** A machine that another life of the console left doing something, and a person who asks things of it. */
class Rescue {
  readonly rig: ModelRig;
  state: RescueState = newRescue(benchRig, 0, null, undefined, 1000);
  linkUp = true;
  readonly events: RunEvent[] = [];
  #nowMs = 0;

  constructor(mode: CircuitMode, mlPerMin = 1500, cavityMl = 1000) {
    const pumps = mlPerMin > 0;
    this.rig = new ModelRig(
      { ...standbyIntent, mode, pumpEnable: pumps, flowSetpointMlPerMin: mlPerMin },
      cavityMl,
    );
    this.tick();
  }

  tick(ms = 100): void {
    this.#nowMs += ms;
    this.rig.pass(ms);
    const intent = this.linkUp ? rescueIntent(this.state) : null;
    if (intent !== null) this.rig.take(intent, false);
    this.rig.watch();
    this.#hear({ type: 'tick', telemetry: this.linkUp ? this.rig.telemetry() : null });
  }
  seconds(count: number): void {
    for (let tick = 0; tick < 10 * count; tick += 1) this.tick();
  }
  press(action: RescueAction) {
    return this.#hear({ type: 'action', action, by: perfusionistNamed('Perfusionist') });
  }
  loseLink(): void {
    this.linkUp = false;
    this.#hear({ type: 'link-lost', detail: 'cable' });
  }
  restoreLink(): void {
    this.linkUp = true;
    this.#hear({ type: 'link-restored', detail: 'cable' });
  }
  #hear(event: Parameters<typeof rescueStep>[1]) {
    const step = rescueStep(this.state, event, this.#nowMs);
    this.state = step.state;
    this.events.push(...step.events);
    return step.result;
  }
}

const taken = { taken: true };
const off = { type: 'stop-run' } as const;
const circulate = { type: 'circulate-unheated' } as const;
const drain = { type: 'drain-now' } as const;

describe('outside a run', () => {
  it('nothing is written before a person asks for something', () => {
    const rescue = new Rescue('circulate');
    rescue.seconds(10);
    expect(rescueIntent(rescue.state)).toBeNull();
    expect(rescue.rig.control.pumpEnable).toBe(true);
  });

  it('"heater and pump off" stands the machine down, and lets go of it then', () => {
    const rescue = new Rescue('circulate');
    expect(rescue.press(off)).toEqual(taken);
    rescue.seconds(1);
    expect(stoodDown(rescue.rig.telemetry(), benchRig)).toBe(true);
    expect(rescueIntent(rescue.state)).toBeNull();
  });

  it('every press is an event, taken or refused, in the name of who pressed', () => {
    const rescue = new Rescue('standby', 0);
    expect(rescue.press(circulate)).toEqual({ taken: false, why: 'nothing-to-resume' });
    expect(rescue.events.at(-1)).toMatchObject({
      type: 'action',
      by: perfusionistNamed('Perfusionist'),
      refused: 'nothing-to-resume',
    });
  });
});

describe('circulating on unheated', () => {
  it.each(['circulate', 'bypass', 'prime'] as const)('keeps valves and flow of a machine in %s', (mode) => {
    const rescue = new Rescue(mode, 1200);
    expect(rescue.press(circulate)).toEqual(taken);
    rescue.seconds(5);
    expect(rescueIntent(rescue.state)).toMatchObject({
      mode,
      pumpEnable: true,
      flowSetpointMlPerMin: 1200,
      heaterEnable: false,
    });
  });

  it.each(['fill', 'rinse', 'drain', 'standby'] as const)('is refused on a machine in %s', (mode) => {
    expect(new Rescue(mode, 1000).press(circulate)).toMatchObject({ taken: false });
  });

  it('starts nothing that stands, and ends when the machine stops', () => {
    expect(new Rescue('circulate', 0).press(circulate)).toMatchObject({ taken: false });
    const rescue = new Rescue('circulate');
    rescue.press(circulate);
    rescue.seconds(1);
    rescue.rig.control.latch(interlockBit('air-in-line'));
    rescue.seconds(1);
    rescue.press({ type: 'clear-interlocks', bits: interlockBit('air-in-line') });
    rescue.seconds(5);
    expect(rescue.rig.control.pumpEnable).toBe(false);
    expect(rescue.events.map(({ type }) => type)).toContain('flow-held');
  });

  it('goes on with less flow, never with more', () => {
    const rescue = new Rescue('circulate', 1200);
    rescue.press(circulate);
    rescue.tick();
    expect(rescue.press({ type: 'change-flow', mlPerMin: 1300 })).toMatchObject({ why: 'flow-out-of-range' });
    expect(rescue.press({ type: 'change-flow', mlPerMin: 400 })).toEqual(taken);
    expect(rescue.press({ type: 'change-flow', mlPerMin: 1200 })).toEqual(taken);
  });
});

describe('draining an unknown volume', () => {
  it('asks the pump off first, then drains, counts, and ends when nothing comes', () => {
    const rescue = new Rescue('circulate', 1500, 700);
    rescue.press(drain);
    expect(rescueIntent(rescue.state)).toMatchObject({ mode: 'drain', pumpEnable: false });
    rescue.seconds(3);
    expect(rescue.rig.control).toMatchObject({ mode: 'drain', pumpEnable: true });
    rescue.seconds(60);
    expect(rescue.state.drainEnded).toBe('dry');
    expect(rescue.state.outMl).toBeGreaterThan(650);
    expect(rescue.state.outMl).toBeLessThan(750);
    expect(stoodDown(rescue.rig.telemetry(), benchRig)).toBe(true);
  });

  it('that brings nothing is no dry one: a person has to drain by hand, and can enter what comes', () => {
    const rescue = new Rescue('standby', 0, 3000);
    rescue.rig.flowShare = 0;
    rescue.rig.outflowShare = 0;
    rescue.press(drain);
    rescue.seconds(60);
    expect(rescue.state).toMatchObject({ doing: 'nothing', drainEnded: 'blocked' });
    expect(drainUnfinished(rescue.state)).toBe(true);
    rescue.loseLink();
    const reading = { type: 'record-reading', kind: 'drained-volume', value: 2700 } as const;
    expect(rescue.press({ ...reading, value: 20_001 })).toEqual({
      taken: false,
      why: 'reading-out-of-range',
    });
    expect(drainUnfinished(rescue.state)).toBe(true);
    expect(rescue.press(reading)).toEqual(taken);
    expect(drainUnfinished(rescue.state)).toBe(false);
  });

  it('counts what came by hand meanwhile to what was known in the cavity', () => {
    for (const [byHandMl, ended] of [
      [1050, 'dry'],
      [950, 'blocked'],
    ] as const) {
      const rescue = new Rescue('standby', 0, 700);
      rescue.state = newRescue(benchRig, 0, 2000, 3000, 1000);
      rescue.tick();
      rescue.press({ type: 'record-reading', kind: 'drained-volume', value: byHandMl });
      rescue.press(drain);
      rescue.seconds(90);
      expect(rescue.state.drainEnded).toBe(ended);
    }
  });

  it('is dry only once what was known in the cavity has come', () => {
    // A tenth of the fill is left unasked: 300 mL of 3 L, 120 of 1 200.
    for (const [knownMl, fillMl, ended] of [
      [700, 3000, 'dry'],
      [990, 3000, 'dry'],
      [1010, 3000, 'blocked'],
      [810, 1200, 'dry'],
      [830, 1200, 'blocked'],
    ] as const) {
      const rescue = new Rescue('standby', 0, 700);
      rescue.state = newRescue(benchRig, 0, knownMl, fillMl, 1000);
      rescue.tick();
      rescue.press(drain);
      rescue.seconds(90);
      expect(rescue.state.drainEnded).toBe(ended);
    }
  });

  it('starts on a machine whose watchdog has stopped it', () => {
    const rescue = new Rescue('fill', 1000, 700);
    rescue.rig.control.latch(interlockBit('watchdog-expired'));
    rescue.seconds(2);
    expect(rescue.rig.control.pumpEnable).toBe(false);
    rescue.press(drain);
    rescue.seconds(2);
    expect(rescue.rig.control).toMatchObject({ mode: 'drain', pumpEnable: true });
  });

  it('with no meter ends by a person only', () => {
    const rescue = new Rescue('standby', 0, 100);
    rescue.rig.flowShare = null;
    rescue.press(drain);
    rescue.seconds(60);
    expect(rescue.state.doing).toBe('drain');
    rescue.press(off);
    expect(rescue.state.drainEnded).toBe('person');
  });

  it('that the machine stops is not started again, and what forbids it is said', () => {
    const rescue = new Rescue('standby', 0);
    rescue.press(drain);
    rescue.seconds(2);
    rescue.rig.control.latch(interlockBit('over-pressure'));
    rescue.seconds(2);
    expect(rescue.state).toMatchObject({ doing: 'nothing', drainEnded: 'machine' });
    expect(rescue.press(drain)).toEqual({ taken: false, why: 'interlock-latched' });
  });
});

describe('a lost link', () => {
  it.each([off, circulate, drain])(
    'ends $type: nothing is written until somebody presses again',
    (action) => {
      const rescue = new Rescue('circulate');
      rescue.press(action);
      rescue.tick();
      rescue.loseLink();
      expect(rescueIntent(rescue.state)).toBeNull();
      expect(rescue.press(action)).toEqual({ taken: false, why: 'link-not-up' });
      rescue.restoreLink();
      rescue.seconds(10);
      expect(rescueIntent(rescue.state)).toBeNull();
      expect(rescue.press(off)).toEqual(taken);
    },
  );
});

describe('clearing interlocks', () => {
  it('clears those a person saw on a machine that stands, and nothing else moves', () => {
    const rescue = new Rescue('standby', 0);
    rescue.rig.control.latch(interlockBit('over-pressure') | interlockBit('cover-open'));
    rescue.tick();
    expect(rescue.press({ type: 'clear-interlocks', bits: interlockBit('over-pressure') })).toEqual(taken);
    rescue.seconds(2);
    expect(rescue.rig.control.latchedBits).toBe(interlockBit('cover-open'));
    expect(rescueIntent(rescue.state)).toBeNull();
  });

  it('on a machine that does something waits for what is to become of that', () => {
    const rescue = new Rescue('circulate');
    rescue.rig.control.latch(interlockBit('watchdog-expired'));
    rescue.tick();
    const clear = { type: 'clear-interlocks', bits: interlockBit('watchdog-expired') } as const;
    expect(rescue.press(clear)).toEqual({ taken: false, why: 'needs-decision' });
    rescue.press(circulate);
    expect(rescue.press(clear)).toEqual(taken);
    rescue.seconds(1);
    expect(rescue.rig.control.latchedBits).toBe(0);
    expect(rescue.rig.control.pumpEnable).toBe(true);
  });
});

const anyPress: fc.Arbitrary<RescueAction> = fc.oneof(
  fc.constantFrom<RescueAction>(off, circulate, drain),
  fc.constantFrom(50, 300, 1200, 2500).map((mlPerMin) => ({ type: 'change-flow' as const, mlPerMin })),
  fc.constantFrom(0xfff, 1, 4, 16).map((bits) => ({ type: 'clear-interlocks' as const, bits })),
);
type Happening = (rescue: Rescue) => void;
const happenings: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 5, arbitrary: anyPress.map((action) => (rescue: Rescue) => void rescue.press(action)) },
  {
    weight: 5,
    arbitrary: fc.integer({ min: 1, max: 40 }).map((n) => (rescue: Rescue) => rescue.seconds(n / 10)),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(...interlocks)
      .map((name) => (rescue: Rescue) => rescue.rig.control.latch(interlockBit(name))),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(null, 0, 0.5, 1).map((share) => (rescue: Rescue) => {
      rescue.rig.flowShare = share;
    }),
  },
  {
    weight: 2,
    arbitrary: fc.constant((rescue: Rescue) => (rescue.linkUp ? rescue.loseLink() : rescue.restoreLink())),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1000, max: 60_000 }).map((ms) => (rescue: Rescue) => rescue.tick(ms)),
  },
);

describe('whatever a person presses and the machine does', () => {
  it('nothing is heated, filled or started but a drain, and no more flows than flowed before', () => {
    const beginnings = fc.constantFrom<[CircuitMode, number]>(
      ...circuitModes.flatMap((mode): [CircuitMode, number][] => [
        [mode, 0],
        [mode, 1200],
      ]),
    );
    fc.assert(
      fc.property(beginnings, fc.array(happenings, { maxLength: 40 }), ([mode, mlPerMin], story) => {
        const rescue = new Rescue(mode, mlPerMin);
        for (const happens of story) {
          const before = rescue.rig.telemetry().inForce;
          happens(rescue);
          const { control } = rescue.rig;
          // A machine that stood is started by a drain only.
          if (!before.pumpEnable && control.pumpEnable) expect(control.mode).toBe('drain');
          const intent = rescueIntent(rescue.state);
          if (intent === null) continue;
          expect(intent.heaterEnable).toBe(false);
          expect(['fill', 'rinse']).not.toContain(intent.mode);
          if (intent.mode === 'drain') continue;
          if (intent.pumpEnable) {
            expect(intent.mode).toBe(mode);
            expect(intent.flowSetpointMlPerMin).toBeLessThanOrEqual(mlPerMin);
          }
        }
        expect(rescue.rig.control.heaterEnable).toBe(false);
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});
