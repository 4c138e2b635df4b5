import { written } from '../table.ts';
import type { RegimenFigures } from './figures.ts';
import { goalsOf, judged, type RegimenGoal } from './goals.ts';
import type { RegimenName } from './regimens.ts';
import type { RegimenReport, RegimensReport } from './report.ts';

/** A campaign over regimens as it is printed at the end. */
export function regimensText(report: RegimensReport): string {
  const all = Object.entries(report.regimens) as [RegimenName, RegimenReport][];
  return [
    ...all.flatMap(([name, one]) => [...regimenLines(name, one), '']),
    report.goalsMissed.length === 0 ? 'every goal is met' : `MISSED: ${report.goalsMissed.join(', ')}`,
    `${report.wallSeconds.toFixed(0)} s on ${report.threads} threads`,
  ].join('\n');
}

export function regimenLines(name: RegimenName, report: RegimenReport): string[] {
  const { card, population, seed, patients, drawn, controlSite, figures, notCompleted } = report;
  const outOfReach = drawn.marginal + drawn.unreachable;
  return [
    `${name}: ${card.name}, control site ${controlSite}; ${patients} patients "${population}" of seed ${seed}, ${outOfReach} more out of reach`,
    ...goalsOf(name).map((goal) => `  ${goalLine(goal, figures)}`),
    `  ${figures.hours.toFixed(0)} h of treatment, ${notCompleted} not completed`,
    ...cavityLine(figures),
    ...report.alarms
      .slice(0, alarmsShown)
      .map(
        ({ patient, priority, code, raisedMs, isTrue }) =>
          `  patient ${seed}:${patient}: ${priority} ${code} at ${(raisedMs / 60_000).toFixed(1)} min${isTrue ? ', true' : ''}`,
      ),
  ];
}

const alarmsShown = 10;

export function goalLine(goal: RegimenGoal, figures: RegimenFigures): string {
  const { words, figure, side, limit } = goal;
  const asked = `${side === 'at least' ? '≥' : '≤'} ${shown(goal, limit)}`;
  return `${words}: ${shown(goal, figures[figure])} (${asked}, ${judged(goal, figures)})`;
}

export const shown = ({ unit }: Pick<RegimenGoal, 'unit'>, value: number | null): string =>
  unit === '%' ? written(value, { unit: '%' }) : value === null ? '---' : String(Number(value.toFixed(2)));

function cavityLine({ cavityMeanMedian, cavitySdMedian, cavityHighest }: RegimenFigures): string[] {
  if (cavityMeanMedian === null) return [];
  const celsius = (value: number | null) => written(value, { unit: '°C' });
  return [
    `  cavity beside it: mean ${celsius(cavityMeanMedian)}, SD ${celsius(cavitySdMedian)} (medians), highest ${celsius(cavityHighest)}`,
  ];
}
