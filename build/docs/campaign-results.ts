import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { goals, judgeGoal } from '../campaign/judge/goals.ts';
import type { RegimensReport } from '../campaign/regimens/report.ts';
import type { CampaignReport } from '../campaign/report.ts';
import { ratioOf, written } from '../campaign/table.ts';
import { inRoot } from '../root.ts';
import { keptRegimens, regimensFile, regimenTables } from './regimen-results.ts';

const begins = '<!-- results: drawn by node build/docs/main.ts from docs/campaign/*.json -->';
const ends = '<!-- /results -->';

/** docs/campaign.md with the results that are kept in docs/campaign/, undisturbed first. */
export function campaignPage(): string {
  const folder = inRoot('docs/campaign');
  const reports = readdirSync(folder)
    .filter((file) => file.endsWith('.json') && file !== regimensFile)
    .map((file): CampaignReport => JSON.parse(readFileSync(join(folder, file), 'utf8')))
    .sort((a, b) => Number(a.disturbed) - Number(b.disturbed));
  return withResults(readFileSync(inRoot('docs/campaign.md'), 'utf8'), reports, keptRegimens());
}

/** The page with its results drawn anew; everything outside the marks stays. */
export function withResults(
  page: string,
  reports: readonly CampaignReport[],
  regimens: RegimensReport | null = null,
): string {
  const [before, rest] = page.split(begins);
  const after = rest?.split(ends)[1];
  if (after === undefined) throw new Error(`docs/campaign.md holds no "${begins}" … "${ends}".`);
  return `${before}${begins}\n\n${[...reports.map(section), ...(regimens === null ? [] : [regimenTables(regimens)])].join('\n')}\n${ends}${after}`;
}

function section(report: CampaignReport): string {
  const { patients, seed, disturbed, date, drawn, figures, baseline, startedAtOnce, recoveries, notTreated } =
    report;
  const all = drawn.reachable + drawn.marginal + drawn.unreachable;
  const share = (part: number) => `${((100 * part) / all).toFixed(1)} %`;
  const notes = [
    `Of ${all} drawn, ${drawn.unreachable} (${share(drawn.unreachable)}) were unreachable and ${drawn.marginal} (${share(drawn.marginal)}) marginal.`,
    `Treatment never began in ${notTreated.ours} of ours${notTreated.baseline === null ? '' : ` and ${notTreated.baseline} of the fixed PID's`}.`,
    disturbed
      ? `The true mean left the band ${recoveries.judged} times; ${recoveries.impossible} more that no controller could have ended.`
      : `Had treatment begun as soon as it might: within ±0.2 °C ${written(startedAtOnce.within02ShareMedian, { unit: '%' })} (median), within ±0.5 °C ${written(startedAtOnce.inBandShareP1, { unit: '%' })} (worst 1 %).`,
  ];
  const rows = goals.map((goal) => {
    const verdict = judgeGoal(goal, figures, disturbed);
    const limit = `${goal.side === 'at least' ? '≥' : '≤'} ${written(goal.limit, goal)}`;
    const asked = verdict === 'no goal here' ? '' : limit;
    const met = verdict === 'no goal here' ? '' : verdict;
    const theirs =
      baseline === null
        ? ['', '']
        : [written(baseline.figures[goal.figure], goal), ratioOf(goal, figures, baseline.figures)];
    return `| \`${goal.figure}\` | ${goal.words} | ${asked} | ${written(figures[goal.figure], goal)} | ${met} | ${theirs.join(' | ')} |`;
  });
  return [
    `### ${patients} patients of seed ${seed}, ${disturbed ? 'disturbed' : 'undisturbed'} (${date})`,
    '',
    '| figure | | goal | ours | | fixed PID | PID ÷ ours |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    '',
    ...notes,
    '',
  ].join('\n');
}
