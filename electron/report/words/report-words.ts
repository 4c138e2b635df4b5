import type { FlowVerdict, Verdict } from '../../domain/precision.ts';
import type { ClockStart, RulingClock } from '../../domain/preset.ts';
import type { RigFeatures } from '../../domain/telemetry.ts';
import type { AlarmLogWords } from './alarm-log-words.ts';
import type { CourseWords } from './course-words.ts';
import type { RecordWords } from './record-words.ts';
import type { StandingWords } from './standing-words.ts';
import type { MethodWords, TimeWords } from './time-words.ts';

type Words<Key extends string> = Readonly<Record<Key, string>>;

/** The words of the report itself. Names of things (phases, alarms, sites) come from `domain/text`. */
export interface ReportWords extends RecordWords, CourseWords {
  readonly frame: Words<
    'simulation' | 'notADevice' | 'record' | 'born' | 'hospitalNumber' | 'page' | 'of' | 'pagesEnd'
  > & { readonly session: (n: number, of: number | null) => string };
  readonly times: TimeWords;
  readonly comma: string;
  /** Said of what stands before it. */
  readonly aside: (text: string) => string;
  readonly semicolon: string;
  readonly colon: string;
  readonly title: string;
  readonly subtitle: string;
  readonly glance: Words<
    | 'outcome'
    | 'interrupted'
    | 'interruptions'
    | 'inBand'
    | 'control'
    | 'flow'
    | 'core'
    | 'alarms'
    | 'noTreatment'
    | 'dwell'
    | 'dwelt'
    | 'notMeasured'
  > & {
    readonly interruption: (at: string, lasted: string, cause: string) => string;
    readonly ofPlanned: (minutes: number) => string;
    readonly flowOf: (mlPerMin: number) => string;
    readonly flowChanged: (times: number) => string;
    readonly priorities: (high: number, medium: number, low: number) => string;
  };
  readonly rescue: Words<
    | 'title'
    | 'subtitle'
    | 'noPatient'
    | 'why'
    | 'began'
    | 'lasted'
    | 'drained'
    | 'notCounted'
    | 'breaksOff'
    | 'ended'
    | 'doing'
    | 'from'
    | 'written'
    | 'nothing'
    | 'on'
    | 'off'
    | 'heater'
    | 'pump'
    | 'flow'
    | 'none'
  > & { readonly more: (n: number) => string };
  readonly patient: Words<
    | 'heading'
    | 'name'
    | 'birthDate'
    | 'sex'
    | 'hospitalNumber'
    | 'otherNumbers'
    | 'issuer'
    | 'visitNumber'
    | 'orderNumber'
    | 'bed'
    | 'referringWard'
    | 'returnWard'
    | 'body'
    | 'bodySurface'
    | 'allergies'
    | 'diagnosis'
    | 'indication'
    | 'procedure'
    | 'side'
    | 'session'
    | 'cavity'
    | 'setting'
    | 'temperatureBefore'
    | 'otherTreatments'
    | 'none'
  > & { readonly sessionOf: (n: number, of: number | null) => string };
  readonly team: Words<'heading' | 'prescriber' | 'anaesthetist' | 'disposables'>;
  readonly rig: Words<
    | 'heading'
    | 'serial'
    | 'simulated'
    | 'firmware'
    | 'heater'
    | 'flowRange'
    | 'fitted'
    | 'none'
    | 'console'
    | 'calibration'
    | 'unknown'
    | 'timeScale'
  > & { readonly features: Words<keyof RigFeatures> };
  readonly protocol: Words<
    | 'heading'
    | 'preset'
    | 'source'
    | 'target'
    | 'band'
    | 'control'
    | 'cavityNotMeasured'
    | 'clock'
    | 'fillBasis'
    | 'ceiling'
    | 'flow'
    | 'fill'
    | 'fillFlow'
    | 'carrier'
    | 'rinses'
    | 'mode'
    | 'additions'
    | 'basedOn'
    | 'changes'
    | 'blank'
    | 'none'
  > & {
    readonly addition: (atMinutes: number, label: string) => string;
    readonly basedOnText: (name: string, version: number, by: string) => string;
    readonly version: (n: number) => string;
    readonly clockText: (ruling: RulingClock, start: ClockStart) => string;
    readonly targetText: (target: number, minutes: number) => string;
    readonly rinseText: (count: number, volumeMl: number) => string;
  };
  readonly curves: Words<
    | 'heading'
    | 'temperature'
    | 'flow'
    | 'measured'
    | 'setBand'
    | 'core'
    | 'coreByHand'
    | 'minutes'
    | 'allProbes'
    | 'allValues'
    | 'gap'
    | 'legend'
    | 'empty'
  > & {
    readonly target: (target: number, low: number, high: number) => string;
    readonly ceiling: (limit: number) => string;
  };
  readonly phases: Words<'heading' | 'number' | 'phase' | 'start' | 'from' | 'lasted'>;
  readonly gaps: Words<'heading' | 'of' | 'from' | 'lasted' | 'reason' | 'none' | 'noSamples'> & {
    readonly more: (n: number, seconds: number) => string;
  };
  readonly precision: Words<
    | 'heading'
    | 'promise'
    | 'judged'
    | 'found'
    | 'verdictHeading'
    | 'rule'
    | 'measurement'
    | 'measurementPromise'
    | 'measurementJudged'
    | 'control'
    | 'controlPromise'
    | 'controlJudged'
    | 'flow'
    | 'flowPromise'
    | 'flowJudged'
    | 'calibration'
    | 'noDate'
    | 'noDip'
    | 'meterNotKnown'
    | 'noProbesCheck'
    | 'notJudged'
    | 'dwelt'
  > & {
    readonly verdict: Words<Verdict>;
    /** Of the flow, which is measured by the meter that it is held by. */
    readonly flowVerdict: Words<FlowVerdict>;
    readonly meter: (on: string, by: string) => string;
    readonly dip: (means: string, spread: string, most: string) => string;
    readonly overdue: (months: number) => string;
    readonly probesCheck: (passed: boolean, detail: string) => string;
    readonly inBand: (percent: string, inBand: string, elapsed: string) => string;
    readonly meanSd: (mean: string, sd: string) => string;
    readonly worst: (deviation: string, at: string) => string;
    readonly withinFlow: (percent: string) => string;
    readonly meanSdFlow: (mean: string, sd: string) => string;
    readonly worstFlow: (percent: string) => string;
  };
  /** Fields of a preset, where a change of one is told. */
  readonly presetField: Readonly<Partial<Record<string, string>>>;
  readonly probes: Words<
    | 'heading'
    | 'probe'
    | 'mean'
    | 'sd'
    | 'min'
    | 'max'
    | 'band'
    | 'below'
    | 'inBand'
    | 'above'
    | 'atLeast'
    | 'dose'
    | 'doseTreatment'
    | 'doseRun'
    | 'valid'
    | 'control'
    | 'core'
    | 'coreSite'
    | 'coreMax'
    | 'coreNotMeasured'
  > & {
    readonly coreMinutes: (at38: string, at39: string, at39point5: string) => string;
    readonly coreByHand: (count: number, highest: string) => string;
  };
  readonly clocks: Words<
    | 'heading'
    | 'elapsed'
    | 'inBand'
    | 'dwell'
    | 'drug'
    | 'timeToTarget'
    | 'flowMean'
    | 'before'
    | 'filled'
    | 'added'
    | 'drained'
    | 'circulation'
    | 'drainMeasured'
    | 'notMeasured'
    | 'notRecovered'
    | 'notRecoveredByMeasure'
    | 'unknown'
  > & { readonly times: (volume: string, count: number) => string };
  readonly alarms: AlarmLogWords;
  readonly deviations: Words<
    'heading' | 'none' | 'number' | 'what' | 'over' | 'notOver' | 'who' | 'before' | 'oneProbeVaries'
  > & {
    readonly contraindication: (item: string, answer: string, reason: string, clinician: string) => string;
    readonly notDone: (item: string, reason: string, by: string) => string;
    readonly interrupted: (time: string) => string;
    readonly fever: (celsius: number, by: string) => string;
    readonly gap: (count: number, seconds: number) => string;
    readonly additionMissing: (which: string, plannedAt: string) => string;
    readonly additionLate: (which: string, plannedAt: string, recordedAt: string) => string;
    readonly until: (time: string) => string;
    readonly controlProbeLost: (probe: string, times: number) => string;
    readonly oneProbe: (probe: string, throughout: boolean) => string;
    readonly alarm: (called: string, times: number) => string;
    readonly startLate: (late: string) => string;
    readonly drainByCount: (drained: string) => string;
    readonly explained: (text: string, by: string, at: string) => string;
  };
  readonly timeline: Words<'heading' | 'time' | 'at' | 'what' | 'who'> & {
    readonly unseen: (alarm: string) => string;
  };
  readonly selfTest: Words<'heading' | 'passed' | 'failed' | 'none'>;
  readonly link: Words<'heading' | 'discarded' | 'unknown'> & { readonly share: (percent: string) => string };
  readonly method: MethodWords;
  readonly standing: StandingWords;
}
