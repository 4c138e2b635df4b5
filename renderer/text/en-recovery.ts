import { number } from '../../electron/contract/text.ts';
import { wallDate, wallTimeSeconds } from './format.ts';

/** "12 s", "3 min 12 s", "2 h 05 min" */
function ago(seconds: number): string {
  const full = Math.max(0, Math.floor(seconds));
  if (full < 60) return `${full} s`;
  if (full < 3600) return `${Math.floor(full / 60)} min ${full % 60} s`;
  return `${Math.floor(full / 3600)} h ${String(Math.floor((full % 3600) / 60)).padStart(2, '0')} min`;
}

/** A time of day is enough for what was lost so lately, s. */
const sameDaySeconds = 6 * 3600;

/** A run that a lost console left open. */
export const recovery = {
  title: (seconds: number) => `This console lost a run ${ago(seconds)} ago`,
  nothingYet: 'Nothing is taken up by itself. Look at patient and machine, then choose below.',
  lost: 'Lost',
  lostAt: (wallMs: number, seconds: number) =>
    `${seconds < sameDaySeconds ? '' : `${wallDate(wallMs)} `}${wallTimeSeconds(wallMs)}, ${ago(seconds)} ago`,
  patient: 'Patient',
  hospitalNumber: 'Hospital number',
  protocol: 'Protocol',
  phase: 'Phase',
  rig: 'Machine of the run',
  clocks: {
    elapsed: 'Elapsed',
    inBand: 'In band',
    drug: 'Drug contact',
    of: (planned: string) => `of ${planned}`,
  },
  inCavity: 'In the cavity, by count',
  uncertainty: (ml: number) => `± ${number(ml)} mL`,
  unknown: 'not known',
  mayBeFull: 'it may be full',
  lastValues: (seconds: number) => `Last values on record, ${ago(seconds)} old`,
  by: 'Who decides',
  confirm: 'This is the patient and these are the catheters of this run',
  cannot: 'It cannot be taken up again:',
  take: {
    title: 'Take up again',
    caption: 'phase as it was, heater off, then Take command',
    needs: 'needs the tick',
    cannot: 'not possible, see above',
  },
  drain: { title: 'Drain', caption: 'press and hold', cannot: 'drain by hand, see above' },
  end: {
    title: 'End and report',
    caption: 'touch twice: ends the run as it stands',
    again: 'Touch again to end the run',
    againCaption: 'nothing is drained by it',
  },
  under: 'Being done…',
  refused: (why: string) => `Not done. ${why}`,
  noAnswer: 'The console did not answer. Try again; use the switch on the machine meanwhile.',
};
