import type { FluidAnswer, FluidMemoryView } from '../contract/view.ts';
import type { Actor } from '../domain/actor.ts';
import type { RunEvent, RunHeader } from '../domain/run-event.ts';
import type { RigIdentity } from '../domain/telemetry.ts';
import { unknownFillMl } from '../domain/volume-scale.ts';
import type { RunState } from '../protocol/state.ts';
import { leastInCavityMl } from '../protocol/volumes.ts';
import type { LostRun } from './lost-run.ts';

/** What the record that was open last says, of whoever lies on the table. */
export interface KnownFluid {
  /** In the cavity at least, mL; `null`: nobody knows. */
  readonly cavityMl: number | null;
  /** What its run had planned to fill, mL. */
  readonly fillMl: number;
  /** Its machine; `null`: there is no record. */
  readonly rig: RigIdentity | null;
}

/** A run that is open, over, or was lost. */
export interface Run {
  readonly state: RunState;
  readonly header: RunHeader;
}

export const lostFluid = ({ state, found }: LostRun): Run => ({ state, header: found.header });

/** What is known of fluid that a run has left in a cavity, and what a person has said of it. */
export class FluidLeft {
  /** The last record of the connected rig ended with fluid in; `null`: it did not, or a person has answered. */
  memory: FluidMemoryView | null = null;
  #known: KnownFluid = { cavityMl: null, fillMl: unknownFillMl, rig: null };
  #noted = false;
  /** For the record of the next run. */
  #answered: RunEvent | null = null;

  /** What is done from now on concerns the patient of this run. */
  note({ state, header }: Run): void {
    const { fillVolumeMl: fillMl } = header.preset;
    this.#known = { cavityMl: leastInCavityMl(state.volumes), fillMl, rig: header.rig };
    this.#noted = true;
  }

  get isNoted(): boolean {
    return this.#noted;
  }

  known(): KnownFluid {
    return this.memory === null || this.#noted
      ? this.#known
      : {
          ...this.#known,
          cavityMl: this.memory.volumeMl,
          fillMl: this.memory.fillMl ?? unknownFillMl,
        };
  }

  /** Kept with the next run; there was nothing to answer: `false`. */
  answer(answer: FluidAnswer, by: Actor, breakGlass: string | null = null): boolean {
    if (this.memory === null) return false;
    const { runId, volumeMl } = this.memory;
    this.#answered = { type: 'fluid-answered', answer, by, runId, volumeMl, breakGlass };
    this.memory = null;
    this.forget();
    return true;
  }

  /** What a person has said of it, once. */
  takeAnswer(): RunEvent | null {
    const answered = this.#answered;
    this.#answered = null;
    return answered;
  }

  /** Whoever comes next is not the one it was left in. */
  forget(): void {
    this.#known = { ...this.#known, cavityMl: null };
    this.#noted = false;
  }
}
