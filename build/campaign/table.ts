import type { Figures } from './judge/figures.ts';
import { type Goal, goals, judgeGoal, speedGoal, thousandPatientsSeconds } from './judge/goals.ts';
import type { WorstCase } from './judge/worst.ts';
import type { CampaignReport } from './report.ts';

/** A report as it is printed at the end: goals, ours, the fixed PID beside it, counts and speed. */
export function asText(report: CampaignReport, worst: readonly WorstCase[]): string {
  return [
    ...heading(report),
    '',
    ...columns(rows(report)),
    '',
    ...countLines(report),
    ...speedLines(report),
    ...worstLines(report, worst),
  ].join('\n');
}

function heading({ patients, seed, disturbed, drawn, baseline }: CampaignReport): string[] {
  const all = drawn.reachable + drawn.marginal + drawn.unreachable;
  const share = (part: number) => (all === 0 ? '---' : `${((100 * part) / all).toFixed(1)} %`);
  const tuned = baseline === null ? '' : `, fixed PID tuned on seed ${baseline.tuningSeed}`;
  return [
    `${patients} patients of seed ${seed}, ${disturbed ? 'disturbed' : 'undisturbed'}${tuned}`,
    `drawn ${all}: unreachable ${drawn.unreachable} (${share(drawn.unreachable)}), marginal ${drawn.marginal} (${share(drawn.marginal)}), reachable ${drawn.reachable}`,
  ];
}

function rows(report: CampaignReport): string[][] {
  const head = ['figure', 'goal', 'ours', ''];
  if (report.baseline !== null) head.splice(3, 0, 'fixed PID', 'PID ÷ ours');
  return [head, ...goals.map((goal) => row(goal, report))];
}

function row(goal: Goal, { figures, baseline, disturbed }: CampaignReport): string[] {
  const verdict = judgeGoal(goal, figures, disturbed);
  const limit = `${goal.side === 'at least' ? '≥' : '≤'} ${written(goal.limit, goal)}`;
  const cells = [goal.words, verdict === 'no goal here' ? '' : limit, written(figures[goal.figure], goal)];
  if (baseline !== null)
    cells.push(written(baseline.figures[goal.figure], goal), ratioOf(goal, figures, baseline.figures));
  return [...cells, verdict === 'no goal here' ? '' : verdict];
}

export function written(value: number | null, { unit }: Pick<Goal, 'unit'>): string {
  if (value === null) return '---';
  if (unit === '%') return `${(100 * value).toFixed(2)} %`;
  return unit === '°C' ? `${value.toFixed(3)} °C` : value.toFixed(3);
}

export function ratioOf({ figure }: Goal, ours: Figures, theirs: Figures): string {
  const [own, other] = [ours[figure], theirs[figure]];
  return own === null || other === null || own === 0 ? '---' : (other / own).toFixed(2);
}

function countLines({ notTreated, recoveries, disturbed, startedAtOnce }: CampaignReport): string[] {
  const share = (value: number | null) => written(value, { unit: '%' });
  const lines = [
    `had treatment begun as soon as it might (not when target showed): within ±0.2 °C ${share(startedAtOnce.within02ShareMedian)} (median), within ±0.5 °C ${share(startedAtOnce.inBandShareP1)} (worst 1 %)`,
  ];
  if (notTreated.ours > 0) lines.push(`treatment never began in ${notTreated.ours}`);
  if ((notTreated.baseline ?? 0) > 0)
    lines.push(`with the fixed PID treatment never began in ${notTreated.baseline}`);
  if (disturbed) {
    lines.push(
      `out of band ${recoveries.judged} times; ${recoveries.impossible} more that no controller could have ended`,
    );
  }
  return lines;
}

function speedLines({ speed, patients, disturbed }: CampaignReport): string[] {
  const { timesRealTimePerCore, threads, wallSeconds, missed } = speed;
  const verdict = (name: string) => (missed.includes(name) ? 'MISSED' : 'met');
  const lines = [`${patients} patients in ${wallSeconds.toFixed(0)} s on ${threads} threads`];
  if (patients === 1000 && threads === 2 && !disturbed) {
    lines[0] += ` (goal < ${thousandPatientsSeconds} s: ${verdict('wallSeconds')})`;
  }
  if (timesRealTimePerCore !== null) {
    const times = Math.round(timesRealTimePerCore).toLocaleString('en-US');
    lines.push(
      `speed ${times} × real time on one core (goal ≥ ${speedGoal.toLocaleString('en-US')}: ${verdict('timesRealTimePerCore')})`,
    );
  }
  return lines;
}

function worstLines({ seed, disturbed }: CampaignReport, worst: readonly WorstCase[]): string[] {
  if (worst.length === 0) return [];
  const table = worst.map(({ index, what }) => [
    `${seed}:${index}`,
    what,
    replayCommand(seed, index, disturbed),
  ]);
  return ['', 'worst cases', ...columns(table)];
}

export const replayCommand = (seed: number, index: number, disturbed: boolean): string =>
  `npm run campaign -- --replay ${seed}:${index}${disturbed ? ' --disturb' : ''}`;

function columns(table: readonly (readonly string[])[]): string[] {
  const width = (column: number) => Math.max(...table.map((cells) => cells[column]?.length ?? 0));
  return table.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(width(column)))
      .join('  ')
      .trimEnd(),
  );
}
