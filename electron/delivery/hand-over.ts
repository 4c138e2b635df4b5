import type { DocumentStatus } from '../domain/addendum.ts';

/** Documents that were made together, whole and closed. */
export interface HandedOver {
  readonly recordId: string;
  /** Tells the sets of documents of a record apart, for ever: `<record id>-<status>-<number of addenda>`. */
  readonly issue: string;
  readonly status: DocumentStatus;
  readonly files: readonly HandedFile[];
}

export interface HandedFile {
  readonly path: string;
  /** Its name in the folder of the run, as `report.hl7`. */
  readonly kind: string;
  /** Where the format has an id that the receiver goes by (HL7: MSH-10); `null`: it has none, and goes by issue and kind. */
  readonly controlId: string | null;
}

/** Documents that are about to be made: should the program end before they are handed over, they are made again. */
export interface Announced {
  readonly issue: string;
  readonly recordId: string;
  readonly journalPath: string;
}

export const controlIdOf = ({ issue }: HandedOver, { kind, controlId }: HandedFile): string =>
  controlId ?? `${issue}.${kind}`;

/** Of no patient, and the same on every try. */
export const deliveredName = ({ issue }: HandedOver, { kind, controlId }: HandedFile): string =>
  controlId === null ? `${issue}.${kind}` : `${issue}.${controlId}.${kind}`;

/** What every file system takes as a name, and no folder is hidden in; no file begins with a dot. */
const fileName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/;

/** Why these documents cannot be delivered under names of their own; `null`: they can. */
export function handOverProblem(handed: HandedOver): string | null {
  const ids = handed.files.map((file) => controlIdOf(handed, file));
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) return `two documents have the control id ${twice}: give each its own`;
  const name = handed.files.map((file) => deliveredName(handed, file)).find((one) => !fileName.test(one));
  return name === undefined
    ? null
    : `"${name}" is no file name on every system: only letters A to Z, digits, "-", "_" and "." may stand in issue, control id and kind`;
}
