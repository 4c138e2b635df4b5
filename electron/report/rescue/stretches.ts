import type { Sample, SampleCommand } from '../../domain/sample.ts';
import { stepTo } from '../../domain/sample-step.ts';
import { RunningStatistics } from '../../domain/statistics.ts';

/** A while in which the same was written to the rig, and what flowed. */
export interface Stretch {
  readonly fromMs: number;
  readonly untilMs: number;
  /** `null`: nothing was written. */
  readonly written: SampleCommand | null;
  readonly meanFlowMlPerMin: number | null;
}

interface OpenStretch {
  readonly fromMs: number;
  readonly written: SampleCommand | null;
  readonly flow: RunningStatistics;
  untilMs: number;
}

/** Folds samples into stretches of one command, and the volume that went out by count. */
export class StretchFold {
  readonly #stretches: OpenStretch[] = [];
  #lastMs = 0;
  #changeMl = 0;
  samples = 0;

  add({ sessionMs, requested, flowMlPerMin, cavityVolumeMl }: Sample): void {
    const { gap } = stepTo(this.#lastMs, sessionMs);
    let last = this.#stretches.at(-1);
    if (last === undefined || gap || !same(last.written, requested)) {
      const fromMs = gap ? sessionMs : this.#lastMs;
      last = { fromMs, untilMs: sessionMs, written: requested, flow: new RunningStatistics() };
      this.#stretches.push(last);
    }
    last.untilMs = sessionMs;
    if (flowMlPerMin.value !== null) last.flow.add(flowMlPerMin.value);
    this.#lastMs = sessionMs;
    this.#changeMl = cavityVolumeMl;
    this.samples += 1;
  }

  get lastMs(): number {
    return this.#lastMs;
  }
  /** Out of the cavity by count so far, mL; `null`: nothing came out. */
  get drainedMl(): number | null {
    return this.#changeMl < 0 ? -this.#changeMl : null;
  }

  finish(): readonly Stretch[] {
    return this.#stretches.map(({ flow, ...rest }) => ({ ...rest, meanFlowMlPerMin: flow.mean }));
  }
}

const same = (a: SampleCommand | null, b: SampleCommand | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.mode === b.mode &&
    a.heaterEnable === b.heaterEnable &&
    a.pumpEnable === b.pumpEnable &&
    a.flowSetpointMlPerMin === b.flowSetpointMlPerMin);
