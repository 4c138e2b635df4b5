import type { ProbeSites } from '../../domain/case.ts';
import type { ProbeReadings, Telemetry } from '../../domain/telemetry.ts';
import { readingAt } from './probe-judge.ts';

/**
 * What the inflow has to be by the balance of heat, against what its sensor says: outflow → reservoir → heater → T1.
 *
 *   V·dR/dt = q·(T2 − R)                    the reservoir: what comes back, mixed
 *   C·dX/dt = P − L + S·(R − X)             the heat exchanger; S = q·ρc, P the power the rig reports
 *   dY/dt = (X − Y) ÷ τ                     what a sensor behind it should show
 *
 * L, what the circuit loses on the way (and what power, flow and probes are wrong by), is learnt from T1 − Y: quick
 * for half a minute of circulation, then slower than a drift worth naming, and never beyond what a circuit can lose.
 * docs/control.md has the reasons, the errors it stands and how late it is.
 */
export interface InflowBalance {
  /** Session time of the last step, ms. */
  readonly atMs: number;
  /** R; `null`: nothing has flowed yet. */
  readonly reservoirCelsius: number | null;
  /** X and Y, °C; both begin anew where T1 stands whenever circulation does. */
  readonly exchangerCelsius: number;
  readonly expectedCelsius: number;
  /** The heater has been on. */
  readonly heatedOnce: boolean;
  /** L, W. */
  readonly lossW: number;
  readonly learntSeconds: number;
  /** Since the cavity has been circulated without a break, s. */
  readonly circulatedSeconds: number;
  /** What T1 reads above what the balance expects, K; negative: the inflow is hotter than T1 says. `null`: not to be told. */
  readonly offKelvin: number | null;
}

/** Heat is not resumed while T1 is off by this much downwards, K: the limit of the alarm, 0.8, less its hysteresis. */
export const contradictedKelvin = -0.5;

/** One look a second: nothing here moves faster. */
const everyMs = 1000;
/** A gap longer than this is not bridged, s. */
const longestStepSeconds = 3;
/** J/(mL·K), saline 0.9 % at 40 °C; over 60: W for each K and mL/min. */
const perfusateJPerMlK = 4.15;
const streamWPerK = (mlPerMin: number): number => (mlPerMin * perfusateJPerMlK) / 60;
/** C: 2.5 kg of steel and 0.2 L, J/K (chosen; half or twice of it is told from a drift, docs/control.md). */
const exchangerJPerK = 2000;
/** τ: sensor, line and the heater's own lag together, s (chosen). */
const sensorSeconds = 5;
/** Perfusate in the reservoir while its level is not told, and around its fittings, mL (chosen). */
const usualReservoirMl = 2000;
const fittingsMl = 50;
/** Less flow than this balances nothing, mL/min (as for the witness). */
const leastFlowMlPerMin = 200;
/**
 * At less nothing is told, mL/min (chosen): what a circuit can lose, 80 W, is 2 K of the inflow there, and a reservoir is
 * turned over in minutes. At 390 to 500 faultless sensors of small children were contradicted.
 */
const leastToldMlPerMin = 550;
/** What is drawn is taken as the mean over this, s (chosen): the exchanger may be half or twice as large. */
const drawnSeconds = 20;
/** After flow began the exchanger has settled after so many of its time constants, at least so many seconds. */
const settledTimes = 2;
const settledSeconds = 15;
/** L before anything is learnt, and what a circuit can lose at most, W (docs/plant.md: 20 to 70). */
const usualLossW = 40;
const mostLossW = 80;
/** What two probes, power and flow can be wrong by together, K of the inflow (chosen: 10 % of a rise of 5 K). */
const mostErrorKelvin = 0.5;
/** Learning: everything for half a minute; then with trust, as a mean over all so far, at last with 600 s. */
const firstLearningSeconds = 30;
const firstMeanSeconds = 15;
const laterMeanSeconds = 60;
const slowestMeanSeconds = 600;
/** Nothing is learnt from a contradiction of this size, K. */
const noTrustKelvin = 0.8;

export const newInflowBalance = (nowMs: number): InflowBalance => ({
  atMs: nowMs,
  reservoirCelsius: null,
  exchangerCelsius: 0,
  expectedCelsius: 0,
  heatedOnce: false,
  lossW: usualLossW,
  learntSeconds: 0,
  circulatedSeconds: 0,
  offKelvin: null,
});

export interface BalanceInput {
  readonly telemetry: Telemetry;
  /** Judged: stuck ones are missing. */
  readonly readings: ProbeReadings;
  readonly sites: ProbeSites;
  readonly heaterRatingW: number;
  readonly nowMs: number;
}

/** One tick; the same object comes back until a second has passed. */
export function stepInflowBalance(before: InflowBalance, input: BalanceInput): InflowBalance {
  const seconds = (input.nowMs - before.atMs) / 1000;
  if (seconds * 1000 < everyMs) return before;
  const { telemetry, readings, sites, heaterRatingW, nowMs } = input;
  const inflow = readings[0].value;
  const flow = telemetry.flowMlPerMin.value ?? 0;
  const { mode } = telemetry.inForce;
  const flows = flow >= leastFlowMlPerMin && seconds <= longestStepSeconds;
  if (inflow === null || !flows || heaterRatingW === 0 || mode === 'standby' || mode === 'drain') {
    return { ...before, atMs: nowMs, circulatedSeconds: 0, offKelvin: null };
  }
  const powerW = (telemetry.heaterPowerPercent / 100) * heaterRatingW;
  const stream = streamWPerK(flow);
  const reservoir = before.reservoirCelsius ?? inflow - powerW / stream;
  const now = { seconds, inflow, flow, powerW, stream, reservoir, volumeMl: reservoirMl(telemetry) };
  if (mode !== 'circulate') {
    const bypassed = mode !== 'fill' && mode !== 'rinse';
    return notReturning(before, now, { bypassed, heated: telemetry.inForce.heaterEnable }, nowMs);
  }
  const outflow = readingAt('outflow', readings, sites).value;
  // Without a level nobody knows how slowly the reservoir follows.
  if (outflow === null || telemetry.reservoirMl.missing === 'not-fitted') {
    return { ...before, atMs: nowMs, reservoirCelsius: null, circulatedSeconds: 0, offKelvin: null };
  }
  return circulated(before, now, outflow, telemetry.outflowMlPerMin.value ?? flow, nowMs);
}

const reservoirMl = ({ reservoirMl: level }: Telemetry): number =>
  (level.value ?? usualReservoirMl) + fittingsMl;

/** What one step goes by, SI units but for °C, mL and mL/min. */
interface Now {
  readonly seconds: number;
  readonly inflow: number;
  readonly flow: number;
  readonly powerW: number;
  /** S, W/K. */
  readonly stream: number;
  /** R before the step. */
  readonly reservoir: number;
  readonly volumeMl: number;
}

/**
 * Round through the bypass the inflow itself comes back; fill and rinse send it away. Before the cavity was ever
 * circulated what is drawn shows at T1: it may have been poured in warm. After a pause a hot slug shows there.
 */
function notReturning(
  before: InflowBalance,
  now: Now,
  { bypassed, heated }: { readonly bypassed: boolean; readonly heated: boolean },
  nowMs: number,
): InflowBalance {
  const { seconds, inflow, flow, powerW, stream, reservoir, volumeMl } = now;
  const returns = bypassed ? (flow * seconds) / 60 / volumeMl : 0;
  // Unheated after it was heated, what shows at T1 first is what stood in the exchanger.
  const slug = before.heatedOnce && !heated;
  const known = before.reservoirCelsius === null || before.learntSeconds > 0 || slug;
  const storedW = (exchangerJPerK * (inflow - before.exchangerCelsius)) / seconds;
  const drawn = inflow - (powerW - before.lossW - storedW) / stream;
  return {
    ...before,
    atMs: nowMs,
    reservoirCelsius: mixed(mixed(reservoir, inflow, returns), drawn, known ? 0 : seconds / drawnSeconds),
    exchangerCelsius: inflow,
    expectedCelsius: inflow,
    heatedOnce: before.heatedOnce || heated,
    circulatedSeconds: 0,
    offKelvin: null,
  };
}

function circulated(
  before: InflowBalance,
  { seconds, inflow, flow, powerW, stream, reservoir, volumeMl }: Now,
  outflow: number,
  outflowMlPerMin: number,
  nowMs: number,
): InflowBalance {
  const begins = before.circulatedSeconds === 0;
  const exchanger = begins ? inflow : before.exchangerCelsius;
  const reservoirCelsius = mixed(reservoir, outflow, (outflowMlPerMin * seconds) / 60 / volumeMl);
  const exchangerCelsius =
    (exchangerJPerK * exchanger + seconds * (powerW - before.lossW + stream * reservoirCelsius)) /
    (exchangerJPerK + seconds * stream);
  const shown = begins ? inflow : before.expectedCelsius;
  const expectedCelsius = mixed(shown, exchangerCelsius, seconds / sensorSeconds);
  const circulatedSeconds = before.circulatedSeconds + seconds;
  const settles = Math.max(settledSeconds, (settledTimes * exchangerJPerK) / stream);
  const off = circulatedSeconds < settles ? null : inflow - expectedCelsius;
  return {
    atMs: nowMs,
    heatedOnce: true,
    reservoirCelsius,
    exchangerCelsius,
    expectedCelsius,
    circulatedSeconds,
    ...toldAt(flow, learn(before, off, stream, seconds)),
  };
}

type Learnt = Pick<InflowBalance, 'lossW' | 'learntSeconds' | 'offKelvin'>;

const toldAt = (flow: number, learnt: Learnt): Learnt =>
  flow >= leastToldMlPerMin ? learnt : { ...learnt, offKelvin: null };

/** Less and less is learnt the further apart the two are, so that no lie becomes the rule. */
function learn(
  { lossW, learntSeconds }: InflowBalance,
  off: number | null,
  stream: number,
  seconds: number,
): Learnt {
  if (off === null) return { lossW, learntSeconds, offKelvin: null };
  const first = learntSeconds < firstLearningSeconds;
  const trust = first ? 1 : Math.max(0, 1 - Math.abs(off) / noTrustKelvin);
  const mean = Math.min(slowestMeanSeconds, learntSeconds + (first ? firstMeanSeconds : laterMeanSeconds));
  const learnt = lossW - trust * Math.min(1, seconds / mean) * off * stream;
  const error = mostErrorKelvin * stream;
  return {
    lossW: Math.min(mostLossW + error, Math.max(-error, learnt)),
    learntSeconds: trust > 0 ? learntSeconds + seconds : learntSeconds,
    offKelvin: first ? null : off,
  };
}

/** Implicit, so that no step passes what pulls at it. `ratio`: time over time constant. */
const mixed = (from: number, to: number, ratio: number): number => from + ((to - from) * ratio) / (1 + ratio);
