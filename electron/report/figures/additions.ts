import type { OperatorAction } from '../../domain/action.ts';
import { additionLateMinutes } from '../../domain/preset.ts';
import type { KeptEvent, RunEvent, RunHeader } from '../../domain/run-event.ts';

/** A planned addition, and when in treatment it was recorded. */
export interface AdditionRecord {
  /** From 1. */
  readonly number: number;
  readonly label: string;
  readonly plannedMinutes: number;
  /** From the start of treatment; `null`: it was not recorded. */
  readonly recordedMinutes: number | null;
  /** Somebody has said so. */
  readonly notGiven: boolean;
  readonly late: boolean;
}

/** All that the preset plans; none where no treatment began. */
export function additionRecords(header: RunHeader, events: readonly KeptEvent[]): readonly AdditionRecord[] {
  const { additions } = header.preset;
  const fromMs = events.find(
    ({ event }) => event.type === 'phase' && (event.to === 'treatment' || event.to === 'dwell'),
  )?.sessionMs;
  if (fromMs === undefined) return [];
  const first = additions.findIndex(({ atMinutes }) => atMinutes === 0);
  return additions.map(({ label, atMinutes }, index) => {
    const given = events.find(
      ({ event }) => event.type === 'action' && event.refused === null && records(event.action, index, first),
    );
    const recordedMinutes = given === undefined ? null : Math.max(0, given.sessionMs - fromMs) / 60_000;
    const late = recordedMinutes !== null && recordedMinutes - atMinutes > additionLateMinutes;
    const notGiven = recordedMinutes === null && events.some(({ event }) => saysNotGiven(event, index));
    return { number: index + 1, label, plannedMinutes: atMinutes, recordedMinutes, notGiven, late };
  });
}

const saysNotGiven = (event: RunEvent, index: number): boolean =>
  event.type === 'action' &&
  event.refused === null &&
  event.action.type === 'addition-not-given' &&
  event.action.addition === index;

/** The drug that starts a treatment is the addition planned for its first minute. */
const records = (action: OperatorAction, index: number, first: number): boolean =>
  action.type === 'start-treatment'
    ? action.drug !== null && index === first
    : action.type === 'record-drug' && action.addition === index;
