import fc from 'fast-check';
import type { OperatorAction } from '../../../electron/domain/action.ts';
import { type Reaction, reactions } from '../../../electron/domain/alarm.ts';
import { type Interlock, interlockBit, interlocks } from '../../../electron/domain/circuit.ts';
import { standbyIntent } from '../../../electron/domain/command.ts';
import { phases } from '../../../electron/domain/phase.ts';
import type { ProtocolEvent } from '../../../electron/protocol/step.ts';
import { type Bench, clinician, named, type ProbeValue } from './bench.ts';
import { promises } from './promises.ts';

/** Something that may happen to a run at any moment; data, so that a story that went wrong can be read. */
export type Happening =
  | { readonly ticks: number }
  | { readonly tickOfMs: number }
  | { readonly replyLost: true }
  | { readonly celsius: [ProbeValue, ProbeValue, ProbeValue, ProbeValue] }
  | { readonly allCelsius: number }
  | { readonly flowShare: number | null }
  | { readonly latched: Interlock }
  | { readonly link: 'lost' | 'restored' }
  | { readonly rigRestarts: true }
  | { readonly reaction: Reaction }
  | { readonly advance: true }
  | { readonly act: OperatorAction };

/** A run whose every step is held against every promise. */
export class HeldRun {
  readonly #bench: Bench;
  #linkUp = true;

  /** Takes the bench over: from here on it hears nothing unjudged. */
  constructor(bench: Bench) {
    this.#bench = bench;
    const hear = bench.hear.bind(bench);
    bench.hear = (event: ProtocolEvent) => {
      const before = bench.state;
      const step = hear(event);
      const taken = step.result?.taken === true;
      for (const { says, kept } of promises) {
        const isKept = kept({ before, event, after: step.state, events: step.events, taken });
        if (!isKept) throw new Error(`not kept: ${says}`);
      }
      return step;
    };
  }

  take(happening: Happening): void {
    const bench = this.#bench;
    if ('ticks' in happening) for (let tick = 0; tick < happening.ticks; tick += 1) this.#tick(100);
    else if ('tickOfMs' in happening) this.#tick(happening.tickOfMs);
    else if ('replyLost' in happening) bench.tick(100, 'lost');
    else if ('celsius' in happening) bench.celsius = happening.celsius;
    else if ('allCelsius' in happening) bench.warm(happening.allCelsius);
    else if ('flowShare' in happening) bench.flowShare = happening.flowShare;
    else if ('latched' in happening) bench.interlockBits |= interlockBit(happening.latched);
    else if ('link' in happening) this.#switchLink(happening.link);
    else if ('rigRestarts' in happening) this.#restartRig();
    else if ('reaction' in happening)
      bench.hear({ type: 'reaction', reaction: happening.reaction, reason: 'alarm' });
    else if ('advance' in happening) bench.act({ type: 'advance', from: bench.state.phase });
    else bench.act(happening.act);
  }

  #tick(ms: number): void {
    this.#bench.tick(ms, this.#linkUp ? 'heard' : 'lost');
  }

  #switchLink(link: 'lost' | 'restored'): void {
    const isUp = link === 'restored';
    if (isUp === this.#linkUp) return;
    this.#linkUp = isUp;
    if (isUp) this.#bench.restoreLink();
    else this.#bench.loseLink();
  }

  #restartRig(): void {
    if (!this.#linkUp) return;
    this.#bench.taken = standbyIntent;
    this.#bench.hear({ type: 'rig-restarted', detail: 'its uptime went back' });
    this.#tick(100);
  }
}

const probe: fc.Arbitrary<ProbeValue> = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: 35, max: 47, noNaN: true }) },
  { weight: 4, arbitrary: fc.double({ min: 42.1, max: 42.9, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom<ProbeValue>('open', 'shorted', 'out-of-range') },
);

const ordinary = fc.constantFrom<OperatorAction>(
  { type: 'resume-heat' },
  { type: 'resume-flow' },
  { type: 'circulate-unheated' },
  { type: 'take-command' },
  { type: 'clear-interlocks', bits: 0xfff },
  { type: 'start-treatment', drugAdded: true, early: null },
  { type: 'start-treatment', drugAdded: false, early: named },
  { type: 'end-treatment', early: null },
  { type: 'end-treatment', early: named },
  { type: 'extend-until-in-band', clinician },
  { type: 'control-by-outflow', clinician },
  { type: 'record-drug', text: 'as typed' },
  { type: 'record-note', text: 'a note' },
  ...phases.map((from): OperatorAction => ({ type: 'advance', from })),
);
const intervention = fc.constantFrom<OperatorAction>(
  { type: 'heat-off' },
  { type: 'pause-flow' },
  { type: 'stop-run' },
  { type: 'drain-now' },
);
const rare = fc.constantFrom<OperatorAction>({ type: 'end-run', reason: 'a reason' });

export const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ ticks: fc.integer({ min: 1, max: 40 }) }) },
  { weight: 1, arbitrary: fc.record({ ticks: fc.constant(120) }) },
  { weight: 2, arbitrary: fc.record({ tickOfMs: fc.integer({ min: 0, max: 20_000 }) }) },
  { weight: 2, arbitrary: fc.record({ replyLost: fc.constant(true as const) }) },
  { weight: 3, arbitrary: fc.record({ celsius: fc.tuple(probe, probe, probe, probe) }) },
  {
    weight: 2,
    arbitrary: fc.record({ celsius: fc.constant<[number, number, number, number]>([45.8, 42, 42.5, 42.5]) }),
  },
  { weight: 3, arbitrary: fc.record({ allCelsius: fc.constantFrom(41, 42.5, 43.8) }) },
  { weight: 3, arbitrary: fc.record({ flowShare: fc.constantFrom(null, 0, 0.05, 0.5, 0.9, 1, 1, 1.3) }) },
  { weight: 1, arbitrary: fc.record({ latched: fc.constantFrom(...interlocks) }) },
  { weight: 1, arbitrary: fc.record({ link: fc.constant('lost' as const) }) },
  { weight: 2, arbitrary: fc.record({ link: fc.constant('restored' as const) }) },
  { weight: 1, arbitrary: fc.record({ rigRestarts: fc.constant(true as const) }) },
  { weight: 1, arbitrary: fc.record({ reaction: fc.constantFrom(...reactions) }) },
  { weight: 4, arbitrary: fc.record({ advance: fc.constant(true as const) }) },
  { weight: 8, arbitrary: fc.record({ act: ordinary }) },
  { weight: 4, arbitrary: fc.record({ act: intervention }) },
  { weight: 1, arbitrary: fc.record({ act: rare }) },
);
