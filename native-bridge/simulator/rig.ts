import { interlockBit } from '../../electron/domain/circuit.ts';
import { measured, missing, type Reading } from '../../electron/domain/reading.ts';
import type { RigIdentity, Telemetry } from '../../electron/domain/telemetry.ts';
import { type CommandBlock, mapVersion } from '../rig/registers.ts';
import { type Conditions, conditionsOf, type PresentFault, pumpShare } from './conditions.ts';
import { RigControl, type Taken } from './control.ts';
import { type Fault, isLineFault, type LineFault, type MachineFault } from './faults.ts';
import { InterlockJudge } from './interlocks.ts';
import { HeaterLoop } from './physics/heater-loop.ts';
import { passesExchanger } from './physics/hydraulics.ts';
import { newPlant, type PlantState, stepPlant } from './physics/plant.ts';
import { coreProbe, Sensors } from './physics/sensors.ts';
import type { Scenario } from './scenario.ts';
import { Schedule } from './schedule.ts';

/** The rig's time goes in steps of this length, ms. */
export const stepMs = 100;
const stepSeconds = stepMs / 1000;

/** What reaches beyond the rig itself: a fault of its line, for seconds of wall time (`null`: it stays). */
export type OnLineFault = (fault: LineFault, forSeconds: number | null) => void;
/** A rig that restarts is silent for this long, s, unless the fault says otherwise (chosen). */
const restartSeconds = 2;

interface Ending extends PresentFault {
  readonly endsMs: number;
}

/**
 * The whole rig but its line: plant, sensors, heater loop, interlocks and control, in steps of 100 ms. It reads
 * no clock: `step` is told the wall time that the watchdog counts by.
 */
export class Rig {
  readonly identity: RigIdentity;
  control: RigControl;
  onLineFault: OnLineFault = () => {};
  /** Session time: simulated ms since this rig was made; a restart does not set it back. */
  sessionMs = 0;
  plant: PlantState;
  readonly #seed: number;
  #scenario: Scenario;
  #sensors: Sensors;
  readonly #schedule: Schedule;
  readonly #heaterLoop = new HeaterLoop();
  #judge = new InterlockJudge();
  #present: readonly Ending[] = [];
  #conditions: Conditions;
  #nextEndMs = Number.POSITIVE_INFINITY;
  #poweredUpMs = 0;
  #heaterW = 0;

  /** `timeScale`: register 21 of the identification. */
  constructor(scenario: Scenario, seed: number, timeScale: number) {
    const { rig } = scenario;
    this.identity = identityOf(rig, timeScale);
    this.control = new RigControl(rig);
    this.#seed = seed;
    this.#scenario = scenario;
    this.plant = plantOf(scenario);
    this.#sensors = this.#newSensors();
    this.#schedule = new Schedule(scenario.events);
    this.#conditions = conditionsOf([], rig.fittedProbes);
    this.#sense();
  }

  /**
   * The next case on the same machine: another patient, a fresh circuit and what is filled into its reservoir, as the
   * scenario begins. The machine, and what is wrong with it, stays as it is.
   */
  nextCase(scenario: Pick<Scenario, 'initial' | 'plant' | 'probes'>): void {
    const { initial, plant, probes } = scenario;
    this.#scenario = { ...this.#scenario, initial, plant, probes };
    this.plant = plantOf(scenario);
    this.#sensors = this.#newSensors();
    this.#sense();
  }

  /** Milliseconds since the last power-up, at the last step. */
  get uptimeMs(): number {
    return this.sessionMs - this.#poweredUpMs;
  }

  take(block: CommandBlock, nowMs: number): Taken {
    return this.control.take(block, this.#judge.causeBits, nowMs);
  }

  step(nowMs: number): void {
    this.sessionMs += stepMs;
    this.#changeFaults();
    this.control.watch(nowMs);
    const { control, plant } = this;
    const { mode, accepted } = control;
    this.#heaterW = this.#powerDrawn();
    this.plant = stepPlant(
      plant,
      {
        mode,
        pumpMlPerMin: control.pumpEnable ? this.#pumpShare * accepted.flowSetpointMlPerMin : 0,
        heaterW: this.#heaterW,
        addition: this.#conditions.addition,
        leakMlPerMin: this.#conditions.leakMlPerMin,
      },
      this.#conditions.obstructions,
      this.#scenario.plant,
      stepSeconds,
    );
    this.#sense();
  }

  get #pumpShare(): number {
    return pumpShare(this.#conditions.pump, this.sessionMs);
  }

  /** Something goes wrong now, for seconds of session time (line faults: of wall time), or for good. */
  inject(fault: Fault, forSeconds: number | null): void {
    if (isLineFault(fault)) this.onLineFault(fault, forSeconds);
    else this.#begin(fault, forSeconds);
  }

  /** Whatever is wrong with plant, sensors and rig is put right; what is latched stays latched. */
  mend(): void {
    this.#setPresent([]);
  }

  /** `aheadMs`: of the clock since the last step, at real time. */
  telemetry(aheadMs = 0): Telemetry {
    const { control, plant } = this;
    const sensors = this.#sensors;
    const { features } = this.identity;
    const { accepted } = control;
    const fitted = (isFitted: boolean, value: number): Reading =>
      isFitted ? measured(value) : missing('not-fitted');
    return {
      heartbeatEcho: control.heartbeat,
      rigState: control.state,
      interlockBits: control.latchedBits,
      probesCelsius: [
        sensors.probeCelsius(0),
        sensors.probeCelsius(1),
        sensors.probeCelsius(2),
        sensors.probeCelsius(3),
      ],
      coreCelsius: features.core ? sensors.probeCelsius(coreProbe) : missing('not-fitted'),
      flowMlPerMin: measured(sensors.flowMlPerMin),
      inflowLinePressureMmHg: fitted(features.inflowLinePressure, sensors.inflowLineMmHg),
      heaterPowerPercent: (100 * this.#heaterW) / this.identity.heaterRatingW,
      pumpSpeedRpm: plant.flows.pump / this.#scenario.plant.pumpMlPerTurn,
      reservoirMl: fitted(features.reservoirLevel, sensors.levelMl),
      inForce: {
        mode: control.mode,
        heaterEnable: control.heaterEnable,
        pumpEnable: control.pumpEnable,
        inflowSetpointCelsius: accepted.inflowSetpointCelsius,
        flowSetpointMlPerMin: accepted.flowSetpointMlPerMin,
        inflowLimitCelsius: control.inflowLimitCelsius,
        clearBits: accepted.clearBits,
      },
      uptimeMs: this.uptimeMs + aheadMs,
      blocksRefused: control.blocksRefused,
      cavityPressureMmHg: fitted(features.cavityPressure, sensors.cavityMmHg),
      outflowMlPerMin: fitted(features.outflowMeter, sensors.outflowMlPerMin),
    };
  }

  #newSensors(): Sensors {
    const { plant, probes } = this.#scenario;
    return new Sensors(this.plant, plant, probes, this.#seed);
  }

  #sense(): void {
    this.#sensors.step(this.plant, this.control.mode, this.#conditions, this.sessionMs, stepSeconds);
    this.#judge.step(this.control, this.#sensors, this.#conditions, stepMs);
  }

  #powerDrawn(): number {
    const { control, plant } = this;
    const { heaterRatingW } = this.identity;
    const { stuckHeaterPercent, availableHeaterPercent } = this.#conditions;
    if (this.#conditions.causeBits & noMainsBits) return this.#heaterOff();
    if (stuckHeaterPercent !== null) return (stuckHeaterPercent / 100) * heaterRatingW;
    const pumps = passesExchanger(control.mode) && plant.flows.pump > 0;
    const inflowCelsius = this.#sensors.probeCelsius(0).value;
    if (!control.heaterEnable || !pumps || inflowCelsius === null) return this.#heaterOff();
    const rinsing = control.mode === 'rinse';
    return this.#heaterLoop.step(
      {
        setpointCelsius: control.accepted.inflowSetpointCelsius,
        inflowCelsius,
        inletCelsius: rinsing ? this.#scenario.plant.rinseCelsius : plant.circuit.reservoirCelsius,
        flowMlPerMin: this.#sensors.flowMlPerMin,
      },
      (availableHeaterPercent / 100) * heaterRatingW,
      this.#scenario.plant,
      stepSeconds,
    );
  }

  #heaterOff(): number {
    this.#heaterLoop.reset();
    return 0;
  }

  #changeFaults(): void {
    const due = this.#schedule.due(this.sessionMs, this.control.mode);
    for (const event of due) this.inject(event, event.for ?? null);
    if (this.sessionMs < this.#nextEndMs) return;
    this.#setPresent(this.#present.filter((fault) => fault.endsMs > this.sessionMs));
  }

  #begin(fault: MachineFault, forSeconds: number | null): void {
    if (fault.fault === 'rig-restart') this.#restart(forSeconds ?? restartSeconds);
    else if (fault.fault === 'interlock-latched') this.control.latch(interlockBit(fault.interlock));
    else if (fault.fault === 'fluid-added')
      this.#add(fault, Math.min(forSeconds ?? fault.overSeconds, fault.overSeconds));
    else this.#add(fault, forSeconds);
  }

  #add(fault: MachineFault, forSeconds: number | null): void {
    const sinceMs = this.sessionMs;
    const endsMs = forSeconds === null ? Number.POSITIVE_INFINITY : sinceMs + forSeconds * 1000;
    this.#setPresent([...this.#present, { fault, sinceMs, endsMs }]);
  }

  #setPresent(present: readonly Ending[]): void {
    this.#present = present;
    this.#nextEndMs = Math.min(...present.map((fault) => fault.endsMs));
    this.#conditions = conditionsOf(present, this.#scenario.rig.fittedProbes);
    this.control.fail(this.#conditions.rigFault);
  }

  /** Power off and on: all that is in force and latched is forgotten; the plant is as it is. */
  #restart(silentSeconds: number): void {
    this.#poweredUpMs = this.sessionMs;
    this.control = new RigControl(this.#scenario.rig);
    this.#judge = new InterlockJudge();
    this.#heaterOff();
    this.control.fail(this.#conditions.rigFault);
    this.onLineFault({ fault: 'line-cut' }, silentSeconds);
  }
}

const plantOf = ({ initial, plant }: Pick<Scenario, 'initial' | 'plant'>): PlantState =>
  newPlant(
    {
      ...initial,
      cavityCelsius: initial.cavityCelsius ?? initial.bodyCelsius,
      reservoirCelsius: initial.reservoirCelsius ?? plant.roomCelsius,
    },
    plant,
  );

/** On battery, or with the emergency stop pressed, the heater has no power, whatever its relay does. */
const noMainsBits = interlockBit('on-battery') | interlockBit('emergency-stop');

/** Calibration date the simulated rig gives for every fitted probe. */
const calibrated = '2025-09-01';

const identityOf = (rig: Scenario['rig'], timeScale: number): RigIdentity => ({
  mapVersion,
  features: { ...rig.features, simulated: true },
  serialNumber: rig.serialNumber,
  firmware: rig.firmware,
  calibrationDates: [1, 2, 3, 4].map((probe) =>
    rig.fittedProbes.some((one) => one === probe) ? calibrated : null,
  ),
  lowestFlowMlPerMin: rig.lowestFlowMlPerMin,
  highestFlowMlPerMin: rig.highestFlowMlPerMin,
  heaterRatingW: rig.heaterRatingW,
  timeScale,
});
