/**
 * Every word for what the domain names, in one typed dictionary per language; screen, alarm texts and report
 * take theirs from here, so that one thing has one name. Knows nothing of where a text is shown.
 */

import type { AccessProblem } from '../access-problem.ts';
import type { OperatorActionType, Refusal } from '../action.ts';
import { type Actor, unknownActor } from '../actor.ts';
import type { Alarm, AlarmCode, AlarmKind, Priority, Reaction } from '../alarm.ts';
import type { AudioOnCause } from '../alarm-event.ts';
import type { AlarmLimitName } from '../alarm-limits.ts';
import type { BodySurfaceFormula } from '../body-surface.ts';
import type { ChecklistAnswer, ContraindicationAnswer, ProbeSite, Side, TreatmentCase } from '../case.ts';
import type { CircuitMode, Interlock, RigState } from '../circuit.ts';
import type { ClockStop } from '../clock-stop.ts';
import type { FluidKind, FluidWay } from '../fluid.ts';
import type { LinkCounters } from '../link.ts';
import type { ReadingKind } from '../manual-reading.ts';
import type { OtherTreatment } from '../patient.ts';
import type { HoldReason, InterruptionCause, Outcome, Phase } from '../phase.ts';
import type { Catheter } from '../places.ts';
import type { Preset, TreatmentMode } from '../preset.ts';
import type { MissingReason } from '../reading.ts';
import type { Role } from '../role.ts';
import type { RescueHeader, RunEvent } from '../run-event.ts';
import type { SiteRefusal } from '../site.ts';
import type { SiteKey } from '../site-change.ts';
import type { SiteLists } from '../site-lists.ts';
import type { RecoverRefusal, TakeUpRefusal } from '../take-up.ts';
import type { Language } from './language.ts';

type Names<Key extends string> = Readonly<Record<Key, string>>;

/** What the words need to know of the case: where each probe and the core probe lie. */
export interface Placement extends Pick<TreatmentCase, 'probeSites' | 'coreSite'> {
  /** Of the site the run was begun under, for their names and units. */
  readonly vitalSigns?: SiteLists['vitalSigns'];
}

/** At most three things to do, in order. */
export type Steps = readonly [string] | readonly [string, string] | readonly [string, string, string];

export interface AlarmWords {
  /** The condition without its figures, for lists. */
  readonly name: string;
  /** Subject, value and limit: "T3 upper cavity 43.52 °C, limit 43.50". */
  readonly title: (alarm: Alarm, placement: Placement) => string;
  /** What console or rig already did, where the reaction alone does not say it. */
  readonly did?: string;
  /** What to do now. */
  readonly steps: Steps;
}

export interface Words {
  /** BCP 47 tag, for the `lang` attribute. */
  readonly language: string;
  /** The same as a site's lists and a person's name go by it. */
  readonly spoken: Language;
  /** Who leads a treatment and who works the machine, as they are called where it is done; `null`: not said yet. */
  readonly teamIn: (setting: TreatmentCase['setting'] | null) => { perfusionist: string; surgeon: string };
  readonly phase: Names<Phase>;
  readonly circuitMode: Names<CircuitMode>;
  readonly rigState: Names<RigState>;
  readonly interlock: Names<Interlock>;
  readonly probeSite: Names<ProbeSite>;
  readonly missing: Names<MissingReason>;
  readonly hold: Names<HoldReason>;
  readonly outcome: Names<Outcome>;
  readonly interruptionCause: Names<InterruptionCause>;
  /** A plain sentence: why it was refused and how to mend it. */
  readonly refusal: Names<Refusal>;
  /** Why the rules of the site do not let a case be treated. */
  readonly siteRefusal: (refusal: SiteRefusal) => string;
  /** Why something about people, PINs or the chair was not done, and how to mend it. */
  readonly accessProblem: (problem: AccessProblem) => string;
  readonly bodySurfaceFormula: Names<BodySurfaceFormula>;
  /** A value of the site, by the key that it is changed and signed for by. */
  readonly siteKey: Names<SiteKey>;
  /** What is wrong with such a value, as the console said it. */
  readonly siteProblem: (said: string) => string;
  /** Why an open run cannot be taken up, and what to do instead. */
  readonly takeUpRefusal: Names<TakeUpRefusal>;
  /** Why what was chosen for it was not done. */
  readonly recoverRefusal: Names<RecoverRefusal>;
  readonly action: Names<OperatorActionType>;
  readonly clockStop: Names<ClockStop>;
  readonly readingKind: Names<ReadingKind>;
  readonly fluidKind: Names<FluidKind>;
  readonly fluidWay: Names<FluidWay>;
  readonly treatmentMode: Names<TreatmentMode>;
  /** What led to a phase, by the `cause` of its event; shown as it is where there is no word for it. */
  readonly phaseCause: Readonly<Partial<Record<string, string>>>;
  /** The checks of the self-test, by the `check` of its event; likewise. */
  readonly selfTestCheck: Readonly<Partial<Record<string, string>>>;
  /** What a check of the self-test found, by the `detail` of its event. */
  readonly selfTestDetail: (detail: string) => string;
  /** What stands in the way of a run or of keeping a preset, as the console said it. */
  readonly problem: (said: string) => string;
  readonly linkCounter: Names<keyof LinkCounters>;
  readonly sex: Names<TreatmentCase['patient']['sex']>;
  /** Of the procedure. */
  readonly side: Names<Side>;
  readonly allergyAnswer: Names<'none-known' | 'some' | 'unknown'>;
  readonly otherTreatment: Names<OtherTreatment['kind']>;
  readonly checklistAnswer: Names<ChecklistAnswer['answer']>;
  readonly contraindicationAnswer: Names<ContraindicationAnswer['answer']>;
  /** Where all were asked at once. */
  readonly anyContraindication: string;
  readonly catheterDirection: Names<Catheter['direction']>;
  readonly cavity: Names<TreatmentCase['cavity']>;
  readonly technique: Names<TreatmentCase['technique']>;
  readonly setting: Names<TreatmentCase['setting']>;
  readonly controlSite: Names<Preset['controlSite'] | 'inflow'>;
  readonly priority: Names<Priority>;
  readonly alarmKind: Names<AlarmKind>;
  /** What the console did by itself; "" for `none`. */
  readonly reaction: Names<Reaction>;
  /** Why the audio came back. */
  readonly audioOn: Names<AudioOnCause>;
  readonly alarmLimit: Names<AlarmLimitName>;
  readonly role: Names<Role>;
  readonly alarm: Readonly<Record<AlarmCode, AlarmWords>>;
  /** An alarm without its figures, where one of several may be meant: "T3 upper cavity: Probe without a usable value". */
  readonly alarmCalled: (alarm: Alarm, placement: Placement) => string;
  /** One line of the timeline, without who did it. */
  readonly eventLine: (event: RunEvent, placement: Placement) => string;
  /** Why a rescue record was begun. */
  readonly rescueWhy: (header: Pick<RescueHeader, 'why' | 'afterRunId'>) => string;
  /** How its drain ended, by the `summary` of its end; "" where there was none. */
  readonly rescueEnd: (summary: string) => string;
  /** Who did it, where it was not a person, or nobody is named. */
  readonly actor: Names<'console' | 'rig' | 'unattended' | 'unknown'>;
}

/** Alarms whose steps advise a lower target: where it may be changed they offer that. */
export const advisesLowerTarget: ReadonlySet<AlarmCode> = new Set([
  'target-unreachable',
  'core-temperature-medium-limit',
  'core-temperature-high-limit',
]);

/** Beside the text of an alarm, so that its priority is told without colour. */
export const priorityMarks: Names<Priority> = { low: '!', medium: '!!', high: '!!!' };

/** An alarm in full: title, what was done already ("" if nothing), what to do now. */
export interface AlarmText {
  readonly title: string;
  readonly did: string;
  readonly steps: Steps;
}

export function alarmText(words: Words, alarm: Alarm, placement: Placement): AlarmText {
  const { title, did, steps } = words.alarm[alarm.code];
  return { title: title(alarm, placement), did: did ?? words.reaction[alarm.reaction], steps };
}

/** By a key of a record, which another console may have written: one without words is shown as it is. */
export const siteKeyName = ({ siteKey }: Pick<Words, 'siteKey'>, key: string): string =>
  (siteKey as Readonly<Partial<Record<string, string>>>)[key] ?? key;

/** A probe by number and site: "T3 upper cavity". `id` is "T1" to "T4"; anything else comes back as it is. */
export function probeName(words: Pick<Words, 'probeSite'>, id: string, placement: Placement): string {
  const site = /^T[1-4]$/.test(id) ? placement.probeSites[Number(id[1]) - 1] : undefined;
  return site === undefined ? id : `${id} ${words.probeSite[site]}`;
}

/** Who acted, as far as it is known: a name as it was entered, a part of the console, or that nobody is named. */
export function actorName({ actor }: Pick<Words, 'actor'>, { id, name, how }: Actor): string {
  if (how === 'program') return id === 'unattended' ? actor.unattended : actor.console;
  return name === '' ? actor.unknown : name;
}

/** Who stands behind an event: the person named, or console or rig. */
export function eventActor(words: Words, event: RunEvent): string {
  switch (event.type) {
    case 'action':
    case 'audio-paused':
    case 'alarm-limit-changed':
    case 'taken-up':
    case 'fluid-answered':
    case 'audio-on':
      return actorName(words, event.by);
    case 'alarm-acknowledged':
      return actorName(words, event.alarm.acknowledgedBy ?? unknownActor);
    case 'interlock-latched':
    case 'interlock-cleared':
    case 'rig-restarted':
      return words.actor.rig;
    default:
      return words.actor.console;
  }
}
