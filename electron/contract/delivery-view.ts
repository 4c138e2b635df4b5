import type { DocumentStatus } from '../domain/addendum.ts';
import type { DeliveryState, WhyKind } from '../domain/delivery-state.ts';

/** A document on its way to a destination, as it is shown. */
export interface DeliveryRow {
  readonly id: number;
  readonly recordId: string;
  /** As `report.hl7`. */
  readonly document: string;
  readonly status: DocumentStatus;
  /** As people know it; the id of one that is set up no more. */
  readonly destination: string;
  readonly state: DeliveryState;
  /** `no-destination`: it is not set up any more. */
  readonly why: { readonly kind: WhyKind | 'no-destination'; readonly detail: string } | null;
  readonly changedWallMs: number;
  /** Tried again by itself, wall ms; `null`: it is done, waits for an answer, or a person is needed. */
  readonly nextTryWallMs: number | null;
  /** A person may have it tried again. */
  readonly mayAgain: boolean;
}

export interface DeliveryView {
  /** Why nothing is delivered now; `null`: nothing stands in the way. */
  readonly problem: string | null;
  /** Where documents go when a person plugs a stick in. */
  readonly sticks: readonly { readonly id: string; readonly name: string }[];
  /** In the order in which they were handed over. */
  readonly rows: readonly DeliveryRow[];
}

export const noDeliveries: DeliveryView = { problem: null, sticks: [], rows: [] };
