import type { ChildProcess } from 'node:child_process';
import type { Page } from 'playwright-core';
import type { KeptEvent } from '../../../../electron/domain/run-event.ts';
import { connect } from '../../../../test/support/console.ts';
import {
  ConsoleOutput,
  endProcess,
  planStart,
  type StartOptions,
  spawnPlan,
} from '../../../../test/support/console-process.ts';
import { familyOf, killAll, untilGone } from './processes.ts';

/** What a view said, as far as chaos asks. */
export interface Sight {
  /** When it was heard, ms of this process. */
  readonly atMs: number;
  readonly stage: string;
  readonly run: {
    readonly runId: string;
    readonly phase: string;
    readonly sessionSeconds: number;
    readonly durableSeq: number;
    readonly events: readonly KeptEvent[];
    readonly alarms: readonly string[];
  } | null;
}

/** A page is there within; all cores may be busy, ms. */
const pageWithinMs = 60_000;
const bindingName = 'isothermChaosSaw';
/** In the page: the view of now and every one that comes. Alarms that are over and only latched are no alarms. */
const watchScript = `(() => {
  const tell = (view) => ${bindingName}(JSON.stringify({
    stage: view.stage,
    run: view.run && {
      runId: view.run.runId, phase: view.run.phase, sessionSeconds: view.run.sessionSeconds,
      durableSeq: view.run.durableSeq, events: view.run.events,
      alarms: view.run.alarms.filter((alarm) => alarm.clearedMs === null).map((alarm) => alarm.code),
    },
  }));
  window.isotherm.subscribe('view', tell);
  return window.isotherm.invoke('load', null).then((all) => tell(all.view));
})()`;

/** The built program on whichever host is there, in a process of its own, without a window. */
export class LiveConsole {
  readonly output: ConsoleOutput;
  readonly pid: number;
  readonly #child: ChildProcess;
  readonly #removeData: () => Promise<void>;
  #ended = false;

  private constructor(child: ChildProcess, removeData: () => Promise<void>) {
    this.#child = child;
    this.#removeData = removeData;
    this.pid = child.pid ?? 0;
    this.output = new ConsoleOutput(child);
    void this.output.exitCode.then(() => {
      this.#ended = true;
    });
  }

  static async start(options: StartOptions): Promise<LiveConsole> {
    const plan = await planStart(options);
    return new LiveConsole(spawnPlan(plan, '--remote-debugging-port=0'), plan.removeData);
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Hears every view that reaches the page from now on; resolves with the page. */
  async watch(saw: (sight: Sight) => void): Promise<Page> {
    const page = await connect(this.output, pageWithinMs);
    await page.exposeFunction(bindingName, (text: string) =>
      saw({ ...JSON.parse(text), atMs: performance.now() }),
    );
    await page.evaluate(watchScript);
    return page;
  }

  /** What `ask` finds in the page as it is now, also after a crash that has made an earlier hold on it useless. */
  async inPage<T>(ask: (page: Page) => Promise<T>): Promise<T> {
    const page = await connect(this.output, pageWithinMs);
    return ask(page).finally(() => page.context().browser()?.close());
  }

  /** SIGKILL for all of it; resolves once it is gone. */
  async kill(): Promise<void> {
    const family = familyOf(this.pid);
    killAll(family);
    await this.output.exitCode;
    await untilGone(family);
  }

  /** As a person's session would end it, and by force where it does not listen. */
  async close(): Promise<void> {
    const family = this.#ended ? [] : familyOf(this.pid);
    await endProcess(this.#child, this.output.exitCode);
    await untilGone(family);
    await this.#removeData();
  }

  /** The last lines it said, for a verdict. */
  tail(lines = 4): string {
    return this.output.lines.slice(-lines).join(' | ');
  }
}
