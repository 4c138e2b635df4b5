import { minutesSeconds, number } from '../../domain/text/format.ts';
import type { ReportWords } from './report-words.ts';

/** What was recorded, in the order it happened. */
export const logWords = {
  deviations: {
    heading: 'Deviations from the plan',
    none: 'None recorded.',
    number: 'No.',
    before: 'before the run',
    what: 'What',
    over: 'Lasted',
    notOver: 'not over when the record ended',
    until: (time) => `until ${time}`,
    who: 'Who',
    contraindication: (item, answer, reason, clinician) =>
      `Contraindication, ${item}: ${answer}. Gone on: ${reason} (decided by ${clinician})`,
    notDone: (item, reason, by) => `Not done, ${item}: ${reason} (said by ${by})`,
    interrupted: (time) =>
      `The run was ended by the loss of the console at ${time}, by no person: the record breaks off there.`,
    fever: (celsius, by) =>
      `Body temperature before treatment ${number(celsius, 1)} °C, above 38 °C: gone on by decision of ${by}`,
    additionMissing: (which, plannedAt) =>
      `Planned addition ${which}, at ${plannedAt} of treatment: not recorded.`,
    additionLate: (which, plannedAt, recordedAt) =>
      `Planned addition ${which}, at ${plannedAt} of treatment: recorded late, at ${recordedAt}.`,
    controlProbeLost: (probe, times) =>
      `Control probe without a usable value in treatment${times === 1 ? '' : `, ${times} times`}: ${probe}`,
    oneProbe: (probe, throughout) =>
      throughout
        ? `Control by one probe throughout, no other lay in the cavity: ${probe}`
        : `Control by one probe alone: ${probe}`,
    oneProbeVaries: 'not always the same',
    alarm: (called, times) => (times === 1 ? called : `${called}, ${times} times`),
    startLate: (late) => `Treatment was started ${late} after the control temperature had come into band.`,
    drainByCount: (drained) => `What was drained is known by count alone, ${drained}: nobody measured it.`,
    explained: (text, by, at) => `Explanation: ${text} (${by}, ${at})`,
    gap: (count, seconds) =>
      `${count === 1 ? 'Samples are missing once' : `Samples are missing ${count} times`}, ${minutesSeconds(seconds)} in all`,
  },
  timeline: {
    heading: 'Timeline',
    unseen: (alarm) => `Alarm not seen any more, link lost: ${alarm}`,
    time: 'Time',
    at: 'Session',
    what: 'What',
    who: 'Who',
  },
  selfTest: { heading: 'Self-test', passed: 'passed', failed: 'failed', none: 'No self-test on record.' },
  link: {
    heading: 'Quality of the link',
    discarded: 'Replies discarded, by kind, since the console was started.',
    unknown: 'Not known: the record breaks off before the end of the run.',
    share: (percent) => `${percent} % of exchanges answered correctly.`,
  },
} satisfies Pick<ReportWords, 'deviations' | 'timeline' | 'selfTest' | 'link'>;
