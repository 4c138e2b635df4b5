import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { RequestName } from '../../../../electron/contract/channel-names.ts';
import type { Replies, Requests } from '../../../../electron/contract/channels.ts';
import type { ConsoleView } from '../../../../electron/contract/view.ts';
import { readCase } from '../../../../electron/program/case-file.ts';
import { AutoOperator } from '../../../../electron/session/auto-operator.ts';
import { inRoot } from '../../../root.ts';
import { LiveConsole } from '../console/live-console.ts';
import { clinician, hireClinician } from '../console/staff.ts';
import { inspected, type Memory, measure } from './memory.ts';

/** So that who looks four times a second still looks twice a minute (chosen: a person would). */
const speed = 100;
/** A run that takes longer is not getting on, h: it is planned for one and a half. */
const longestRunHours = 4;
/** The screen is looked at so often, ms. */
const lookEveryMs = 50;
/** A careful operator reads for so many looks before pressing; here time flies. */
const readingLooks = 20;
/** A run that has not ended by then never will, ms. */
const runWithinMs = 20 * 60_000;
/** What a run at rest still does (documents, the last view) is over by then, ms. */
const settleMs = 3_000;
/** In the page: the last view it was told, so that looking at it costs main nothing. */
const keepViews = `window.isotherm.invoke('load', null).then(({ view }) => {
  window.isothermChaosView = view;
  window.isotherm.subscribe('view', (later) => { window.isothermChaosView = later; });
})`;

/** The case of the demonstration, as the screen would ask for it. */
export function demonstrationBy(presetName: string): Requests['start'] {
  const read = readCase(inRoot('assets', 'demo-case.json'));
  if (!read.ok) throw new Error(read.problem);
  return { case: read.case, presetName, edited: null, fluidInCavityMl: 0 };
}

export interface HoursJob {
  readonly hours: number;
  readonly folder: string;
  readonly stop: AbortSignal;
  readonly ran: (outcome: string, hours: number) => void;
  readonly measured: (memory: Memory) => void;
}

/** Runs back to back on one console until so many simulated hours have passed, its memory measured after each. */
export async function runHours(job: HoursJob): Promise<void> {
  const data = join(job.folder, 'data');
  await hireClinician(data);
  const console = await LiveConsole.start({
    userDataDir: data,
    args: ['--speed', `${speed}`],
    env: inspected,
  });
  try {
    await console.inPage((page) => new Hours(job, console, page, join(data, 'runs')).play());
  } finally {
    await console.close();
  }
}

class Hours {
  readonly #job: HoursJob;
  readonly #console: LiveConsole;
  readonly #page: Page;
  readonly #runs: string;
  #hours = 0;
  #measured = 0;

  constructor(job: HoursJob, console: LiveConsole, page: Page, runs: string) {
    this.#job = job;
    this.#console = console;
    this.#page = page;
    this.#runs = runs;
  }

  async play(): Promise<void> {
    const { hours, stop } = this.#job;
    await this.#page.evaluate(keepViews);
    // Growth needs a moment to grow from, and two to grow to.
    while ((this.#hours < hours || this.#measured < 3) && !stop.aborted) await this.#run();
  }

  async #run(): Promise<void> {
    const { stop, ran, measured } = this.#job;
    await this.#start();
    const operator = new AutoOperator();
    const lateMs = performance.now() + runWithinMs;
    let view = await this.#view();
    let actedOnMs = 0;
    while (view.stage !== 'review' && !stop.aborted) {
      const hours = (view.run?.sessionSeconds ?? 0) / 3600;
      if (performance.now() > lateMs || hours > longestRunHours)
        throw new Error(`a run did not end: ${hours.toFixed(1)} h, in ${view.run?.phase}`);
      if (view.wallMs !== actedOnMs) await this.#operate(operator, view);
      actedOnMs = view.wallMs;
      await setTimeout(lookEveryMs);
      view = await this.#view();
    }
    if (stop.aborted) return;
    const { run } = view;
    this.#hours += (run?.sessionSeconds ?? 0) / 3600;
    ran(run?.outcome ?? 'none', this.#hours);
    await this.#leave();
    this.#measured += 1;
    measured(await measure(this.#console, this.#page, this.#hours));
  }

  async #start(): Promise<void> {
    const { stop } = this.#job;
    for (let tries = 0; !stop.aborted; tries += 1) {
      await this.#signIn();
      const { fluid, setup } = await this.#view();
      if (fluid !== null) await this.#ask('fluid', { answer: 'another-patient', glass: null });
      const presetName = setup.presets[0]?.name ?? '';
      const started = await this.#ask('start', demonstrationBy(presetName));
      if (started.ok) return;
      if (tries > 60) throw new Error(`no run can be started: ${started.problem}`);
      await setTimeout(1_000);
    }
  }

  /** Nobody touches this screen, so that whoever has signed in is signed out by and by. */
  async #signIn(): Promise<void> {
    if ((await this.#view()).access.signedIn !== null) return void (await this.#ask('touch', null));
    const { id, pin } = clinician;
    await this.#ask('signIn', { personId: id, pin });
  }

  async #operate(operator: AutoOperator, { run }: ConsoleView): Promise<void> {
    if (run === null) return;
    for (let looks = 0; looks < readingLooks; looks += 1) {
      const action = operator.next(run);
      if (action === null) continue;
      await this.#signIn();
      return void (await this.#ask('act', { action, glass: null, second: null }));
    }
  }

  /** Its documents are made; the next case may come. Records on disk are not what is measured. */
  async #leave(): Promise<void> {
    const lateMs = performance.now() + runWithinMs;
    while ((await this.#view()).run?.files == null && performance.now() < lateMs) await setTimeout(200);
    await this.#signIn();
    await this.#ask('newCase', null);
    await setTimeout(settleMs);
    for (const name of readdirSync(this.#runs))
      rmSync(join(this.#runs, name), { recursive: true, force: true, maxRetries: 10 });
  }

  async #view(): Promise<ConsoleView> {
    return this.#page.evaluate('window.isothermChaosView');
  }

  #ask<N extends RequestName>(name: N, request: Requests[N]): Promise<Replies[N]> {
    return this.#page.evaluate(`window.isotherm.invoke(${JSON.stringify(name)}, ${JSON.stringify(request)})`);
  }
}
