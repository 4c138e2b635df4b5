import type { KeptEvent, RunHeader } from '../domain/run-event.ts';
import type { Sample } from '../domain/sample.ts';
import type { Words } from '../domain/text/dictionary.ts';
import { CurveFold, type Curves } from './curves.ts';
import type { Figures } from './figures.ts';
import type { Paper } from './page.ts';
import type { Standing } from './standing.ts';
import type { WallTime } from './wall-time.ts';
import type { ReportWords } from './words/report-words.ts';

/** All a report is made of; every part of it is pure in this. */
export interface ReportInput extends Standing {
  readonly header: RunHeader;
  readonly events: readonly KeptEvent[];
  readonly figures: Figures;
  /** Signals: T1 to T4, core, flow, requested flow, pressure of line and of cavity (`curveValues`). */
  readonly curves: Curves;
  readonly names: Words;
  readonly words: ReportWords;
  readonly time: WallTime;
  readonly paper: Paper;
}

/** The curves of the report; feed it `curveValues`. */
export const newReportCurves = (): CurveFold => new CurveFold(9);

export function curveValues({
  probesCelsius,
  coreCelsius,
  flowMlPerMin,
  requested,
  inflowLinePressureMmHg,
  cavityPressureMmHg,
}: Sample): (number | null)[] {
  const setFlow = requested === null ? null : requested.pumpEnable ? requested.flowSetpointMlPerMin : 0;
  return [
    ...probesCelsius.map(({ value }) => value),
    coreCelsius.value,
    flowMlPerMin.value,
    setFlow,
    inflowLinePressureMmHg.value,
    cavityPressureMmHg.value,
  ];
}
