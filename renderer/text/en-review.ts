import { minutesSeconds, number } from '../../electron/contract/text.ts';

export const review = {
  unknownOutcome: 'Run ended',
  figures: 'Key figures',
  elapsed: 'Treatment elapsed',
  inBand: 'In band',
  ofPlanned: (seconds: number) => `of ${minutesSeconds(seconds)} planned`,
  share: (share: number) => `${number(share * 100, 1)} % of the treatment time`,
  noTreatment: 'treatment not started',
  drug: 'Drug contact',
  noDrug: 'none recorded',
  volumeIn: 'Filled, with rinses and drugs',
  volumeOut: 'Drained, by count',
  byHand: 'Fluid in and out by hand',
  inAndOut: (inMl: string, outMl: string) => `+${inMl} −${outMl}`,
  measured: 'Drained, measured',
  notMeasured: 'not measured',
  notRecovered: 'Not recovered, by count',
  notRecoveredByMeasure: 'Not recovered, by measure',
  ml: 'mL',
  probes: 'Thermal dose, a descriptor for the record',
  cem43: (minutes: number) => `${number(minutes, 1)} min CEM43`,
  alarms: (count: number) =>
    count === 0 ? 'No alarm in this run' : `${number(count)} ${count === 1 ? 'alarm' : 'alarms'} in this run`,
  files: 'Files',
  folder: 'Folder',
  report: 'Report',
  samples: 'Samples',
  summary: 'Summary',
  notWritten: 'not written',
  writing: 'The report is being written…',
  newCase: 'New case',
  newCaseCaption: 'leaves this review; the files stay',
};

export const waiting = {
  connecting: 'Waiting for the console…',
};
