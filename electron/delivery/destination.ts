/** Names of the documents of a run in its folder. */
export const documentKinds = [
  'report.pdf',
  'summary.json',
  'samples.csv',
  'session.json',
  'record.xlsx',
  'record.vital',
  'redcap.csv',
  'report.fhir.json',
  'report.hl7',
  'report.dcm',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Where documents go, as `delivery.json` has it (docs/delivery.md). */
export interface Destination {
  readonly id: string;
  /** As people know it. */
  readonly name: string;
  /** Never made by the console: a share that is not mounted is no folder to be made here. */
  readonly folder: string;
  /** Where a file is written before it gets its name: on the same volume. `null`: `.isotherm-part`, beside the folder; on a stick in it. */
  readonly spool: string | null;
  /** Names of documents that go there, as `report.hl7`. */
  readonly kinds: readonly string[];
  /** Where the receiver answers; `null`: it does not. */
  readonly acknowledgements: string | null;
  /** Plugged in by a person, who asks for each record: nothing goes there by itself. */
  readonly stick: boolean;
}

/** What a receiver answers by name: HL7 has acknowledgements, no other format has. */
const acknowledgedKinds: readonly string[] = ['report.hl7'];

export const waitsForAnswer = ({ acknowledgements }: Destination, kind: string): boolean =>
  acknowledgements !== null && acknowledgedKinds.includes(kind);
