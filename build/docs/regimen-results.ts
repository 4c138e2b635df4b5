import { existsSync, readFileSync } from 'node:fs';
import type { RegimenFigures } from '../campaign/regimens/figures.ts';
import { goalsOf, judged } from '../campaign/regimens/goals.ts';
import type { RegimenName } from '../campaign/regimens/regimens.ts';
import type { RegimenReport, RegimensReport } from '../campaign/regimens/report.ts';
import { written } from '../campaign/table.ts';
import { inRoot } from '../root.ts';

export const regimensFile = 'regimens.json';

/** The campaign over regimens that is kept in docs/campaign/; `null`: none is. */
export function keptRegimens(): RegimensReport | null {
  const file = inRoot('docs/campaign', regimensFile);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

const entries = ({ regimens }: RegimensReport) => Object.entries(regimens) as [RegimenName, RegimenReport][];
const share = (value: number | null) => written(value, { unit: '%' });
const celsius = (value: number | null) => (value === null ? '' : value.toFixed(2));

/** Each regimen at its own control site, and what it left. */
export function regimenTables(report: RegimensReport): string {
  const { date, seed } = report;
  return [
    `### Regimens, seed ${seed}, undisturbed (${date})`,
    '',
    'In ±0.5 °C: at the own control site, ≥ 99 % asked of the worst 1 %. Cavity: only where it is not what is controlled.',
    '',
    '| regimen | population | patients | out of reach | control site | in ±0.5 °C, worst 1 % | in ±0.2 °C, median | mean error, SD, °C | cavity: mean, SD (medians), highest, °C |',
    '|---|---|---|---|---|---|---|---|---|',
    ...entries(report).map(([name, one]) => temperatureRow(name, one)),
    '',
    ...fluidTable(report),
    ...missed(report),
    '',
  ].join('\n');
}

function temperatureRow(name: RegimenName, one: RegimenReport): string {
  const { figures, drawn } = one;
  const { absMeanErrorMedian, sdMedian } = figures;
  return line([
    `\`${name}\` ${one.card.name}`,
    one.population,
    String(one.patients),
    String(drawn.marginal + drawn.unreachable),
    `${one.controlSite}, ${one.targetCelsius.toFixed(1)} °C`,
    `${share(figures.inBandShareP1)} ${verdict(name, 'inBandShareP1', figures)}`,
    share(figures.within02ShareMedian),
    `${celsius(absMeanErrorMedian)}, ${celsius(sdMedian)}`,
    figures.cavityMeanMedian === null
      ? ''
      : [figures.cavityMeanMedian, figures.cavitySdMedian, figures.cavityHighest].map(celsius).join(', '),
  ]);
}

const leftAsked = {
  worst: 'leftShareWorst',
  said: 'leftMoreSaidShare',
  wrongly: 'leftLessSaidShare',
} as const;

function fluidTable(report: RegimensReport): string[] {
  const small = entries(report).filter(([name]) =>
    goalsOf(name).some(({ figure }) => figure === leftAsked.worst),
  );
  if (small.length === 0) return [];
  return [
    'What is truly left in the cavity as the run ends:',
    '',
    '| regimen | most left where pockets keep no more than a tenth (≤ 10 %) | runs with more than a tenth left | of these said (≥ 95 %) | of the others said (≤ 5 %) |',
    '|---|---|---|---|---|',
    ...small.map(([name, { figures, patients }]) =>
      line([
        `\`${name}\``,
        `${share(figures.leftShareWorst)} ${verdict(name, leftAsked.worst, figures)}`,
        `${figures.leftMore} of ${patients}`,
        `${share(figures.leftMoreSaidShare)} ${verdict(name, leftAsked.said, figures)}`,
        `${share(figures.leftLessSaidShare)} ${verdict(name, leftAsked.wrongly, figures)}`,
      ]),
    ),
    '',
  ];
}

const missed = ({ goalsMissed }: RegimensReport): string[] => [
  goalsMissed.length === 0 ? 'Every goal is met.' : `Missed: ${goalsMissed.join(', ')}.`,
];

/** What was alarmed in runs in which nothing went wrong, population by population. */
export function falseAlarmTable(report: RegimensReport): string[] {
  const populations = Map.groupBy(entries(report), ([, { population }]) => population);
  return [
    '## False alarms by population',
    '',
    `Whole runs of the regimens of [campaign.md](campaign.md), seed ${report.seed}, ${report.date}; 0 high and at most one medium in 50 h are allowed.`,
    'An alarm of the core, or of a drain that leaves fluid, is no false one where it truly is so.',
    '',
    '| population | regimens | runs | hours | high | medium | |',
    '|---|---|---|---|---|---|---|',
    ...[...populations].map(([population, ofIt]) => alarmRow(population, ofIt)),
    '',
  ];
}

function alarmRow(population: string, ofIt: readonly (readonly [RegimenName, RegimenReport])[]): string {
  const sum = (of: (figures: RegimenFigures) => number) =>
    ofIt.reduce((total, [, { figures }]) => total + of(figures), 0);
  const [hours, high, medium] = [
    sum((one) => one.hours),
    sum((one) => one.falseHigh),
    sum((one) => one.falseMedium),
  ];
  const runs = ofIt.reduce((total, [, { patients }]) => total + patients, 0);
  const holds = high === 0 && medium <= Math.max(1, hours / 50);
  return line([
    population,
    ofIt.map(([name]) => `\`${name}\``).join(', '),
    String(runs),
    hours.toFixed(0),
    String(high),
    String(medium),
    hours < 50 ? 'too few hours' : holds ? 'holds' : '**FAILS**',
  ]);
}

function verdict(name: RegimenName, figure: keyof RegimenFigures, figures: RegimenFigures): string {
  const goal = goalsOf(name).find((one) => one.figure === figure);
  const of = goal === undefined ? '' : judged(goal, figures);
  return of === 'MISSED' ? '**MISSED**' : of === 'met' ? 'met' : '';
}

const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.trim()).join(' | ')} |`;
