import type { LinkCounters } from '../domain/link.ts';
import type { Outcome, Phase } from '../domain/phase.ts';
import type { KeptEvent, RunHeader } from '../domain/run-event.ts';
import type { Sample } from '../domain/sample.ts';
import { stepTo } from '../domain/sample-step.ts';
import type { RunRecord } from '../record/run-record.ts';
import { type AlarmTotals, alarmLog, alarmTotals, type LoggedAlarm } from './figures/alarm-log.ts';
import {
  type AudioPause,
  audioPauses,
  type LimitChange,
  limitChanges,
  pausedSeconds,
} from './figures/alarm-people.ts';
import { type CoreFigures, CoreFold } from './figures/core-figures.ts';
import { CourseFold, type CourseRow } from './figures/course.ts';
import { DrugFold, type DrugGiven } from './figures/drugs-given.ts';
import { drainMeasuredMl, type FluidByHand, fluidByHand } from './figures/fluid-by-hand.ts';
import { addedMl, type PhaseSpan, phaseSpans, runEnd } from './figures/from-events.ts';
import { type Gap, GapFold } from './figures/gaps.ts';
import { type Interruption, InterruptionFold } from './figures/interruptions.ts';
import { type PressureFigures, PressureFold } from './figures/pressure-figures.ts';
import { type ProbeFigures, ProbeFold } from './figures/probe-figures.ts';
import { readingsByHand } from './figures/readings-by-hand.ts';
import { type Recorded, recordedOf } from './figures/recorded.ts';
import { type TreatmentFigures, TreatmentFold } from './figures/treatment-figures.ts';
import { type VolumeFigures, VolumeFold } from './figures/volume-figures.ts';

/** Every number the documents state. Times are session time. */
export interface Figures {
  readonly samples: number;
  readonly sessionSeconds: number;
  /** Wall time of the last thing on record. */
  readonly endWallMs: number;
  readonly outcome: Outcome;
  /** The record breaks off: nobody wrote an end. Then the outcome is `interrupted` too. */
  readonly breaksOff: boolean;
  readonly interruptions: readonly Interruption[];
  readonly treatment: TreatmentFigures;
  /** How long a single instillation stood in the cavity; `null` where nothing dwelt. */
  readonly dwellSeconds: number | null;
  /** The probes in use, T1 first. */
  readonly probes: readonly ProbeFigures[];
  readonly core: CoreFigures;
  readonly pressures: PressureFigures;
  /** At every fifth minute. */
  readonly course: readonly CourseRow[];
  readonly phases: readonly PhaseSpan[];
  readonly alarms: readonly LoggedAlarm[];
  readonly alarmTotals: AlarmTotals;
  readonly audioPauses: readonly AudioPause[];
  readonly audioPausedSeconds: number;
  readonly limitChanges: readonly LimitChange[];
  readonly gaps: readonly Gap[];
  readonly volumes: VolumeFigures;
  readonly byHand: readonly FluidByHand[];
  readonly drugs: readonly DrugGiven[];
  readonly recorded: Recorded;
  /** From the clocks and counters of the console at the end of the run; `null` where the record breaks off. */
  readonly drugInCavitySeconds: number | null;
  readonly link: LinkCounters | null;
}

/** Folds a record into its figures in one pass over the samples. */
export class FiguresFold {
  readonly #startedWallMs: number;
  readonly #events: readonly KeptEvent[];
  readonly #treatment: TreatmentFold;
  readonly #probes: readonly { readonly index: number; readonly fold: ProbeFold }[];
  readonly #core = new CoreFold();
  readonly #pressures = new PressureFold();
  readonly #course = new CourseFold();
  readonly #byHand: readonly FluidByHand[];
  readonly #volumes: VolumeFold;
  readonly #drugs: DrugFold;
  readonly #gaps: GapFold;
  readonly #interruptions: InterruptionFold;
  /** Changes of the target still ahead, in order. */
  readonly #targets: { readonly sessionMs: number; readonly celsius: number }[];
  #samples = 0;
  #lastMs = 0;
  #lastWallMs = 0;

  constructor(header: RunHeader, events: readonly KeptEvent[]) {
    const {
      startedWallMs,
      case: { probeSites },
      preset,
    } = header;
    this.#startedWallMs = startedWallMs;
    this.#events = events;
    this.#byHand = fluidByHand(events);
    this.#volumes = new VolumeFold(this.#byHand, header.fluidInCavityMl);
    for (const { value } of readingsByHand(events, 'core-temperature')) this.#core.addByHand(value);
    this.#targets = events.flatMap(({ event, sessionMs }) =>
      event.type === 'target-changed' ? [{ sessionMs, celsius: event.toCelsius }] : [],
    );
    this.#treatment = new TreatmentFold(preset);
    this.#drugs = new DrugFold(header, events);
    this.#gaps = new GapFold(probeSites);
    this.#interruptions = new InterruptionFold(events);
    this.#probes = probeSites.flatMap((site, index) =>
      site === 'not-used'
        ? []
        : [{ index, fold: new ProbeFold(`T${index + 1}`, site, preset.targetCelsius) }],
    );
  }

  add(sample: Sample): void {
    const step = stepTo(this.#lastMs, sample.sessionMs);
    this.#followTarget(sample.sessionMs);
    const inTreatment = sample.phase === 'treatment';
    this.#treatment.add(sample, step);
    this.#gaps.add(sample, step);
    this.#interruptions.add(sample);
    for (const { index, fold } of this.#probes) {
      fold.add(sample.probesCelsius[index]?.value ?? null, step.coveredMs, inTreatment);
    }
    this.#core.add(sample.coreCelsius.value, step.coveredMs);
    this.#pressures.add(sample, step.coveredMs);
    this.#course.add(sample);
    this.#volumes.add(sample);
    this.#drugs.add(sample);
    this.#samples += 1;
    this.#lastMs = sample.sessionMs;
    this.#lastWallMs = sample.wallMs;
  }

  #followTarget(sessionMs: number): void {
    for (
      let next = this.#targets[0];
      next !== undefined && next.sessionMs < sessionMs;
      next = this.#targets[0]
    ) {
      this.#targets.shift();
      this.#treatment.targetCelsius = next.celsius;
      for (const { fold } of this.#probes) fold.targetCelsius = next.celsius;
    }
  }

  finish(): Figures {
    const end = runEnd(this.#events);
    const endMs = Math.max(this.#lastMs, this.#events.at(-1)?.sessionMs ?? 0);
    const treatment = this.#treatment.finish();
    const phases = phaseSpans(this.#events, endMs);
    const alarms = alarmLog(this.#events);
    const pauses = audioPauses(this.#events);
    return {
      samples: this.#samples,
      sessionSeconds: endMs / 1000,
      endWallMs: this.#endWallMs(),
      outcome: end?.outcome ?? 'interrupted',
      breaksOff: end === null,
      interruptions: this.#interruptions.finish(),
      treatment,
      dwellSeconds: secondsIn(phases, 'dwell'),
      probes: this.#probes.map(({ fold }) => fold.finish(treatment.elapsedSeconds)),
      core: this.#core.finish(),
      pressures: this.#pressures.finish(this.#events),
      course: this.#course.finish(),
      phases,
      alarms,
      alarmTotals: alarmTotals(alarms, endMs),
      audioPauses: pauses,
      audioPausedSeconds: pausedSeconds(pauses, endMs),
      limitChanges: limitChanges(this.#events),
      gaps: this.#gaps.finish(),
      drugInCavitySeconds: end?.summary.drugInCavitySeconds ?? null,
      volumes: this.#volumes.finish(
        { addedMl: addedMl(this.#events), drainMeasuredMl: drainMeasuredMl(this.#events) },
        end?.summary ?? null,
      ),
      byHand: this.#byHand,
      drugs: this.#drugs.finish(),
      recorded: recordedOf(this.#events),
      link: end?.summary.link ?? null,
    };
  }

  /** Of what came last by session time: a clock that was set may show less. */
  #endWallMs(): number {
    const last = this.#events.at(-1);
    if (last !== undefined && last.sessionMs >= this.#lastMs) return last.wallMs;
    return this.#samples === 0 ? this.#startedWallMs : this.#lastWallMs;
  }
}

function secondsIn(phases: readonly PhaseSpan[], name: Phase): number | null {
  const spans = phases.filter((span) => span.name === name);
  return spans.length === 0 ? null : spans.reduce((sum, { seconds }) => sum + seconds, 0);
}

/** The figures of a record, by themselves. */
export function computeFigures(record: RunRecord): Figures {
  const fold = new FiguresFold(record.header, record.events);
  for (const sample of record.samples()) fold.add(sample);
  return fold.finish();
}
