import type { TreatmentCase } from '../domain/case.ts';
import { hospitalNumberOf } from '../domain/patient.ts';

/**
 * A case handed over on the command line: for one run, and never for the patient after. It is over as well where a run of
 * that patient comes back from a console that was lost: what is asked next is of somebody else.
 */
export class HandedCase {
  #case: TreatmentCase | null;

  constructor(handed: TreatmentCase | null) {
    this.#case = handed;
  }

  /** `null`: none was handed over, or its run has begun. */
  get waiting(): TreatmentCase | null {
    return this.#case;
  }

  hasBegun(): void {
    this.#case = null;
  }

  /** A run that another program had begun is decided on here. */
  wasLost(hospitalNumber: string): void {
    if (this.#case !== null && hospitalNumberOf(this.#case.patient) === hospitalNumber) this.#case = null;
  }
}
