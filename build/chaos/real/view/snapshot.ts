import type { Page } from 'playwright-core';
import type { Replies } from '../../../../electron/contract/channels.ts';
import type { ConsoleView, RunView, TrendUpdate } from '../../../../electron/contract/view.ts';

/** What a screen is given when it loads, and what it then shows. */
export interface Snapshot {
  readonly view: ConsoleView;
  readonly trend: TrendUpdate;
  /** The lines of its list of events, newest first, as text. */
  readonly eventLines: readonly string[];
}

const eventLines = `[...document.querySelectorAll('.event-list li')].map((line) =>
  [...line.children].slice(0, 3).map((cell) => cell.textContent).join(' '))`;

/** Resolves once the page shows a run, and its events, as a person would have it. */
export async function takeSnapshot(page: Page, patienceMs: number): Promise<Snapshot> {
  await page
    .locator('.main-panel .panel-bar')
    .getByText('Events', { exact: true })
    .click({ timeout: patienceMs });
  await page.waitForSelector('.event-list li', { state: 'attached', timeout: patienceMs });
  const [all, lines] = (await page.evaluate(
    `window.isotherm.invoke('load', null).then((all) => [all, ${eventLines}])`,
  )) as [Replies['load'], string[]];
  return { ...all, eventLines: lines };
}

/** What a run is and how it stands; what is measured moves by itself and is left out. */
function standing({ view }: Snapshot): Readonly<Record<string, unknown>> {
  const { run } = view;
  const { host, consoleVersion, stage, setup, recovery, fluid } = view;
  return { host, consoleVersion, stage, setup, recovery, fluid, ...(run === null ? {} : standingOf(run)) };
}

function standingOf(run: RunView): Readonly<Record<string, unknown>> {
  const { runId, simulation, timeScale, preset, startedWallMs, phase, selfTest, outcome, files } = run;
  const { heatHeld, flowHeld, stopped, holds, interventions, mode, heater, setFlow } = run;
  return {
    ...{
      runId,
      simulation,
      timeScale,
      case: run.case,
      preset,
      startedWallMs,
      phase,
      selfTest,
      outcome,
      files,
    },
    ...{ heatHeld, flowHeld, stopped, holds, interventions, mode, setFlow },
    steps: run.steps.map(({ phase: of, round, state, startSeconds }) => ({ of, round, state, startSeconds })),
    heater: { requested: heater.requested, inForce: heater.inForce },
    plannedFlow: run.flow.requestedMlPerMin,
    additions: run.additions.map(({ label, atMinutes, doneAtSeconds }) => ({
      label,
      atMinutes,
      doneAtSeconds,
    })),
  };
}

/** In what `after` differs from `before` that a broken screen must not change; empty: in nothing. */
export function differences(before: Snapshot, after: Snapshot): string[] {
  return [
    ...changedKeys(standing(before), standing(after)),
    ...changedEvents(before, after),
    ...changedTrend(before.trend, after.trend),
    ...changedLines(before.eventLines, after.eventLines),
  ];
}

function changedKeys(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
}

/** None of those that were there is missing or other, as far back as the list goes. */
function changedEvents(before: Snapshot, after: Snapshot): string[] {
  const now = after.view.run?.events ?? [];
  const oldest = now[0]?.seq ?? Number.POSITIVE_INFINITY;
  const text = new Map(now.map((kept) => [kept.seq, JSON.stringify(kept)]));
  const then = (before.view.run?.events ?? []).filter(({ seq }) => seq >= oldest);
  if (then.length === 0 && before.view.run !== null) return ['no event from before is there'];
  return then.filter((kept) => text.get(kept.seq) !== JSON.stringify(kept)).map(({ seq }) => `event ${seq}`);
}

/** Every row from before but the last, which was still being filled. Rows that were merged begin another generation. */
function changedTrend(before: TrendUpdate, after: TrendUpdate): string[] {
  if (after.from !== 0) return ['the trend does not begin at its beginning'];
  if (after.rows.length < before.rows.length && after.generation === before.generation)
    return [`the trend has ${after.rows.length} rows, it had ${before.rows.length}`];
  if (after.generation !== before.generation) return [];
  const changed = before.rows
    .slice(0, -1)
    .findIndex((row, at) => JSON.stringify(row) !== JSON.stringify(after.rows[at]));
  return changed < 0 ? [] : [`the trend's row ${changed}`];
}

/** What the list showed stands in it in the same order; newer lines may have come before, the oldest have gone. */
function changedLines(before: readonly string[], after: readonly string[]): string[] {
  const start = after.indexOf(before[0] ?? '');
  if (start < 0) return [`the list of events does not show "${before[0]}"`];
  const moved = after.slice(start).findIndex((line, at) => line !== before[at]);
  return moved < 0 ? [] : [`line ${start + moved} of the list of events`];
}
