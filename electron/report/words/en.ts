import { number } from '../../domain/text/format.ts';
import { alarmLogWords } from './en-alarm-log.ts';
import { caseWords } from './en-case.ts';
import { figuresWords } from './en-figures.ts';
import { logWords } from './en-log.ts';
import type { ReportWords } from './report-words.ts';

export const reportEn: ReportWords = {
  frame: {
    draft: 'DRAFT',
    simulation: 'SIMULATION',
    draftMeaning: 'not signed',
    notADevice: 'Isotherm is not a cleared medical device.',
    record: 'Record',
    session: (n) => `Session ${n}`,
    born: 'born',
    hospitalNumber: 'No.',
    page: 'Page',
    of: 'of',
    pagesEnd: '',
  },
  comma: ', ',
  semicolon: '; ',
  colon: ': ',
  title: 'Perfusion treatment record',
  subtitle: 'Hyperthermic perfusion of the body cavity',
  glance: {
    outcome: 'Outcome',
    interrupted: 'by loss of the console',
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
  signature: {
    heading: 'Signature',
    draft: 'This record has not been signed. Until it is, it is a draft.',
    name: 'Printed name',
    meaning: 'Meaning of the signature',
    signed: 'Signature',
    date: 'Date and time',
  },
  alarms: alarmLogWords,
  ...caseWords,
  ...figuresWords,
  ...logWords,
};
