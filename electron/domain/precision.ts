import { type DipCheck, dipToleranceKelvin, isCavity, type ProbeSite } from './case.ts';
import { flowBandShare } from './preset.ts';
import type { Sample } from './sample.ts';
import type { Step } from './sample-step.ts';
import { RunningStatistics } from './statistics.ts';

/**
 * How well temperature and flow were held over the treatment phase, folded sample by sample: the same figures on the
 * screen while it runs and in the report. `null` where there was no treatment or no valid value.
 */
export interface Precision {
  readonly control: ControlPrecision;
  readonly flow: FlowPrecision;
}

/** The control temperature over treatment time (the promise ±0.5 °C). */
export interface ControlPrecision {
  /** Session time in treatment, gaps included. */
  readonly elapsedSeconds: number | null;
  /** Time over which the in-band clock ran. */
  readonly inBandSeconds: number | null;
  readonly inBandShare: number | null;
  readonly meanCelsius: number | null;
  /** Sample standard deviation. */
  readonly sdCelsius: number | null;
  readonly minCelsius: number | null;
  readonly maxCelsius: number | null;
  /** From target, signed, the largest by size; and when it was, in seconds of session time. */
  readonly worstDeviationCelsius: number | null;
  readonly worstAtSeconds: number | null;
}

/** Over treatment time in which flow was asked for and measured (the promise ±5 %). */
export interface FlowPrecision {
  readonly meanMlPerMin: number | null;
  readonly sdMlPerMin: number | null;
  /** Share of that time within ±5 % of the requested flow. */
  readonly inBandShare: number | null;
  /** From the requested flow, signed, as a share of it, the largest by size. */
  readonly worstDeviationShare: number | null;
}

/**
 * A value counts as held within its band where it was there for at least this share of the treatment time: the
 * coverage that is usual for a stated uncertainty (GUM, JCGM 100:2008, 6.3.3). Our choice, so the share itself stands
 * beside every verdict.
 */
export const coveredShare = 0.95;
export type Verdict = 'kept' | 'not-kept' | 'not-judged';

export const verdictOn = (share: number | null): Verdict =>
  share === null ? 'not-judged' : share >= coveredShare ? 'kept' : 'not-kept';

/** Flow is held by the meter that measures it: that tells how steady it was, so it is never said to be kept. */
export type FlowVerdict = 'held' | 'not-held' | 'not-judged';

export const flowVerdictOn = (share: number | null): FlowVerdict =>
  share === null ? 'not-judged' : share >= coveredShare ? 'held' : 'not-held';

/** The largest deviation so far, by size, with its sign. */
const larger = (before: number | null, deviation: number): boolean =>
  before === null || Math.abs(deviation) > Math.abs(before);

export class PrecisionFold {
  /** In force; whoever folds changes it where a person did. */
  targetCelsius: number;
  readonly #temperature = new RunningStatistics();
  readonly #flow = new RunningStatistics();
  #started = false;
  #elapsedMs = 0;
  #inBandMs = 0;
  #worstCelsius: number | null = null;
  #worstAtMs = 0;
  #flowMs = 0;
  #flowInBandMs = 0;
  #worstFlowShare: number | null = null;

  constructor(targetCelsius: number) {
    this.targetCelsius = targetCelsius;
  }

  add(sample: Sample, step: Step): void {
    if (sample.phase !== 'treatment') return;
    this.#started = true;
    this.#elapsedMs += step.toMs - step.fromMs;
    if (sample.inBand) this.#inBandMs += step.coveredMs;
    this.#addTemperature(sample.controlCelsius.value, step.toMs);
    this.#addFlow(sample, step.coveredMs);
  }

  #addTemperature(celsius: number | null, atMs: number): void {
    if (celsius === null) return;
    this.#temperature.add(celsius);
    const deviation = celsius - this.targetCelsius;
    if (!larger(this.#worstCelsius, deviation)) return;
    this.#worstCelsius = deviation;
    this.#worstAtMs = atMs;
  }

  #addFlow({ requested, flowMlPerMin: { value } }: Sample, coveredMs: number): void {
    if (value === null || requested === null || !requested.pumpEnable) return;
    const set = requested.flowSetpointMlPerMin;
    if (set === 0) return;
    this.#flow.add(value);
    this.#flowMs += coveredMs;
    const deviation = (value - set) / set;
    if (Math.abs(deviation) <= flowBandShare) this.#flowInBandMs += coveredMs;
    if (larger(this.#worstFlowShare, deviation)) this.#worstFlowShare = deviation;
  }

  finish(): Precision {
    return {
      control: {
        elapsedSeconds: this.#started ? this.#elapsedMs / 1000 : null,
        inBandSeconds: this.#started ? this.#inBandMs / 1000 : null,
        inBandShare: this.#elapsedMs === 0 ? null : this.#inBandMs / this.#elapsedMs,
        meanCelsius: this.#temperature.mean,
        sdCelsius: this.#temperature.sd,
        minCelsius: this.#temperature.min,
        maxCelsius: this.#temperature.max,
        worstDeviationCelsius: this.#worstCelsius,
        worstAtSeconds: this.#worstCelsius === null ? null : this.#worstAtMs / 1000,
      },
      flow: {
        meanMlPerMin: this.#flow.mean,
        sdMlPerMin: this.#flow.sd,
        inBandShare: this.#flowMs === 0 ? null : this.#flowInBandMs / this.#flowMs,
        worstDeviationShare: this.#worstFlowShare,
      },
    };
  }
}

/** Half-width of the promise of temperature measurement, °C; `bandCelsius` and `flowBandShare` are the other two. */
export const measurementCelsius = 0.1;

/**
 * Whether a probe's calibration, YYYY-MM-DD, is in force at a run that starts at `startedWallMs`; `null`: none is on
 * record. A calibration is in force to the end of its day, `intervalMonths` later; `null`: for ever.
 */
export function calibrationHolds(
  date: string | null,
  startedWallMs: number,
  intervalMonths: number | null,
): boolean {
  if (date === null) return false;
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return intervalMonths === null || startedWallMs < Date.UTC(year, month - 1 + intervalMonths, day + 1);
}

/** When, by whom and of which machine the flow meter was calibrated, as the site has entered it. */
export interface MeterCalibration {
  /** YYYY-MM-DD */
  readonly on: string;
  readonly by: string;
  readonly rigSerialNumber: string;
}

/** How true the flow meter of a run is known to be. */
export type MeterStanding =
  | { readonly state: 'in-force' | 'overdue'; readonly on: string; readonly by: string }
  | { readonly state: 'not-known' };

/** What is entered of another machine says nothing of this one. */
export function meterStanding(
  calibration: MeterCalibration | null,
  rigSerialNumber: string,
  startedWallMs: number,
  intervalMonths: number | null,
): MeterStanding {
  if (calibration === null || calibration.rigSerialNumber !== rigSerialNumber) return { state: 'not-known' };
  const { on, by } = calibration;
  return { state: calibrationHolds(on, startedWallMs, intervalMonths) ? 'in-force' : 'overdue', on, by };
}

/** As it stood when the run began. */
export const flowMeterOf = ({ site, rig, startedWallMs }: RunFlowMeter): MeterStanding =>
  meterStanding(site.flowMeterCalibration, rig.serialNumber, startedWallMs, site.calibrationIntervalMonths);

/** What of the header of a run its flow meter is known by. */
interface RunFlowMeter {
  readonly site: {
    readonly flowMeterCalibration: MeterCalibration | null;
    readonly calibrationIntervalMonths: number | null;
  };
  readonly rig: { readonly serialNumber: string };
  readonly startedWallMs: number;
}

/** To the thousandth: 37.3 less 37.1 is a little more than 0.2. */
export const isWithinDip = (spreadKelvin: number): boolean =>
  Math.round(spreadKelvin * 1000) <= Math.round(dipToleranceKelvin * 1000);

/**
 * Whether the probes in use agreed in one vessel before they were placed; `null`: those that were there did, but not all
 * were, or there is only one.
 */
function agreedInVessel(dip: DipCheck | null, sites: readonly ProbeSite[]): boolean | null {
  if (dip === null) return null;
  if (!isWithinDip(dip.spreadKelvin)) return false;
  const means = sites.flatMap((site, probe) =>
    site === 'not-used' ? [] : [dip.meansCelsius[probe] ?? null],
  );
  return means.length < 2 || means.includes(null) ? null : true;
}

/**
 * Measurement cannot be judged from the run itself. It counts as kept where every probe in use has a calibration in
 * force and the probes were compared and agreed: in one vessel before they were placed, or at rest in the self-test
 * (`null`: no self-test of the probes on record).
 */
export function verdictOnMeasurement(
  allCalibrated: boolean,
  agreedAtRest: boolean | null,
  sites: readonly ProbeSite[],
  dip: DipCheck | null,
): Verdict {
  const inVessel = agreedInVessel(dip, sites);
  if (agreedAtRest === false || inVessel === false) return 'not-kept';
  // At rest one cavity probe alone, or none, was compared with nothing.
  const atRest = agreedAtRest === true && sites.filter(isCavity).length > 1;
  return allCalibrated && (inVessel === true || atRest) ? 'kept' : 'not-judged';
}
