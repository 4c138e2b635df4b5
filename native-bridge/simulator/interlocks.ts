import { interlockBit } from '../../electron/domain/circuit.ts';
import type { Conditions } from './conditions.ts';
import type { RigControl } from './control.ts';
import { passesExchanger } from './physics/hydraulics.ts';
import type { Sensors } from './physics/sensors.ts';

/** Interlock 2: less than this share of the set flow, for this long, with the heater on (docs/link.md). */
const noFlowShare = 0.1;
const noFlowMs = 3000;
/** Interlock 4, mL; interlock 5, mmHg in the inflow line: figures of the simulated rig. */
export const reservoirLowMl = 150;
export const overPressureMmHg = 300;

const overTemperatureBit = interlockBit('over-temperature');
const noFlowBit = interlockBit('no-flow');
const reservoirLowBit = interlockBit('reservoir-low');
const overPressureBit = interlockBit('over-pressure');
const inflowSensorBit = interlockBit('inflow-sensor-fault');

/** Judges after each step which causes are present, latches their interlocks, and keeps the time without flow. */
export class InterlockJudge {
  /** Interlocks that cannot be cleared now. */
  causeBits = 0;
  #noFlowForMs = 0;

  step(control: RigControl, sensors: Sensors, conditions: Conditions, stepMs: number): void {
    const inflow = sensors.probeCelsius(0).value;
    const hot = inflow !== null && inflow >= control.inflowLimitCelsius;
    control.inflowHot = hot || inflow === null;
    let causes = conditions.causeBits;
    if (hot) causes |= overTemperatureBit;
    if (inflow === null) causes |= inflowSensorBit;
    if (sensors.levelMl < reservoirLowMl) causes |= reservoirLowBit;
    if (sensors.inflowLineMmHg > overPressureMmHg) causes |= overPressureBit;
    if (causes !== 0) control.latch(causes);
    this.causeBits = causes | this.#judgeFlow(control, sensors, stepMs);
  }

  /** Trips with the heater on only; once tripped it persists while the pump tries in vain. */
  #judgeFlow(control: RigControl, sensors: Sensors, stepMs: number): number {
    const setMlPerMin = control.accepted.flowSetpointMlPerMin;
    const noFlow = passesExchanger(control.mode) && sensors.flowMlPerMin < noFlowShare * setMlPerMin;
    this.#noFlowForMs = noFlow && control.heaterEnable ? this.#noFlowForMs + stepMs : 0;
    if (this.#noFlowForMs >= noFlowMs) control.latch(noFlowBit);
    return noFlow && control.pumpEnable ? noFlowBit : 0;
  }
}
