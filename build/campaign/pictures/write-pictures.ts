import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { goals } from '../judge/goals.ts';
import type { PatientResult } from '../judge/judge-patient.ts';
import type { WorstCase } from '../judge/worst.ts';
import type { CampaignReport } from '../report.ts';
import { replayCommand } from '../table.ts';
import { fanChart } from './fan-chart.ts';
import { overshootHistogram } from './overshoot-histogram.ts';
import { writePngs } from './png.ts';
import { worstSheet } from './worst-sheet.ts';

/** Draws a campaign into `folder`, and says in one line what it came to. */
export async function writePictures(
  { seed, disturbed, patients }: CampaignReport,
  results: readonly PatientResult[],
  worst: readonly WorstCase[],
  folder: string,
): Promise<string> {
  const ours = results.flatMap(({ ours }) => ours ?? []);
  const baseline = results.flatMap(({ baseline }) => baseline ?? []);
  const title = `${patients} patients of seed ${seed}, ${disturbed ? 'disturbed' : 'undisturbed'}`;
  const pictures: Readonly<Record<string, string>> = {
    'cavity-fan': fanChart(title, ours, baseline),
    overshoot: overshootHistogram(title, ours, baseline, overshootGoal(disturbed)),
    'worst-cases': worstSheet(`Worst of ${title}`, worst, (index) => replayCommand(seed, index, disturbed)),
  };
  mkdirSync(folder, { recursive: true });
  const suffix = disturbed ? '-disturbed' : '';
  const drawn = Object.entries(pictures).map(([name, svg]) => {
    const path = join(folder, `${name}${suffix}`);
    writeFileSync(`${path}.svg`, svg);
    return { svg, pngPath: `${path}.png` };
  });
  const rendered = await writePngs(drawn);
  return `pictures in ${folder}${rendered ? '' : ', as SVG only: there is no Chromium to make PNG files with'}`;
}

function overshootGoal(disturbed: boolean): number {
  const figure = disturbed ? 'worstCavityAboveTarget' : 'overshootP99';
  return goals.find((goal) => goal.figure === figure)?.limit ?? 0;
}
