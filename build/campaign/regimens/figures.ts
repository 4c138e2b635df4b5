import { type Figures, ourFigures } from '../judge/figures.ts';
import type { PatientResult } from '../judge/judge-patient.ts';
import { median, notAbove, shareOf } from '../judge/statistics.ts';
import type { FluidLeft } from '../judge/whole-run.ts';
import { isTrueAlarm } from './true-alarms.ts';

/** Figures of a campaign, and what only whole runs of a regimen tell; `null` where there is nothing to judge. */
export interface RegimenFigures extends Figures {
  /** Of a cavity that is not what is controlled, over treatment, °C: median mean and SD, hottest of all. */
  readonly cavityMeanMedian: number | null;
  readonly cavitySdMedian: number | null;
  readonly cavityHighest: number | null;
  /** Runs in which nothing went wrong: their hours, and what was alarmed falsely in them. */
  readonly hours: number;
  readonly falseHigh: number;
  readonly falseMedium: number;
  readonly falseMediumIn50h: number | null;
  /** What was truly left in the cavity, a share of the fill: the most where pockets keep no more than a tenth. */
  readonly leftShareWorst: number | null;
  /** Runs that left more than a tenth of the fill, of these and of the others said by the console to have fluid in. */
  readonly leftMore: number;
  readonly leftMoreSaidShare: number | null;
  readonly leftLessSaidShare: number | null;
}

/** Fluid left is a share of the fill; more than this is to be said. */
const muchShare = 0.1;
const falseAlarmHours = 50;

export function regimenFigures(results: readonly PatientResult[]): RegimenFigures {
  const beside = results.flatMap(({ ours }) => ours?.cavityBeside ?? []);
  const runs = results.flatMap(({ run }) => run ?? []);
  const alarms = runs.flatMap((run) => run.alarms).filter((alarm) => !isTrueAlarm(alarm));
  const of = (priority: string) => alarms.filter((alarm) => alarm.priority === priority).length;
  const hours = runs.reduce((sum, run) => sum + run.hours, 0);
  const falseMedium = of('medium');
  return {
    ...ourFigures(results),
    cavityMeanMedian: median(beside.map(({ meanCelsius }) => meanCelsius)),
    cavitySdMedian: median(beside.map(({ sdCelsius }) => sdCelsius)),
    cavityHighest: notAbove(
      beside.map(({ highestCelsius }) => highestCelsius),
      1,
    ),
    hours,
    falseHigh: of('high'),
    falseMedium,
    falseMediumIn50h: hours < falseAlarmHours ? null : (falseMedium * falseAlarmHours) / hours,
    ...fluidFigures(runs.map(({ fluid }) => fluid)),
  };
}

function fluidFigures(left: readonly FluidLeft[]) {
  const isMuch = ({ leftMl, fillMl }: FluidLeft) => leftMl > muchShare * fillMl;
  const gives = left.filter(({ pocketMl, fillMl }) => pocketMl <= muchShare * fillMl);
  const much = left.filter(isMuch);
  return {
    leftShareWorst: notAbove(
      gives.map(({ leftMl, fillMl }) => leftMl / fillMl),
      1,
    ),
    leftMore: much.length,
    leftMoreSaidShare: shareOf(much.map(({ said }) => said)),
    leftLessSaidShare: shareOf(left.filter((one) => !isMuch(one)).map(({ said }) => said)),
  };
}
