import type { ActionResult, OperatorAction } from '../../../../electron/domain/action.ts';
import { defaultProbeSites } from '../../../../electron/domain/case.ts';
import { circuitModes } from '../../../../electron/domain/circuit.ts';
import { type Intent, standbyIntent } from '../../../../electron/domain/command.ts';
import { intentOf } from '../../../../electron/protocol/intent.ts';
import { newRun, type RunState } from '../../../../electron/protocol/state.ts';
import { step } from '../../../../electron/protocol/step.ts';
import { noVolumes } from '../../../../electron/protocol/volumes.ts';
import type { MachineFault } from '../../../../native-bridge/simulator/faults.ts';
import {
  cavityMeanCelsius,
  hottestCompartmentCelsius,
} from '../../../../native-bridge/simulator/population/index.ts';
import { Rig, stepMs } from '../../../../native-bridge/simulator/rig.ts';
import { type Scenario, scenarioSchema } from '../../../../native-bridge/simulator/scenario.ts';
import { perfusionistNamed } from '../../../support/people.ts';
import { benchPreset } from '../bench.ts';

export interface Patient {
  readonly flowMlPerMin?: number;
  readonly cavityMl?: number;
  readonly targetCelsius?: number;
  readonly plant?: Partial<Scenario['plant']>;
  readonly heaterRatingW?: number;
  /** Of the two cavity probes, s. */
  readonly lagSeconds?: readonly [number, number];
}

/**
 * The protocol and the simulated rig, tick by tick and without a wire, from the beginning of heat-up: a full cavity of
 * 38 °C, a warm circuit. Judged by the truth of the plant.
 */
export class ClosedLoop {
  readonly rig: Rig;
  readonly targetCelsius: number;
  state: RunState;
  /** Hottest compartment, extremes of the true mean and of the set-point since the last `watch`, °C. */
  hottestCelsius = 0;
  highestCelsius = 0;
  lowestCelsius = 60;
  highestSetpointCelsius = 0;
  /** Fastest change of the set-point while heat was asked for, °C/s. */
  fastestSetpoint = 0;
  /** Heat as a reference would ask for it: the inflow at 45.0 °C, whatever the protocol says. */
  flatOut = false;
  readonly #scenario: Scenario;
  #heartbeat = 0;

  constructor(patient: Patient = {}) {
    const { flowMlPerMin = 1500, cavityMl = 3000, targetCelsius = 42.5, lagSeconds = [4, 12] } = patient;
    this.#scenario = scenarioSchema.parse({
      initial: { cavityMl, cavityCelsius: 38, reservoirCelsius: 41, reservoirMl: 2000, primed: true },
      plant: patient.plant,
      rig: { highestFlowMlPerMin: 4000, heaterRatingW: patient.heaterRatingW },
      probes: { lagSeconds: [2, 2, ...lagSeconds, 5] },
    });
    this.rig = new Rig(this.#scenario, 1, 1);
    this.targetCelsius = targetCelsius;
    const preset = { ...benchPreset, flowMlPerMin, targetCelsius, fillVolumeMl: cavityMl };
    const run = newRun(preset, defaultProbeSites, this.rig.identity, 0);
    // An enable counts only after it was asked 0.
    this.#write(standbyIntent);
    this.state = { ...run, phase: 'heat-up', volumes: { ...noVolumes, inMl: cavityMl, cavityMl } };
  }

  get nowMs(): number {
    return this.rig.sessionMs;
  }
  /** True mean of the cavity, °C. */
  get meanCelsius(): number {
    return cavityMeanCelsius(this.rig.plant, this.#scenario.plant);
  }
  get setpointCelsius(): number {
    return this.state.controller.setpointCelsius;
  }

  tick(): void {
    const asked = intentOf(this.state);
    const before = this.setpointCelsius;
    this.#write(this.flatOut ? { ...asked, inflowSetpointCelsius: 45 } : asked);
    this.rig.step(this.nowMs);
    const tick = { type: 'tick', telemetry: this.rig.telemetry(), wallMs: this.nowMs } as const;
    this.state = step(this.state, tick, this.nowMs).state;
    this.#look(asked.heaterEnable && intentOf(this.state).heaterEnable ? before : null);
  }

  pass(seconds: number): this {
    for (let tick = 0; tick < (seconds * 1000) / stepMs; tick += 1) this.tick();
    return this;
  }

  /** Seconds until it holds; fails after an hour. */
  until(holds: () => boolean): number {
    const from = this.nowMs;
    while (!holds()) {
      if (this.nowMs - from > 3_600_000) throw new Error('not within an hour');
      this.tick();
    }
    return (this.nowMs - from) / 1000;
  }

  /** Heated up and settled. */
  settled(): this {
    this.until(() => this.meanCelsius >= this.targetCelsius - 0.1);
    return this.pass(600).watch();
  }

  /** Extremes count from now on. */
  watch(): this {
    this.hottestCelsius = hottestCompartmentCelsius(this.rig.plant);
    this.highestCelsius = this.meanCelsius;
    this.lowestCelsius = this.meanCelsius;
    this.highestSetpointCelsius = this.setpointCelsius;
    this.fastestSetpoint = 0;
    return this;
  }

  fault(fault: MachineFault, forSeconds: number | null = null): this {
    this.rig.inject(fault, forSeconds);
    return this;
  }

  act(action: OperatorAction): ActionResult | null {
    const { state, result } = step(
      this.state,
      { type: 'action', action, by: perfusionistNamed('Perfusionist') },
      this.nowMs,
    );
    this.state = state;
    return result;
  }

  #write(intent: Intent): void {
    this.#heartbeat = (this.#heartbeat + 1) & 0xffff;
    const mode = circuitModes.indexOf(intent.mode);
    const block = { ...intent, mode, annunciator: 0, heartbeat: this.#heartbeat, crcHolds: true };
    this.rig.take(block, this.nowMs);
  }

  #look(heatedAtCelsius: number | null): void {
    this.hottestCelsius = Math.max(this.hottestCelsius, hottestCompartmentCelsius(this.rig.plant));
    this.highestCelsius = Math.max(this.highestCelsius, this.meanCelsius);
    this.lowestCelsius = Math.min(this.lowestCelsius, this.meanCelsius);
    this.highestSetpointCelsius = Math.max(this.highestSetpointCelsius, this.setpointCelsius);
    if (heatedAtCelsius === null) return;
    const perSecond = (Math.abs(this.setpointCelsius - heatedAtCelsius) * 1000) / stepMs;
    this.fastestSetpoint = Math.max(this.fastestSetpoint, perSecond);
  }
}
