import type { DocumentStatus } from '../domain/addendum.ts';

/**
 * How far a document has come on its way to a destination. `written`: it lies there whole; `accepted`: the receiver has
 * said so; `refused`: it goes no further until a person says so; `failed`: it is tried again by itself, or a person is needed.
 */
export const deliveryStates = ['waiting', 'written', 'accepted', 'refused', 'failed'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const whyKinds = [
  'folder-missing',
  /** Of a stick: the folder is there, but on the disk of this console. */
  'no-stick',
  'read-only',
  'disk-full',
  'hangs',
  /** Spool and folder are on two volumes: no file could get its name in one step. */
  'other-volume',
  /** A file of that name lies there and is another one. */
  'other-file',
  'document-gone',
  'document-changed',
  /** AE: the receiver could not take it now. */
  'receiver-error',
  /** AR: the receiver will not take it. */
  'receiver-refused',
  'no-answer',
  /** Whatever else a file system says. */
  'disk',
] as const;
export type WhyKind = (typeof whyKinds)[number];

export interface Why {
  readonly kind: WhyKind;
  /** A path, a name, or the words of receiver or system; "": there are none. */
  readonly detail: string;
}

/** A document that was handed over. */
export interface Document {
  /** The same on every try and for ever; in HL7 it is MSH-10. */
  readonly controlId: string;
  readonly recordId: string;
  readonly status: DocumentStatus;
  /** Its name in the folder of the run, as `report.hl7`. */
  readonly kind: string;
  readonly path: string;
  /** Its name at a destination. */
  readonly name: string;
  /** 64 hex digits. */
  readonly sha256: string;
  readonly bytes: number;
  readonly handedOverWallMs: number;
}

/** A document on its way to a destination. */
export interface Delivery extends Document {
  /** Counts up in the order in which they were handed over. */
  readonly id: number;
  readonly destinationId: string;
  readonly state: DeliveryState;
  readonly why: Why | null;
  /** To bring it to its folder, in vain and one after the other. */
  readonly tries: number;
  /** So often it has reached its folder since it was handed over or a person said *Again*. */
  readonly sendings: number;
  /** Wall ms; of what is written: until when an answer is waited for. `null`: nothing is tried by itself any more. */
  readonly nextTryWallMs: number | null;
  readonly changedWallMs: number;
  /** Whole and about to get its name there: it is written once it is gone from here. `null`: there is none. */
  readonly partPath: string | null;
}
