import type { DocumentStatus } from '../domain/addendum.ts';
import type { DeliveryState, Why } from '../domain/delivery-state.ts';

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
