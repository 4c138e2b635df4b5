import { readFileSync } from 'node:fs';
import type { RegimensReport } from '../campaign/regimens/report.ts';
import { inRoot } from '../root.ts';
import { everyPhase } from '../scenarios/expectation.ts';
import type { CellReport, ScenarioReport } from '../scenarios/report.ts';
import { beyondDelayMs, nominalLine } from '../scenarios/table.ts';
import { falseAlarmTable, keptRegimens } from './regimen-results.ts';

const begins = '<!-- results: drawn by node build/docs/main.ts from docs/scenarios/scenarios.json -->';
const ends = '<!-- /results -->';

/** docs/scenarios.md with the run that is kept in docs/scenarios/. */
export function scenariosPage(): string {
  const report: ScenarioReport = JSON.parse(readFileSync(inRoot('docs/scenarios/scenarios.json'), 'utf8'));
  return withScenarios(readFileSync(inRoot('docs/scenarios.md'), 'utf8'), report, keptRegimens());
}

/** The page with its results drawn anew; everything outside the marks stays. */
export function withScenarios(
  page: string,
  report: ScenarioReport,
  regimens: RegimensReport | null = null,
): string {
  const [before, rest] = page.split(begins);
  const after = rest?.split(ends)[1];
  if (after === undefined) throw new Error(`docs/scenarios.md holds no "${begins}" … "${ends}".`);
  const byPopulation = regimens === null ? [] : falseAlarmTable(regimens);
  const drawn = [...summary(report), ...byPopulation, ...grid(report.cells), ...details(report.cells)].join(
    '\n',
  );
  return `${before}${begins}\n\n${drawn}\n\n${ends}${after}`;
}

function summary({ date, cells, nominal }: ScenarioReport): string[] {
  const holding = cells.filter(holds).length;
  const beyond = cells.map((cell) => beyondDelayMs(cell) ?? 0);
  return [
    `Run of ${date}: **${holding} of ${cells.length} cells hold.** The latest detection came ${Math.max(...beyond)} ms after its stated delay; 200 ms are allowed.`,
    '',
    `${nominalLine(nominal)}.`,
    '',
  ];
}

const holds = ({ problems }: CellReport): boolean => problems.length === 0;

/** Fault × phase: which priority, how late. */
function grid(cells: readonly CellReport[]): string[] {
  return [
    '## Fault by phase',
    '',
    'Priority of the alarm that tells of the fault and how long after its limit was passed in the signals, s; `quiet`:',
    'nothing of medium or high priority, as it should be; `self-test`: the self-test finds it; **✗**: does not hold.',
    '',
    `| fault | ${everyPhase.join(' | ')} |`,
    `|---|${'---|'.repeat(everyPhase.length)}`,
    ...namesOf(cells).map((name) => {
      const ofRow = everyPhase.map((phase) =>
        mark(cells.find((one) => one.row === name && one.phase === phase)),
      );
      return `| ${name} | ${ofRow.join(' | ')} |`;
    }),
    '',
  ];
}

function mark(cell: CellReport | undefined): string {
  if (cell === undefined) return '';
  const fails = holds(cell) ? '' : '**✗** ';
  const { alarm, priority } = cell.expected;
  if (alarm !== null) return `${fails}${priority} ${seconds(cell.detectedAfterMs)}`;
  return `${fails}${cell.failedCheck === null ? 'quiet' : 'self-test'}`;
}

const seconds = (ms: number | null): string => (ms === null ? '---' : (ms / 1000).toFixed(1));

/** What came of each fault, phases with the same story together. */
function details(cells: readonly CellReport[]): string[] {
  return [
    '## Alarm, delay, reaction',
    '',
    'Delay: longest time from the limit passed in the signals to the alarm (the delay that [alarms.md](alarms.md) states), s.',
    'Reaction: requested and in force on the rig, and how long after the alarm at most, s.',
    '',
    '| fault | phases | alarm | delay | reaction | also came | why |',
    '|---|---|---|---|---|---|---|',
    ...namesOf(cells).flatMap((name) => stories(cells.filter(({ row }) => row === name)).map(line)),
    ...failures(cells),
  ];
}

/** Cells with the same expectation. */
function stories(ofRow: readonly CellReport[]): CellReport[][] {
  return [...Map.groupBy(ofRow, ({ expected }) => JSON.stringify(expected)).values()];
}

function line(story: readonly CellReport[]): string {
  const { row, expected, statedDelayMs } = story[0] as CellReport;
  const { alarm, subject, priority, why } = expected;
  const worst = (of: (cell: CellReport) => number | null) => Math.max(...story.map((cell) => of(cell) ?? 0));
  const name = alarm === null ? 'none' : `\`${alarm}\`${subject === '' ? '' : ` ${subject}`}, ${priority}`;
  const delay =
    alarm === null ? '' : `${seconds(worst((cell) => cell.detectedAfterMs))} (${seconds(statedDelayMs)})`;
  const reaction = reactionOf(expected);
  const within =
    reaction === 'none' || alarm === null ? '' : `, ${seconds(worst((cell) => cell.reactedAfterMs))}`;
  const phases = story.map(({ phase }) => phase).join(', ');
  const inflow =
    expected.inflowBelowCelsius === null
      ? ''
      : `; true inflow at most ${worst((cell) => cell.hottestInflowCelsius).toFixed(1)} °C`;
  return `| ${[row, phases, name, delay, `${reaction}${within}`, others(story), `${why}${inflow}`].join(' | ')} |`;
}

function reactionOf({ heater, pump, mode }: CellReport['expected']): string {
  const parts = [
    heater === 'off' ? 'heater off' : '',
    pump === 'off' ? 'pump off' : '',
    pump === 'stands' ? 'the rig stops its pump' : '',
    mode === null ? '' : `${mode} mode`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'none' : parts.join(', ');
}

/** Codes besides the expected one; in brackets those that were listed under another all the time. */
function others(story: readonly CellReport[]): string {
  const codes = new Map<string, boolean>();
  for (const { alarms, expected } of story) {
    for (const { code, suppressed } of alarms) {
      if (code !== expected.alarm) codes.set(code, (codes.get(code) ?? true) && suppressed);
    }
  }
  return [...codes].map(([code, suppressed]) => (suppressed ? `(\`${code}\`)` : `\`${code}\``)).join(', ');
}

function failures(cells: readonly CellReport[]): string[] {
  const failing = cells.filter((cell) => !holds(cell));
  if (failing.length === 0) return [];
  const lines = failing.map(({ row, phase, problems }) => `- ${row}, ${phase}: ${problems.join('; ')}`);
  return ['', '## Cells that do not hold', '', ...lines];
}

const namesOf = (cells: readonly CellReport[]): string[] => [...new Set(cells.map(({ row }) => row))];
