import { number } from '../../domain/text/format.ts';
import { courseEn } from './course-words.ts';
import { alarmLogWords } from './en-alarm-log.ts';
import { caseWords } from './en-case.ts';
import { figuresWords } from './en-figures.ts';
import { logWords } from './en-log.ts';
import { recordWords } from './en-record.ts';
import type { ReportWords } from './report-words.ts';
import { standingEn } from './standing-words.ts';
import { timeEn } from './time-words.ts';

export const reportEn: ReportWords = {
  frame: {
    simulation: 'SIMULATION',
    notADevice: 'Isotherm is not a cleared medical device.',
    record: 'Record',
    session: (n, of) => `Session ${n}${of === null ? '' : ` of ${of}`}`,
    born: 'born',
    hospitalNumber: 'No.',
    page: 'Page',
    of: 'of',
    pagesEnd: '',
  },
  comma: ', ',
  aside: (text) => ` (${text})`,
  semicolon: '; ',
  colon: ': ',
  title: 'Perfusion treatment record',
  subtitle: 'Hyperthermic perfusion of the body cavity',
  glance: {
    outcome: 'Outcome',
    interrupted: 'by loss of the console',
    interruptions: 'Interrupted',
    interruption: (at, lasted, cause) => `at ${at} of the session, for ${lasted}, ${cause}`,
    inBand: 'Time in band',
    ofPlanned: (minutes) => `of ${minutes}:00 planned`,
    control: 'Control temperature',
    flow: 'Flow within ±5 %',
    flowOf: (mlPerMin) => `of ${number(mlPerMin)} mL/min set`,
    flowChanged: (times) => `of the set flow, changed ${times === 1 ? 'once' : `${times} times`}`,
    core: 'Highest core',
    alarms: 'Alarms',
    noTreatment: 'no treatment',
    dwell: 'Dwell',
    dwelt: 'not judged, nothing circulates',
    notMeasured: 'not measured',
    priorities: (high, medium, low) => `${high} high, ${medium} medium, ${low} low`,
  },
  rescue: {
    title: 'Rescue record',
    subtitle: 'What was written to the rig outside a treatment',
    noPatient: 'No case: enter patient and visit by hand',
    why: 'Why',
    began: 'Began',
    lasted: 'Lasted',
    drained: 'Drained, by count',
    notCounted: 'not counted',
    ended: 'Ended',
    breaksOff: 'the record breaks off: nobody ended it',
    doing: 'What was written, and what flowed',
    from: 'From',
    written: 'Written',
    nothing: 'nothing',
    on: 'on',
    off: 'off',
    heater: 'Heater',
    pump: 'Pump',
    flow: 'Flow measured, mean',
    none: 'The record holds no samples.',
    more: (n) => `and ${n} more stretches; every sample is in samples.csv`,
  },
  standing: standingEn,
  times: timeEn,
  alarms: alarmLogWords,
  ...caseWords,
  ...figuresWords,
  ...logWords,
  ...recordWords,
  ...courseEn,
};
