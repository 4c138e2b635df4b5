import {
  type MessageResult,
  type ReadMessage,
  readMessage,
} from '../../../electron/worklist/read-message.ts';
import { splitFile } from '../../../electron/worklist/split-file.ts';

/** MSH with MSH-9, MSH-18 and MSH-7 as given. */
export const msh = (type = 'ADT^A01', charset = 'UNICODE UTF-8', at = '20260115080000'): string =>
  `MSH|^~\\&|SENDER|HOSPITAL|CONSOLE|THEATRE|${at}||${type}|M1|P|2.5.1||||||${charset}`;

export const lines = (...segments: readonly string[]): string => `${segments.join('\r')}\r`;

/** A patient with everything that is read; written by hand, so that a test can say what it means. */
export const wholeMessage = lines(
  msh(),
  'EVN|A01|20260115080000',
  'PID|1||0012345^^^HOSP^MR~A-998^^^NATIONAL^NI||Example^Xiaoming^^^^^L||19600203|M|||1 Street',
  'PV1|1|I|W7^301^2^H|R|||||||||||||||V-77',
  'AL1|1|DA|P1^Penicillin|SV|rash~fever',
  'AL1|2|FA|N1^Nuts|MO',
  'DG1|1||C48.2^Peritoneal carcinomatosis^I10',
  'OBX|1|NM|8302-2^Height^LN||171.5|cm^^UCUM|||||F',
  'OBX|2|NM|29463-7^Weight^LN||70|kg^^UCUM|||||F',
);
export const wholePatient = {
  identifiers: [
    { value: '0012345', issuer: 'HOSP' },
    { value: 'A-998', issuer: 'NATIONAL' },
  ],
  familyName: 'Example',
  givenName: 'Xiaoming',
  alphabeticName: null,
  birthDate: '1960-02-03',
  sex: 'male',
  visitNumber: 'V-77',
  bed: '301-2',
  referringWard: 'W7',
  allergies: 'Penicillin (rash, fever); Nuts',
  diagnosis: 'Peritoneal carcinomatosis',
  heightCm: 171.5,
  weightKg: 70,
};

export function resultsOf(file: Uint8Array | string): readonly MessageResult[] {
  const split = splitFile(typeof file === 'string' ? Buffer.from(file, 'utf8') : file);
  if (!split.ok) throw new Error(`refused as ${split.problem.kind}`);
  return split.messages.map(readMessage);
}

export function taken(file: Uint8Array | string): ReadMessage {
  const [result] = resultsOf(file);
  if (!result?.ok) throw new Error(`refused: ${JSON.stringify(result?.problem)}`);
  return result.message;
}

/** Kind and place of why the only message is refused. */
export function refusal(file: Uint8Array | string): string {
  const [result] = resultsOf(file);
  if (!result || result.ok) return 'taken';
  const { kind, place } = result.problem;
  return `${kind} ${place.segment}-${place.field}`;
}

/** As "date-partial PID-7". */
export const notes = ({ notes: all }: Pick<ReadMessage, 'notes'>): readonly string[] =>
  all.map(
    ({ kind, place }) =>
      `${kind} ${place.segment}${place.occurrence > 1 ? `[${place.occurrence}]` : ''}-${place.field}`,
  );

/** An admission of the patient of a PID line. */
export const admission = (pid: string, ...more: readonly string[]): string => lines(msh(), pid, ...more);
