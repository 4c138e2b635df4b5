import type { OperatorAction } from '../../../../electron/domain/action.ts';
import { defaultProbeSites } from '../../../../electron/domain/case.ts';
import { circuitModes } from '../../../../electron/domain/circuit.ts';
import type { HeatUpEstimate } from '../../../../electron/domain/heat-up-estimate.ts';
import { isTesting, type Phase, type TestPhase } from '../../../../electron/domain/phase.ts';
import type { RunEvent } from '../../../../electron/domain/run-event.ts';
import { refusalOf } from '../../../../electron/protocol/guards.ts';
import { intentOf } from '../../../../electron/protocol/intent.ts';
import { newRun, type RunState } from '../../../../electron/protocol/state.ts';
import { type ProtocolEvent, step } from '../../../../electron/protocol/step.ts';
import { Rig, stepMs } from '../../../../native-bridge/simulator/rig.ts';
import { scenarioSchema } from '../../../../native-bridge/simulator/scenario.ts';
import { goUntil } from '../../../support/go-until.ts';
import { perfusionistNamed } from '../../../support/people.ts';
import { benchPreset } from '../bench.ts';

const afterTest: Readonly<Record<TestPhase, Phase>> = { 'self-test': 'prime', 'machine-test': 'preheat' };

/** The protocol on the simulated rig, past its tests, with somebody who goes on whenever it can. */
export class HeatUpRun {
  state: RunState;
  readonly events: RunEvent[] = [];
  readonly rig: Rig;
  nowMs = 0;
  #ticks = 0;

  constructor(flowMlPerMin: number, machine: { heaterRatingW?: number } = {}) {
    const scenario = scenarioSchema.parse({
      initial: { reservoirCelsius: 42, primed: true },
      rig: { highestFlowMlPerMin: 4000, ...machine },
    });
    this.rig = new Rig(scenario, 1, 1);
    const preset = { ...benchPreset, flowMlPerMin, fillVolumeMl: 3000, largestCavityVolumeMl: 4000 };
    const patient = { weightKg: 75, technique: 'closed' } as const;
    this.state = newRun(preset, defaultProbeSites, this.rig.identity, 0, patient);
  }

  get estimate(): HeatUpEstimate {
    return this.state.estimate;
  }

  /** To so many seconds of heat-up. */
  toHeatUp(seconds: number): this {
    goUntil(
      () => this.heatUpSeconds >= seconds,
      () => this.tick(),
    );
    return this;
  }

  get heatUpSeconds(): number {
    const { phase, nowMs, enteredMs, restart } = this.state;
    // Its bypass is over: the cavity is heated from here on.
    if (phase !== 'heat-up' || restart !== null) return Number.NEGATIVE_INFINITY;
    return (nowMs - enteredMs) / 1000;
  }

  seconds(seconds: number): this {
    for (let t = 0; t < seconds * 1000; t += stepMs) this.tick();
    return this;
  }

  tick(reply: 'heard' | 'lost' = 'heard'): void {
    this.nowMs += stepMs;
    this.#ticks += 1;
    this.rig.take(
      {
        ...intentOf(this.state),
        crcHolds: true,
        heartbeat: this.#ticks & 0xffff,
        mode: circuitModes.indexOf(intentOf(this.state).mode),
        annunciator: 0,
      },
      this.nowMs,
    );
    this.rig.step(this.nowMs);
    const telemetry = reply === 'heard' ? this.rig.telemetry() : null;
    this.hear({ type: 'tick', telemetry, wallMs: this.nowMs });
    if (isTesting(this.state.phase)) this.state = { ...this.state, phase: afterTest[this.state.phase] };
    const advance: OperatorAction = { type: 'advance', from: this.state.phase };
    if (this.#ticks % 10 === 0 && refusalOf(this.state, advance) === null) this.act(advance);
  }

  act(action: OperatorAction): void {
    this.hear({ type: 'action', action, by: perfusionistNamed('Perfusionist') });
  }

  hear(event: ProtocolEvent): void {
    const next = step(this.state, event, this.nowMs);
    this.state = next.state;
    this.events.push(...next.events);
  }

  get told(): RunEvent[] {
    return this.events.filter(({ type }) => type === 'target-reach');
  }
}
