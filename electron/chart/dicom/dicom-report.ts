import type { Identifier, Sex } from '../../domain/patient.ts';
import { isoAtOffset } from '../../domain/time-zone.ts';
import type { ChartSource } from '../chart-source.ts';
import { externalCodes, v2Systems } from '../codes.ts';
import { compactDay } from '../compact-day.ts';
import { documentWords } from '../document-words.ts';
import { patientNow } from '../patient-now.ts';
import { dicomFile, type Element, mostBytes } from './data-set.ts';
import { fits, freeText, type LeftOut, nameGroups } from './texts.ts';
import { uidOf } from './uid.ts';

export interface DicomReport {
  /** A file of DICOM PS3.10. */
  readonly bytes: Uint8Array;
  /** Of this document: the same whenever it is made, another one's for what is added later. */
  readonly sopInstanceUid: string;
  readonly leftOut: readonly LeftOut[];
}

const encapsulatedPdf = '1.2.840.10008.5.1.4.1.1.104.1';
const explicitLittleEndian = '1.2.840.10008.1.2.1';

/**
 * `report.dcm`: the printed report as Encapsulated PDF (DICOM PS3.3, A.45.1; docs/chart-dicom.md). Throws where the
 * hospital's number of the patient does not fit: a document that is nobody's is none.
 */
export function dicomReport(source: ChartSource, pdf: Uint8Array): DicomReport {
  const { header, status, addenda } = source;
  const sopInstanceUid = uidOf(`document ${header.runId} ${status} ${addenda.length}`);
  const leftOut: LeftOut[] = [];
  const elements = [
    ...documentElements(source, pdf, sopInstanceUid),
    ...timeElements(source),
    ...patientElements(source, leftOut),
    ...studyElements(source, leftOut),
    ...equipmentElements(source),
  ];
  const meta: Element[] = [
    { tag: 0x00020002, vr: 'UI', text: encapsulatedPdf },
    { tag: 0x00020003, vr: 'UI', text: sopInstanceUid },
    { tag: 0x00020010, vr: 'UI', text: explicitLittleEndian },
    { tag: 0x00020012, vr: 'UI', text: uidOf('isotherm') },
    { tag: 0x00020013, vr: 'SH', text: 'ISOTHERM' },
  ];
  return { bytes: dicomFile(meta, elements), sopInstanceUid, leftOut };
}

/** SOP common and encapsulated document modules (PS3.3, C.12.1, C.24.2). */
function documentElements(source: ChartSource, pdf: Uint8Array, sopInstanceUid: string): Element[] {
  const { status, language, header, addenda } = source;
  const words = documentWords[language];
  const remarks = [words.title, words.status[status], ...(header.simulation ? [words.simulated] : [])];
  return [
    { tag: 0x00080005, vr: 'CS', text: 'ISO_IR 192' },
    { tag: 0x00080016, vr: 'UI', text: encapsulatedPdf },
    { tag: 0x00080018, vr: 'UI', text: sopInstanceUid },
    { tag: 0x00200013, vr: 'IS', text: `${addenda.length + 1}` },
    // Name, number and birth date of the patient stand on the pages.
    { tag: 0x00280301, vr: 'CS', text: 'YES' },
    { tag: 0x0040a043, vr: 'SQ', items: [procedureNote] },
    { tag: 0x0040a493, vr: 'CS', text: status === 'preliminary' ? 'UNVERIFIED' : 'VERIFIED' },
    { tag: 0x00420010, vr: 'ST', text: remarks.join('. ') },
    { tag: 0x00420011, vr: 'OB', bytes: pdf },
    { tag: 0x00420012, vr: 'LO', text: 'application/pdf' },
    // Without the byte that makes an odd length even.
    { tag: 0x00420015, vr: 'UL', number: pdf.length },
  ];
}

const { procedureNote: noteCode } = externalCodes;
/** DICOM calls LOINC as HL7 v2 does (PS3.16, 8). */
const procedureNote: readonly Element[] = [
  { tag: 0x00080100, vr: 'SH', text: noteCode.code },
  { tag: 0x00080102, vr: 'SH', text: v2Systems[noteCode.system] ?? '' },
  { tag: 0x00080104, vr: 'LO', text: noteCode.display },
];

/** All in the offset at the start of the run, which the document names once (PS3.3, C.12.1.1.8). */
function timeElements({ header, figures, addenda, time }: ChartSource): Element[] {
  const started = header.startedWallMs;
  const offset = /([+-])(\d{2}):(\d{2})$/.exec(time.iso(started));
  // The record's clock shows no time that there is.
  if (offset === null) return emptyTimes;
  const [, sign = '+', hours = '00', minutes = '00'] = offset;
  const ahead = (sign === '-' ? -1 : 1) * (60 * Number(hours) + Number(minutes));
  const digits = (wallMs: number): string => isoAtOffset(wallMs, ahead).slice(0, 23).replaceAll(/[-:T]/g, '');
  const written = addenda.at(-1)?.atWallMs ?? figures.endWallMs;
  const known = time.iso(written) !== '';
  const day = (wallMs: number): string => digits(wallMs).slice(0, 8);
  const clock = (wallMs: number): string => digits(wallMs).slice(8);
  return [
    { tag: 0x00080020, vr: 'DA', text: day(started) },
    { tag: 0x00080023, vr: 'DA', text: known ? day(written) : '' },
    { tag: 0x0008002a, vr: 'DT', text: `${digits(started)}${sign}${hours}${minutes}` },
    { tag: 0x00080030, vr: 'TM', text: clock(started) },
    { tag: 0x00080033, vr: 'TM', text: known ? clock(written) : '' },
    { tag: 0x00080201, vr: 'SH', text: `${sign}${hours}${minutes}` },
  ];
}

const emptyTimes: Element[] = [
  { tag: 0x00080020, vr: 'DA', text: '' },
  { tag: 0x00080023, vr: 'DA', text: '' },
  { tag: 0x0008002a, vr: 'DT', text: '' },
  { tag: 0x00080030, vr: 'TM', text: '' },
  { tag: 0x00080033, vr: 'TM', text: '' },
];

/** DICOM has no word for a sex that is not known: then there is no value. */
const sexes: Readonly<Record<Sex, string>> = { female: 'F', male: 'M', other: 'O', unknown: '' };

function patientElements(source: ChartSource, leftOut: LeftOut[]): Element[] {
  const patient = patientNow(source);
  const [own, ...others] = patient.identifiers;
  if (!fits(own.value, mostBytes.LO))
    throw new Error(
      `The patient's number "${own.value}" does not fit into DICOM (LO: 64 bytes of text, no line break, no backslash): correct it in the record`,
    );
  const { heightCm, weightKg } = patient;
  return [
    { tag: 0x00100010, vr: 'PN', text: nameGroups(patient) },
    { tag: 0x00100020, vr: 'LO', text: own.value },
    ...(own.issuer === '' ? [] : [issuerOf(own)]),
    { tag: 0x00100030, vr: 'DA', text: compactDay(patient.birthDate) },
    { tag: 0x00100040, vr: 'CS', text: sexes[patient.sex] },
    ...otherNumbers(others, leftOut),
    ...(heightCm === null ? [] : [decimal(0x00101020, heightCm / 100)]),
    ...(weightKg === null ? [] : [decimal(0x00101030, weightKg)]),
  ];
}

const issuerOf = ({ issuer }: Identifier): Element => ({
  tag: 0x00100021,
  vr: 'LO',
  text: freeText(issuer, mostBytes.LO),
});
const decimal = (tag: number, number: number): Element => ({
  tag,
  vr: 'DS',
  text: `${Number(number.toFixed(4))}`,
});

function otherNumbers(others: readonly Identifier[], leftOut: LeftOut[]): Element[] {
  const kept = others.filter(({ value }) => keeps('OtherPatientIDsSequence', value, mostBytes.LO, leftOut));
  if (kept.length === 0) return [];
  const items = kept.map((one): Element[] => [
    { tag: 0x00100020, vr: 'LO', text: one.value },
    ...(one.issuer === '' ? [] : [issuerOf(one)]),
    { tag: 0x00100022, vr: 'CS', text: 'TEXT' },
  ]);
  return [{ tag: 0x00101002, vr: 'SQ', items }];
}

/** One study and one series for all documents of a record. */
function studyElements(source: ChartSource, leftOut: LeftOut[]): Element[] {
  const { header, language } = source;
  const { orderNumber, visitNumber } = patientNow(source);
  const accession = keeps('AccessionNumber', orderNumber, mostBytes.SH, leftOut) ? orderNumber : '';
  const visit = keeps('AdmissionID', visitNumber, mostBytes.LO, leftOut) ? visitNumber : '';
  const { procedure } = header.case;
  const { title } = documentWords[language];
  return [
    { tag: 0x00080050, vr: 'SH', text: accession },
    { tag: 0x00080060, vr: 'CS', text: 'DOC' },
    { tag: 0x00080090, vr: 'PN', text: '' },
    { tag: 0x00081030, vr: 'LO', text: freeText(procedure, mostBytes.LO) || title },
    { tag: 0x0008103e, vr: 'LO', text: title },
    { tag: 0x0020000d, vr: 'UI', text: uidOf(`study ${header.runId}`) },
    { tag: 0x0020000e, vr: 'UI', text: uidOf(`series ${header.runId}`) },
    { tag: 0x00200010, vr: 'SH', text: uidOf(`study ${header.runId}`).slice(-16) },
    { tag: 0x00200011, vr: 'IS', text: '1' },
    ...(visit === '' ? [] : [{ tag: 0x00380010, vr: 'LO', text: visit } as const]),
  ];
}

function keeps(attribute: string, text: string, most: number, leftOut: LeftOut[]): boolean {
  const kept = fits(text, most);
  if (!kept) leftOut.push({ attribute, text, most });
  return kept;
}

function equipmentElements({ header }: ChartSource): Element[] {
  const { hospital, department } = header.site;
  const line = (tag: number, text: string): Element => ({
    tag,
    vr: 'LO',
    text: freeText(text, mostBytes.LO),
  });
  return [
    { tag: 0x00080064, vr: 'CS', text: 'WSD' },
    line(0x00080070, 'Isotherm'),
    ...(hospital === '' ? [] : [line(0x00080080, hospital)]),
    ...(department === '' ? [] : [line(0x00081040, department)]),
    line(0x00081090, 'Isotherm'),
    ...(header.rig.serialNumber === '' ? [] : [line(0x00181000, header.rig.serialNumber)]),
    line(0x00181020, header.consoleVersion),
  ];
}
