import fc from 'fast-check';
import type { OperatorAction } from '../../../../electron/domain/action.ts';
import { type Reaction, reactions } from '../../../../electron/domain/alarm.ts';
import {
  type CircuitMode,
  circuitModes,
  interlockBit,
  interlocks,
} from '../../../../electron/domain/circuit.ts';
import { isTesting } from '../../../../electron/domain/phase.ts';
import type { ProbeValue } from '../bench.ts';
import { anyAction } from './actions.ts';
import { carefulAction, hastyAction } from './careful.ts';
import type { Memory } from './memory.ts';
import type { ModelRig } from './model-rig.ts';
import type { ModelRun } from './model-run.ts';

/** Something that may happen to a run at any moment; printed as a sentence when a story went wrong. */
class Happens implements fc.Command<Memory, ModelRun> {
  readonly #sentence: string;
  readonly #does: (run: ModelRun) => void;
  readonly #may: (memory: Memory) => boolean;

  constructor(
    sentence: string,
    does: (run: ModelRun) => void,
    may: (memory: Memory) => boolean = () => true,
  ) {
    this.#sentence = sentence;
    this.#does = does;
    this.#may = may;
  }
  check(memory: Readonly<Memory>): boolean {
    return this.#may(memory);
  }
  run(_: Memory, run: ModelRun): void {
    this.#does(run);
  }
  toString(): string {
    return this.#sentence;
  }
}

type Arb = fc.Arbitrary<Happens>;
const { constantFrom, integer } = fc;
const onlyUp = (memory: Memory) => memory.linkUp;

const seconds: Arb = fc
  .record({ ticks: integer({ min: 1, max: 60 }), ms: constantFrom(100, 100, 100, 250, 1000) })
  .map(
    ({ ticks, ms }) =>
      new Happens(`${(ticks * ms) / 1000} s pass`, (run) => {
        for (let tick = 0; tick < ticks; tick += 1) run.exchange(ms);
      }),
  );
const aTick: Arb = fc.constant(new Happens('a tick', (run) => run.exchange(100)));
const jump: Arb = fc
  .tuple(
    fc.oneof(
      constantFrom(0, -100, -60_000),
      integer({ min: 1, max: 20_000 }),
      integer({ min: 60_000, max: 900_000 }),
    ),
    fc.boolean(),
  )
  .map(([ms, asleep]) => {
    const who = asleep ? 'the console sleeps' : 'the clock jumps';
    return new Happens(`${who} ${ms / 1000} s`, (run) => run.exchange(ms, { asleep }));
  });
const lostReplies: Arb = integer({ min: 1, max: 9 }).map(
  (count) =>
    new Happens(`${count} replies are lost`, (run) => {
      for (let tick = 0; tick < count; tick += 1) run.exchange(100, { reply: 'lost' });
    }),
);

const pressed: Arb = anyAction.map(
  (action) => new Happens(`presses ${told(action)}`, (run) => run.act(action)),
);
const pressedDuring: Arb = anyAction.map(
  (action) =>
    new Happens(`presses ${told(action)} while an exchange is under way`, (run) =>
      run.exchange(100, { during: action }),
    ),
);
const advances: Arb = fc.constant(
  new Happens('presses advance', (run) => run.act({ type: 'advance', from: run.state.phase })),
);
const skipsRinses: Arb = fc.constant(
  new Happens('presses skip rinses', (run) =>
    run.act({ type: 'skip-rinses', from: run.state.phase, reason: 'a reason' }),
  ),
);
const careful: Arb = fc.record({ ticks: integer({ min: 10, max: 150 }), hasty: fc.boolean() }).map(
  ({ ticks, hasty }) =>
    new Happens(
      `all is well for ${ticks} s, and a ${hasty ? 'hasty' : 'careful'} operator goes on`,
      (run) => {
        makeWell(run);
        const next = hasty ? hastyAction : carefulAction;
        for (let tick = 0; tick < ticks; tick += 1) {
          run.exchange(tick % 4 === 0 ? 100 : 1000);
          const action = next(run.state);
          if (action !== null) run.act(action);
        }
      },
    ),
);

const onAsItIs: Arb = integer({ min: 5, max: 60 }).map(
  (count) =>
    new Happens(`a careful operator mends for ${count} s what can be mended`, (run) => {
      for (let second = 0; second < count; second += 1) {
        run.exchange(1000);
        const action = carefulAction(run.state);
        if (action !== null) run.act(action);
      }
    }),
);

/** Everything of the machine as it should be. */
export function makeWell(run: ModelRun): void {
  const target = run.state.preset.targetCelsius;
  const cold = isTesting(run.state.phase);
  Object.assign(run.rig, {
    celsius: cold ? [22, 22, 36.5, 36.4] : [target, target, target, target],
    faults: ['none', 'none', 'none', 'none'],
    flowShare: 1,
    standsIn: null,
    takesRequests: true,
    heaterStuck: false,
    causeBits: 0,
  } satisfies Partial<ModelRig>);
  if (!run.memory.linkUp) run.restoreLink();
}

const probeValue: fc.Arbitrary<ProbeValue> = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: 35, max: 47, noNaN: true }) },
  { weight: 4, arbitrary: fc.double({ min: 42.1, max: 42.9, noNaN: true }) },
  { weight: 1, arbitrary: constantFrom<ProbeValue>(5, 60) },
  { weight: 2, arbitrary: constantFrom<ProbeValue>('open', 'shorted', 'out-of-range', 'no-value') },
);
const rigIs = (sentence: string, change: (rig: ModelRig) => Partial<ModelRig>) =>
  new Happens(sentence, (run) => Object.assign(run.rig, change(run.rig)));

const probesShow: Arb = fc
  .tuple(probeValue, probeValue, probeValue, probeValue)
  .map((celsius) =>
    rigIs(`the probes show ${celsius.map(short).join(', ')}`, () => ({ celsius: [...celsius] })),
  );
const oneProbe: Arb = fc
  .tuple(integer({ min: 0, max: 3 }), probeValue)
  .map(([probe, value]) =>
    rigIs(`T${probe + 1} shows ${short(value)}`, (rig) => ({ celsius: rig.celsius.with(probe, value) })),
  );
const probesAt: Arb = constantFrom(41, 42.5, 43.8, 44.6, 46.2).map((value) =>
  rigIs(`all probes show ${value}`, () => ({ celsius: [value, value, value, value] })),
);
const cavityLost: Arb = fc.constant(
  rigIs('both cavity probes are lost', (rig) => ({ celsius: [...rig.celsius.slice(0, 2), 'open', 'open'] })),
);
const hotInflow: Arb = fc.constant(
  rigIs('the inflow is at 45.8', (rig) => ({ celsius: rig.celsius.with(0, 45.8) })),
);
const probeFault: Arb = fc
  .tuple(integer({ min: 0, max: 3 }), constantFrom('none' as const, 'stuck' as const, 'drifting' as const))
  .map(([probe, fault]) =>
    rigIs(`T${probe + 1} is ${fault === 'none' ? 'sound' : fault}`, (rig) => ({
      faults: rig.faults.with(probe, fault),
    })),
  );
const flow: Arb = constantFrom(null, 0, 0.05, 0.5, 0.9, 1, 1, 1, 1.3).map((flowShare) =>
  rigIs(`flow is ${flowShare === null ? 'unknown' : `${flowShare} of what is set`}`, () => ({ flowShare })),
);
const outflow: Arb = constantFrom(null, 0, 0.7, 1).map((outflowShare) =>
  rigIs(`the outflow meter shows ${outflowShare ?? 'nothing'}`, () => ({ outflowShare })),
);
const standsIn: Arb = constantFrom<CircuitMode | null>(null, null, null, ...circuitModes).map((mode) =>
  rigIs(mode === null ? 'the valves obey' : `the valves stand in ${mode}`, () => ({ standsIn: mode })),
);
const requests: Arb = constantFrom(true, true, false).map((takesRequests) =>
  rigIs(`the machine ${takesRequests ? 'takes' : 'ignores'} requests`, () => ({ takesRequests })),
);
const heater: Arb = fc
  .boolean()
  .map((heaterStuck) =>
    rigIs(heaterStuck ? 'the heater sticks' : 'the heater obeys', () => ({ heaterStuck })),
  );
const latches: Arb = constantFrom(...interlocks).map(
  (name) => new Happens(`${name} latches`, (run) => run.rig.control.latch(interlockBit(name))),
);
const causes: Arb = constantFrom(null, null, ...interlocks).map((name) =>
  rigIs(name === null ? 'no interlock has a cause' : `${name} has a lasting cause`, () => ({
    causeBits: name === null ? 0 : interlockBit(name),
  })),
);

const linkLost: Arb = fc.constant(new Happens('the link is lost', (run) => run.loseLink(), onlyUp));
const linkRestored: Arb = fc.constant(
  new Happens(
    'the link is restored',
    (run) => run.restoreLink(),
    (memory) => !memory.linkUp,
  ),
);
const rigRestarts: Arb = fc.constant(new Happens('the machine restarts', (run) => run.restartRig(), onlyUp));
const consoleLost: Arb = fc
  .oneof(integer({ min: 200, max: 3000 }), integer({ min: 3000, max: 600_000 }))
  .map(
    (ms) =>
      new Happens(`the console is gone for ${ms / 1000} s and takes the run up`, (run) =>
        run.loseConsole(ms),
      ),
  );
const alarmReacts: Arb = constantFrom<Reaction>(...reactions).map(
  (reaction) => new Happens(`an alarm asks for ${reaction}`, (run) => run.react(reaction)),
);

const weighted: readonly [number, Arb][] = [
  [7, seconds],
  [2, aTick],
  [2, jump],
  [2, lostReplies],
  [10, pressed],
  [3, pressedDuring],
  [3, advances],
  [2, skipsRinses],
  [3, careful],
  [2, onAsItIs],
  [3, probesShow],
  [2, oneProbe],
  [3, probesAt],
  [1, hotInflow],
  [1, cavityLost],
  [2, probeFault],
  [4, flow],
  [1, outflow],
  [1, standsIn],
  [1, requests],
  [1, heater],
  [1, latches],
  [1, causes],
  [1, linkLost],
  [2, linkRestored],
  [1, rigRestarts],
  [1, consoleLost],
  [1, alarmReacts],
];

/** Stories: sequences of what may happen, weighted so that runs get somewhere. */
export const stories = (maxCommands: number): fc.Arbitrary<Iterable<fc.Command<Memory, ModelRun>>> =>
  fc.commands(
    weighted.flatMap(([weight, arbitrary]) => Array.from({ length: weight }, () => arbitrary)),
    { maxCommands, size: '+1' },
  );

function told(action: OperatorAction): string {
  const { type, ...rest } = action;
  return Object.keys(rest).length === 0 ? type : `${type} ${JSON.stringify(rest)}`;
}
const short = (value: ProbeValue): string => (typeof value === 'number' ? value.toFixed(2) : value);
