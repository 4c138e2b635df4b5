import type { OperatorActionType } from './action.ts';
import type { Actor } from './actor.ts';
import { type AlarmLimitName, alarmLimits } from './alarm-limits.ts';
import type { Phase } from './phase.ts';
import { type Role, roles } from './role.ts';

/** What a person asks outside the actions of a run. */
export const requestNames = [
  /** A case is entered and checked: whoever is named may start it. */
  'release-run',
  'start-run',
  /** An item of the checklist is answered. */
  'answer-check',
  /** Earlier runs of a patient are looked up. */
  'recall',
  /** Who waits for a treatment is looked at. */
  'worklist',
  'new-case',
  'save-preset',
  'rescue-off',
  'rescue-circulate-unheated',
  'rescue-drain',
  'rescue-end-drain',
  'rescue-clear-interlocks',
  'recover-take-up',
  'recover-drain',
  'recover-end',
  /** What is said of fluid that an earlier run left. */
  'answer-fluid',
  /** Asked of whoever takes the chair. */
  'hand-over-chair',
  'sign-report',
  /** It is seen how far documents are on their way to the hospital, and they are sent again or to a stick. */
  'deliver',
  'edit-site',
  /** Somebody stands for values of the site. */
  'sign-site',
  'edit-people',
  /** Start the console again once its engine has faulted. */
  'restart',
  /** Say where the rig is plugged in while it does not answer. */
  'choose-port',
] as const;
export type RequestName = (typeof requestNames)[number];
/** Everything that somebody may or may not do. */
export type What = OperatorActionType | RequestName;

/** `break-glass`: with name and reason, both kept on record; of somebody who is signed in the name is known. */
export type Permission = 'yes' | 'break-glass' | 'no';

/** What a rule has to know; `null`: not known, and then it is as if the answer were the worse one. */
export interface PermissionContext {
  /** Of the run. */
  readonly phase: Phase | null;
  /**
   * Since heat (flow) last ran it was held by anything but a person, or a high alarm was raised against it. `heatHeld`
   * of a run does not tell: HEAT OFF on top of an alarm takes the place of its reason.
   */
  readonly heatHeldByAlarm: boolean | null;
  readonly flowHeldByAlarm: boolean | null;
  /** Which one is to be changed. */
  readonly limit: AlarmLimitName | null;
  /** A perfusionist or clinician has released the run that is to start. */
  readonly released: boolean | null;
}
export const nothingKnown: PermissionContext = {
  phase: null,
  heatHeldByAlarm: null,
  flowHeldByAlarm: null,
  limit: null,
  released: null,
};

/** What a permission hangs on. */
type Condition = 'past-treatment' | 'glass-past-treatment' | 'heat' | 'flow' | 'limit' | 'released';
type Cell = Permission | Condition;

/** Nothing is left to do in them but to empty the patient and let the machine go. */
const pastTreatment: readonly (Phase | null)[] = ['drain', 'rinse', 'rinse-drain', 'disconnect', 'complete'];

const conditions: Readonly<Record<Condition, (context: PermissionContext, role: Role | null) => Permission>> =
  {
    'past-treatment': ({ phase }) => (pastTreatment.includes(phase) ? 'yes' : 'no'),
    'glass-past-treatment': ({ phase }) => (pastTreatment.includes(phase) ? 'break-glass' : 'no'),
    heat: ({ heatHeldByAlarm }) => (heatHeldByAlarm === false ? 'yes' : 'no'),
    flow: ({ flowHeldByAlarm }) => (flowHeldByAlarm === false ? 'yes' : 'break-glass'),
    limit: ({ limit }, role) =>
      limit !== null && role !== null && alarmLimits[limit].changedBy.includes(role) ? 'yes' : 'no',
    released: ({ released }) => (released === true ? 'yes' : 'no'),
  };

/** For whom a column of the table stands. */
export const columns = [null, 'or-staff', 'perfusionist', 'clinician', 'service'] as const;
type Row = readonly [nobody: Cell, orStaff: Cell, perfusionist: Cell, clinician: Cell, service: Cell];

const everybody: Row = ['yes', 'yes', 'yes', 'yes', 'yes'];
/** A service engineer treats nobody: in a run the column of the service is that of nobody. */
const team: Row = ['no', 'no', 'yes', 'yes', 'no'];
const staff: Row = ['no', 'yes', 'yes', 'yes', 'no'];
/** Plain for whoever is of the room and signed in: it is looked at, or makes nothing move that stood. */
const safeAct: Row = ['break-glass', 'yes', 'yes', 'yes', 'break-glass'];
/** OR staff too has to say why: it pumps into a patient, takes a guard away, or leaves the plan. */
const weighty: Row = ['break-glass', 'break-glass', 'yes', 'yes', 'break-glass'];

/**
 * Who may do what: nobody (no sign-in), OR staff, perfusionist, clinician, service. The rule behind every cell of the
 * first column: from every state a person reaches a drained cavity and a machine at rest without an account.
 */
const table: Readonly<Record<What, Row>> = {
  'heat-off': everybody,
  'pause-flow': everybody,
  'stop-run': everybody,
  // Also the way out of a treatment for whoever may not end it.
  'drain-now': everybody,
  acknowledge: everybody,
  'pause-audio': everybody,
  'resume-audio': everybody,

  // DRAIN NOW leads into the drain from every phase with fluid; from there on going on only empties and lets go.
  advance: ['glass-past-treatment', 'past-treatment', 'yes', 'yes', 'glass-past-treatment'],
  'leave-retained': weighty,
  // Also past a rinse that waits for somebody to see fresh fluid.
  'skip-rinses': weighty,
  // It starts the pump into the patient.
  'confirm-fresh-fluid': team,
  'end-run': weighty,

  // Its clock is the team's, with a drug or without.
  'start-treatment': team,
  'end-treatment': team,
  'extend-until-in-band': team,
  'extend-by': team,
  'change-flow': team,
  'change-target': team,
  'confirm-return': safeAct,
  'resume-heat': ['no', 'heat', 'yes', 'yes', 'no'],
  // A clot or a dry line is worse than unheated flow, and a drain may need it.
  'resume-flow': ['break-glass', 'flow', 'yes', 'yes', 'break-glass'],
  'circulate-unheated': ['break-glass', 'flow', 'yes', 'yes', 'break-glass'],
  // Heater off, everything else as it is in force.
  'take-command': safeAct,
  'clear-interlocks': weighty,
  'control-by-outflow': team,
  'go-on-without-cavity': team,
  'ignore-probe': team,
  'leave-bypass': team,
  'lift-core-hold': team,
  'change-alarm-limit': ['no', 'no', 'limit', 'limit', 'no'],

  'record-drug': team,
  'addition-not-given': team,
  'record-fluid': staff,
  'record-reading': staff,
  'record-note': staff,
  'record-vital': staff,
  'record-carrier': team,
  'time-out': team,

  'release-run': team,
  'start-run': ['no', 'released', 'yes', 'yes', 'no'],
  'answer-check': staff,
  recall: staff,
  worklist: staff,
  // The review goes, and with it what is known of fluid left: not by a passer-by.
  'new-case': ['no', 'yes', 'yes', 'yes', 'yes'],
  'save-preset': ['no', 'no', 'yes', 'yes', 'yes'],
  'rescue-off': everybody,
  // In whom, and with what, the console does not know.
  'rescue-circulate-unheated': weighty,
  'rescue-drain': everybody,
  // The pump stops; the drain can be asked for again.
  'rescue-end-drain': everybody,
  'rescue-clear-interlocks': weighty,
  'recover-take-up': safeAct,
  'recover-drain': everybody,
  // Like end-run: the run cannot be taken up any more.
  'recover-end': weighty,
  'answer-fluid': safeAct,
  'hand-over-chair': team,
  'sign-report': team,
  // They are of patients.
  deliver: team,
  'edit-site': ['no', 'no', 'no', 'no', 'yes'],
  // Whoever answers for the treatments, or enters what he or she has signed on paper.
  'sign-site': ['no', 'no', 'no', 'yes', 'yes'],
  'edit-people': ['no', 'no', 'no', 'no', 'yes'],
  restart: everybody,
  'choose-port': everybody,
};

/** A part of the console may do everything. A role counts only of somebody who is signed in: whoever types a name is nobody. */
export function permission(
  { role, how }: Pick<Actor, 'role' | 'how'>,
  what: What,
  context: PermissionContext = nothingKnown,
): Permission {
  if (how === 'program') return 'yes';
  const known = how === 'signed-in' ? role : null;
  const cell = table[what][columns.indexOf(known)] ?? 'no';
  return isPermission(cell) ? cell : conditions[cell](context, known);
}

const isPermission = (cell: Cell): cell is Permission =>
  cell === 'yes' || cell === 'break-glass' || cell === 'no';

/** Who may ask for it once signed in, whatever else is known. */
export const rolesThatMay = (what: RequestName): readonly Role[] =>
  roles.filter((role) => permission({ role, how: 'signed-in' }, what) === 'yes');

/** The table for a page: what, and its cell in the order of `columns`. */
export const permissionRows = (): readonly (readonly [what: What, cells: Row])[] =>
  Object.entries(table) as [What, Row][];
