import type { ChartSource } from '../chart/chart-source.ts';
import { dicomReport } from '../chart/dicom/dicom-report.ts';
import { fhirReport } from '../chart/fhir/fhir-report.ts';
import { hl7Report } from '../chart/hl7/hl7-report.ts';
import { redcapRow } from '../chart/redcap/redcap.ts';
import { sessionJson } from '../chart/session/session-json.ts';
import { recordVital } from '../chart/vital/record-vital.ts';
import { recordXlsx } from '../chart/xlsx/record-xlsx.ts';
import type { ChartSettings } from './chart-settings.ts';

/** What a document is made from: the record, the report as it was printed, and what the hospital's systems want. */
export interface ChartInput {
  readonly source: ChartSource;
  /** `null`: it was not made. */
  readonly pdf: Uint8Array | null;
  readonly settings: ChartSettings;
  /** Hears what a person has to know of a document that was made. */
  readonly note: (words: string) => void;
}

/** A document for the chart beside report, samples and summary. `make` throws, in words, where it cannot be made. */
export interface ChartFile {
  readonly name: string;
  readonly make: (input: ChartInput) => Iterable<string | Uint8Array>;
}

export const chartFiles: readonly ChartFile[] = [
  { name: 'session.json', make: ({ source }) => sessionJson(source) },
  { name: 'record.xlsx', make: ({ source }) => [recordXlsx(source)] },
  { name: 'record.vital', make: ({ source }) => [recordVital(source)] },
  { name: 'redcap.csv', make: ({ source }) => [redcapRow(source)] },
  {
    name: 'report.fhir.json',
    make: ({ source, pdf, settings }) => [fhirReport(source, pdf, settings.codes())],
  },
  { name: 'report.hl7', make: hl7File },
  { name: 'report.dcm', make: dicomFile },
];

/** Nothing is cut: a receiver may do that. */
function hl7File({ source, pdf, settings, note }: ChartInput): Iterable<Uint8Array> {
  const { bytes, tooLong } = hl7Report(source, pdf, settings.hl7());
  for (const { place, characters, most } of tooLong)
    note(`${place} has ${characters} characters, HL7 v2.5.1 has room for ${most}`);
  return [bytes];
}

function dicomFile({ source, pdf, note }: ChartInput): Iterable<Uint8Array> {
  const { bytes, leftOut } = dicomReport(source, printed(pdf));
  for (const { attribute, most } of leftOut)
    note(`${attribute} is left out: DICOM has room for ${most} bytes`);
  return [bytes];
}

function printed(pdf: Uint8Array | null): Uint8Array {
  if (pdf === null) throw new Error('there is no report.pdf to put into it');
  return pdf;
}
