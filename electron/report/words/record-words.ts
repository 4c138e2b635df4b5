import type { MapWords } from './map-words.ts';

type Words<Key extends string> = Readonly<Record<Key, string>>;

/** The words of what people have entered and recorded. Every figure and time handed to them is written already. */
export interface RecordWords {
  readonly drugs: Words<
    | 'heading'
    | 'planned'
    | 'given'
    | 'nonePlanned'
    | 'noneGiven'
    | 'drug'
    | 'dose'
    | 'perM2'
    | 'volume'
    | 'diluent'
    | 'lot'
    | 'expiry'
    | 'preparedBy'
    | 'checkedBy'
    | 'recordedBy'
    | 'time'
    | 'minute'
    | 'inCavity'
    | 'beforeTreatment'
    | 'notNamed'
    | 'plannedAdditions'
    | 'plannedAt'
    | 'recordedAt'
    | 'notRecorded'
    | 'saidNotGiven'
    | 'carrierPlanned'
    | 'carrierUsed'
  > & {
    readonly addition: (number: number) => string;
    /** `area` `null`: height or weight is not known. */
    readonly computed: (area: string | null) => string;
    readonly carrier: (name: string, volume: string, at: string, by: string) => string;
  };
  readonly vitals: Words<
    'heading' | 'none' | 'from' | 'session' | 'coreByHand' | 'other' | 'time' | 'what' | 'who'
  > & {
    readonly every: (minutes: number) => string;
  };
  readonly checks: Words<
    | 'heading'
    | 'item'
    | 'answer'
    | 'who'
    | 'when'
    | 'notAnswered'
    | 'notRecorded'
    | 'contraindications'
    | 'before'
    | 'timeOut'
    | 'fever'
    | 'notAsked'
    | 'notAbove'
    | 'dipCheck'
    | 'notCompared'
    | 'noValue'
    | 'agree'
    | 'disagree'
  > & {
    readonly goneOn: (reason: string, clinician: string) => string;
    readonly feverDecided: (by: string) => string;
    readonly spread: (spread: string, most: string) => string;
    readonly by: (name: string, at: string) => string;
    readonly read: (first: string, second: string, at: string, by: string) => string;
  };
  readonly catheters: MapWords;
  readonly people: Words<
    | 'heading'
    | 'what'
    | 'who'
    | 'role'
    | 'how'
    | 'released'
    | 'started'
    | 'inCharge'
    | 'notReleased'
    | 'noChair'
    | 'signedIn'
    | 'typed'
    | 'nobody'
    | 'program'
    | 'typedMark'
    | 'marks'
  > & {
    readonly handedOver: (from: string) => string;
    readonly second: (name: string) => string;
    readonly breakGlass: (reason: string) => string;
  };
  readonly site: Words<'heading' | 'allSignedOff' | 'notSaid'> & {
    readonly notSignedOff: (values: string) => string;
    readonly limits: (names: readonly string[]) => string;
    /** What is signed for besides limits of alarms, by its key; shown as it is where there is no word for it. */
    readonly rules: Readonly<Partial<Record<string, string>>>;
  };
}
