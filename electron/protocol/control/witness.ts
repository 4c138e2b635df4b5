import type { ProbeSites } from '../../domain/case.ts';
import type { ProbeReadings } from '../../domain/telemetry.ts';
import { shortCircuitShare } from './cavity-estimate.ts';
import { gapNow, mostLayeredKelvin, shareWith } from './layers.ts';
import { cavityProbe, readingAt } from './probe-judge.ts';

/**
 * The third witness: two cavity probes may disagree, and the outflow says which of them lies.
 *
 * The outflow is cavity fluid less what its tube loses (loss ÷ flow). That loss, and the difference of the two
 * probes, are learnt while they agree. The difference is learnt as a share of the gap that makes
 * layers (`layers.ts`). One of the two is outvoted only while fluid has been circulating for a
 * while, the outflow is known and steady, the two differ from what was learnt, and the outflow is clearly nearer
 * the other one. It counts again when it has agreed with the witness for a minute. docs/control.md.
 */
export interface Witness {
  /** Learnt: outflow below the mean of the cavity probes × flow, K·mL/min. */
  readonly lossKelvinMlPerMin: number;
  /** Learnt: half of what the first cavity probe reads above the second, as a share of `gapKelvin`; and what that is now, K. */
  readonly halfDifferenceShare: number;
  readonly halfDifferenceKelvin: number;
  /** Inflow above outflow, averaged over the time in which layers come and go, K; `null`: not known yet. */
  readonly gapKelvin: number | null;
  /** For how long what was learnt has explained what the two read. */
  readonly learntSeconds: number;
  /** Slow average of the outflow; `null`: fluid does not circulate, or it is not known. */
  readonly outflowTrendCelsius: number | null;
  readonly circulatedSeconds: number;
  /** Index of the probe that the witness contradicts, and for how long. */
  readonly suspect: number | null;
  readonly suspectSeconds: number;
  /** Index of the probe that does not count. */
  readonly outvoted: number | null;
  readonly agreedSeconds: number;
  /** How long the only cavity probe left has contradicted the witness. */
  readonly doubtSeconds: number;
}

export interface WitnessInput {
  /** Judged by themselves: stuck and unused ones are missing. */
  readonly readings: ProbeReadings;
  readonly sites: ProbeSites;
  /** Measured flow through the cavity; `null`: none, or not known. */
  readonly flowMlPerMin: number | null;
  /** Open technique: hands are in the cavity. */
  readonly open: boolean;
  readonly dtSeconds: number;
}

/** Outflow tube: 0.6 W/K × 21 K to the room ÷ 4.15 J/(mL·K), until it is learnt (docs/plant.md). */
const usualLossKelvinMlPerMin = 180;
/** Less flow than this witnesses nothing, mL/min (chosen). */
const leastFlowMlPerMin = 200;
/** The outflow line is flushed, and its probe has followed, after this, s (chosen). */
const flushedSeconds = 30;
/** The outflow is steady when it is this near its average over the time below; probes lag, each in its own way. */
const steadyCelsius = 0.25;
const trendSeconds = 30;
/** What was learnt is believed once it has explained the two probes for this long, s. */
const believedSeconds = 60;
/** Until then they may differ by 1.0 K (brief), or by what layers explain. */
const unlearntLimitKelvin = 1.0;
/** Probes that differ by this much from what was learnt disagree, K: above their lags, below half the band × 2 (chosen). */
const disagreementKelvin = 0.4;
/** The witness supports the nearer one when its distance is at most this share of the other's (chosen). */
const clearlyNearer = 0.35;
/**
 * It has to say so for this long, s (chosen); in open technique a hand brings a probe into the jet for up to 10 s, and a
 * slow one takes as long again to come back (chosen).
 */
const convictedSeconds = { closed: 15, open: 30 } as const;
/** An outvoted probe agrees within this, K, and counts again after this, s (chosen; brief). */
const agreementKelvin = 0.25;
const acquittedSeconds = 60;
/** The last probe is doubted beyond this, K, after this, s. */
const doubtKelvin = 1.0;
const doubtedSeconds = 30;
/** Learning: quick at first, then with this time constant, s: slower than a drift worth naming (chosen). */
const firstLearningSeconds = 30;
const learningSeconds = 600;

/** A gap longer than this counts as no time at all: nobody is convicted by a clock that jumped, s. */
const longestStepSeconds = 2;

export const newWitness: Witness = {
  lossKelvinMlPerMin: usualLossKelvinMlPerMin,
  halfDifferenceShare: 0,
  halfDifferenceKelvin: 0,
  gapKelvin: null,
  learntSeconds: 0,
  outflowTrendCelsius: null,
  circulatedSeconds: 0,
  suspect: null,
  suspectSeconds: 0,
  outvoted: null,
  agreedSeconds: 0,
  doubtSeconds: 0,
};

/** One tick. */
export function stepWitness(before: Witness, input: WitnessInput): Witness {
  const { readings, sites, flowMlPerMin, dtSeconds } = input;
  const outflow = readingAt('outflow', readings, sites).value;
  const flows = flowMlPerMin !== null && flowMlPerMin >= leastFlowMlPerMin;
  if (outflow === null || !flows || dtSeconds > longestStepSeconds) return silent(before);
  const trend = before.outflowTrendCelsius ?? outflow;
  const inflow = readings[0].value;
  const gapKelvin = gapNow(before.gapKelvin, inflow, outflow, dtSeconds);
  const witness: Witness = {
    ...before,
    gapKelvin,
    halfDifferenceKelvin: before.halfDifferenceShare * (gapKelvin ?? 0),
    outflowTrendCelsius: trend + (outflow - trend) * Math.min(1, dtSeconds / trendSeconds),
    circulatedSeconds: before.circulatedSeconds + dtSeconds,
  };
  if (witness.circulatedSeconds < flushedSeconds || Math.abs(outflow - trend) > steadyCelsius) return witness;
  const first = cavityProbe(sites, 0);
  const second = cavityProbe(sites, first + 1);
  const cavity = mixture(outflow, inflow, witness.lossKelvinMlPerMin, flowMlPerMin);
  const half = witness.halfDifferenceKelvin;
  const heard: Heard = {
    first,
    second,
    firstApart: apart(readings, first, cavity + half),
    secondApart: apart(readings, second, cavity - half),
    flowMlPerMin,
    convictedSeconds: convictedSeconds[input.open ? 'open' : 'closed'],
    dtSeconds,
  };
  return learn(vote(witness, heard), heard);
}

/** The cavity as the outflow tells it: warmer by what the tube lost, less what ran past the cavity. */
function mixture(outflow: number, inflow: number | null, lossKelvinMlPerMin: number, flow: number): number {
  const drawn = outflow + lossKelvinMlPerMin / flow;
  const past = shortCircuitShare(flow);
  return inflow === null ? drawn : (drawn - past * inflow) / (1 - past);
}

/** Nothing is said without flow and outflow; who was outvoted stays so. */
const silent = (before: Witness): Witness =>
  before.outflowTrendCelsius === null && before.circulatedSeconds === 0
    ? before
    : {
        ...before,
        outflowTrendCelsius: null,
        circulatedSeconds: 0,
        suspect: null,
        suspectSeconds: 0,
        agreedSeconds: 0,
        doubtSeconds: 0,
      };

/** What the witness says of the two probes: how far each is from where it should be, K; `null`: not measured. */
interface Heard {
  readonly first: number;
  readonly second: number;
  readonly firstApart: number | null;
  readonly secondApart: number | null;
  readonly flowMlPerMin: number;
  readonly convictedSeconds: number;
  readonly dtSeconds: number;
}

const apart = (readings: ProbeReadings, probe: number, expectedCelsius: number): number | null => {
  const celsius = readings[probe]?.value ?? null;
  return celsius === null ? null : celsius - expectedCelsius;
};

function vote(witness: Witness, heard: Heard): Witness {
  const { outvoted } = witness;
  if (outvoted !== null) return acquit(doubt(witness, heard), heard, outvoted);
  const { firstApart, secondApart, dtSeconds } = heard;
  if (firstApart === null || secondApart === null) return doubt(witness, heard);
  const suspect = contradicted(witness, heard, firstApart, secondApart);
  if (suspect === null && witness.suspect === null && witness.doubtSeconds === 0) return witness;
  if (suspect === null || suspect !== witness.suspect) {
    return { ...witness, suspect, suspectSeconds: 0, doubtSeconds: 0 };
  }
  const suspectSeconds = witness.suspectSeconds + dtSeconds;
  return suspectSeconds < heard.convictedSeconds
    ? { ...witness, suspectSeconds }
    : { ...witness, outvoted: suspect, agreedSeconds: 0, suspect: null, suspectSeconds: 0 };
}

function contradicted(witness: Witness, heard: Heard, first: number, second: number): number | null {
  if (Math.abs(first - second) < limitKelvin(witness)) return null;
  const [a, b] = [Math.abs(first), Math.abs(second)];
  if (Math.min(a, b) > clearlyNearer * Math.max(a, b)) return null;
  return a > b ? heard.first : heard.second;
}

/** How far apart two probes that both tell the truth may be from what was learnt of them, K. */
const limitKelvin = (witness: Witness): number =>
  believed(witness)
    ? disagreementKelvin
    : Math.max(unlearntLimitKelvin, mostLayeredKelvin(witness.gapKelvin));

function acquit(witness: Witness, heard: Heard, outvoted: number): Witness {
  const distance = outvoted === heard.first ? heard.firstApart : heard.secondApart;
  if (distance === null || Math.abs(distance) > agreementKelvin) {
    return witness.agreedSeconds === 0 ? witness : { ...witness, agreedSeconds: 0 };
  }
  const agreedSeconds = witness.agreedSeconds + heard.dtSeconds;
  return agreedSeconds < acquittedSeconds
    ? { ...witness, agreedSeconds }
    : { ...witness, outvoted: null, agreedSeconds: 0 };
}

/** With one probe left there is no vote. */
function doubt(witness: Witness, heard: Heard): Witness {
  const left = leftAlone(witness, heard);
  const doubts = left !== null && Math.abs(left) > doubtKelvin;
  if (!doubts) return witness.doubtSeconds === 0 ? witness : { ...witness, doubtSeconds: 0 };
  return { ...witness, doubtSeconds: witness.doubtSeconds + heard.dtSeconds };
}

/** Distance of the only probe that counts, K; `null`: both count, or none. */
function leftAlone({ outvoted }: Witness, { first, second, firstApart, secondApart }: Heard): number | null {
  const one = outvoted === first ? null : firstApart;
  const other = outvoted === second ? null : secondApart;
  return one === null ? other : other === null ? one : null;
}

/** Less and less is learnt the further apart the probes are, so that no lie becomes the rule. */
function learn(witness: Witness, heard: Heard): Witness {
  const { firstApart, secondApart, flowMlPerMin, dtSeconds } = heard;
  if (witness.outvoted !== null || firstApart === null || secondApart === null) return witness;
  const difference = firstApart - secondApart;
  const middle = (firstApart + secondApart) / 2;
  const trust = Math.max(0, 1 - Math.max(Math.abs(difference), Math.abs(middle)) / limitKelvin(witness));
  if (trust === 0) return witness;
  const explained = Math.abs(difference) < disagreementKelvin;
  const time = Math.min(learningSeconds, firstLearningSeconds + witness.learntSeconds);
  const share = trust * Math.min(1, dtSeconds / time);
  return {
    ...witness,
    lossKelvinMlPerMin: witness.lossKelvinMlPerMin + share * middle * flowMlPerMin,
    halfDifferenceShare: shareWith(witness.halfDifferenceShare, (share * difference) / 2, witness.gapKelvin),
    learntSeconds: explained ? witness.learntSeconds + dtSeconds : witness.learntSeconds,
  };
}

/** What was learnt may be relied on. */
export const believed = (witness: Witness): boolean => witness.learntSeconds >= believedSeconds;

/** The only cavity probe left has contradicted the witness for long: `true` is for people to know, nothing acts on it. */
export const doubtful = (witness: Witness): boolean => witness.doubtSeconds >= doubtedSeconds;
