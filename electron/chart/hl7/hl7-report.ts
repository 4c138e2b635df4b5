import type { ChartSource } from '../chart-source.ts';
import { externalCodes, v2Systems } from '../codes.ts';
import { encode, type Hl7Charset } from './charset.ts';
import { controlIdOf, fillerNumberOf } from './control-id.ts';
import { type Field, headerSegment, segment } from './fields.ts';
import { type Placed, type TooLong, tooLong } from './lengths.ts';
import { localSystem } from './local-system.ts';
import type { Observation } from './observation.ts';
import { caseValues, planValues, recordValues, teamValues } from './observations/case-values.ts';
import { drugValues, readingValues } from './observations/entered-values.ts';
import { clockValues, fluidValues, pressureValues, temperatureValues } from './observations/run-values.ts';
import { addendumValues, alarmValues, deviationValues, noteValues } from './observations/said-values.ts';
import { obxSegment, obxTexts, pdfSegment, resultStatus } from './obx.ts';
import { patientSegment, patientTexts, visitSegments, visitTexts } from './patient.ts';
import { type Spoken, spoken } from './spoken.ts';
import { hl7Time } from './time.ts';

/** What a receiver wants besides; names left out are the site's. */
export interface Hl7Options {
  readonly charset: Hl7Charset;
  readonly sendingApplication?: string;
  readonly sendingFacility?: string;
  readonly receivingApplication?: string;
  readonly receivingFacility?: string;
}

export interface Hl7Report {
  /** One message, its segments ended by carriage returns, in the character set of the options. */
  readonly bytes: Uint8Array;
  /** MSH-10, which an acknowledgement names. */
  readonly controlId: string;
  /** What is longer than HL7 v2.5.1 lets it be; it stands whole in the message. */
  readonly tooLong: readonly TooLong[];
}

/**
 * `report.hl7`: ORU^R01^ORU_R01 of HL7 v2.5.1 (docs/chart-hl7.md). `pdf` `null`: without the printed report, for a
 * receiver that takes no message of that size; the values stand without it.
 */
export function hl7Report(source: ChartSource, pdf: Uint8Array | null, options: Hl7Options): Hl7Report {
  const of = spoken(source);
  const names = partiesOf(source, options);
  const observations = observationsOf(of);
  const segments = [
    header(of, names, options),
    patientSegment(of),
    ...visitSegments(of),
    ...orderSegments(of),
    ...remarks(of),
    ...observations.map((one, index) => obxSegment(of, one, index + 1)),
    ...(pdf === null ? [] : [pdfSegment(of, pdf, observations.length + 1, documentWallMs(of))]),
  ];
  return {
    bytes: encode(segments.map((one) => `${one}\r`).join(''), options.charset),
    controlId: controlIdOf(source),
    tooLong: tooLong([
      ...names.map(([number, name]): Placed => [`MSH-${number}.1`, name]),
      ...patientTexts(of),
      ...visitTexts(of),
      ['ORC-2', source.header.case.patient.orderNumber],
      ...observations.flatMap((one) => obxTexts(of, one)),
      ['OBX-5.5', pdf === null ? '' : 'A'.repeat(4 * Math.ceil(pdf.length / 3))],
    ]),
  };
}

const observationsOf = (of: Spoken): Observation[] => [
  ...recordValues(of),
  ...caseValues(of),
  ...teamValues(of),
  ...planValues(of),
  ...clockValues(of),
  ...temperatureValues(of),
  ...fluidValues(of),
  ...pressureValues(of),
  ...drugValues(of),
  ...readingValues(of),
  ...alarmValues(of),
  ...deviationValues(of),
  ...noteValues(of),
  ...addendumValues(of),
];

/** When the document became what it is: as the last word was said, or the record ended. */
const documentWallMs = ({ addenda, figures }: ChartSource): number =>
  addenda.at(-1)?.atWallMs ?? figures.endWallMs;

type Party = readonly [number: 3 | 4 | 5 | 6, name: string];

/** MSH-3 to MSH-6: who sends, who is sent to. */
function partiesOf({ header }: ChartSource, options: Hl7Options): Party[] {
  const { hospital, department } = header.site;
  return [
    [3, options.sendingApplication ?? 'Isotherm'],
    [4, options.sendingFacility ?? (department || hospital)],
    [5, options.receivingApplication ?? ''],
    [6, options.receivingFacility ?? hospital],
  ];
}

const header = (of: Spoken, parties: readonly Party[], { charset }: Hl7Options): string =>
  headerSegment({
    ...Object.fromEntries(parties.map(([number, name]): [number, Field] => [number, [name]])),
    7: hl7Time(documentWallMs(of), of.time),
    9: ['ORU', 'R01', 'ORU_R01'],
    10: controlIdOf(of),
    // What was recorded on a simulated rig is no patient's: training, not production (HL7 table 0103).
    11: of.header.simulation ? 'T' : 'P',
    12: '2.5.1',
    18: charset,
  });

function orderSegments(of: Spoken): string[] {
  const { header, figures, time, status, labels } = of;
  const { orderNumber } = header.case.patient;
  const { procedureNote } = externalCodes;
  return [
    segment('ORC', { 1: 'RE', 2: [orderNumber], 3: [fillerNumberOf(of)] }),
    segment('OBR', {
      1: '1',
      2: [orderNumber],
      3: [fillerNumberOf(of)],
      4: [
        'perfusion-record',
        labels.title,
        localSystem,
        procedureNote.code,
        procedureNote.display,
        v2Systems[procedureNote.system] ?? '',
      ],
      7: hl7Time(header.startedWallMs, time),
      8: hl7Time(figures.endWallMs, time),
      22: hl7Time(documentWallMs(of), time),
      25: resultStatus[status],
    }),
  ];
}

/** For a person who reads the message by itself. */
function remarks({ labels, status, header }: Spoken): string[] {
  const lines = [labels.status[status], ...(header.simulation ? [labels.simulated] : []), labels.remark];
  return lines.map((line, index) => segment('NTE', { 1: `${index + 1}`, 2: 'L', 3: line }));
}
