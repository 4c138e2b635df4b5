import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ConsoleView } from '../../../../electron/contract/view.ts';
import type { Scenario } from '../../../../native-bridge/simulator/scenario.ts';
import { type SimulatedRig, startSimulatedRig } from '../../../../native-bridge/simulator/start.ts';
import { Loopback } from '../../../../native-bridge/transport/loopback.ts';
import { ConsoleLife } from './console-life.ts';
import { Disk } from './disk.ts';
import type { Lane } from './lane.ts';
import { RequestsKept } from './requests-kept.ts';
import { Scheduler } from './scheduler.ts';
import { Traps } from './traps.ts';
import { Wire } from './wire.ts';

/** Who tells: a line of the story. */
export type Teller = (kind: 'says' | 'fault' | 'press' | 'rig' | 'screen' | 'broken', line: string) => void;

export interface WorldOptions {
  readonly scenario: Scenario;
  readonly seed: number;
  /** Of this run alone. */
  readonly folder: string;
  readonly tell: Teller;
  readonly scheduler?: Scheduler;
}

/** All that outlives a console: the rig, the cable, the disk, and time. */
export class World {
  readonly scheduler: Scheduler;
  /** Whatever is neither console nor rig. */
  readonly around: Lane;
  readonly rigLane: Lane;
  readonly loopback: Loopback;
  readonly wire: Wire;
  readonly disk = new Disk();
  readonly traps = new Traps();
  readonly requests = new RequestsKept();
  readonly rig: SimulatedRig;
  readonly folder: string;
  readonly told: Teller;
  onView: (view: ConsoleView, life: ConsoleLife) => void = () => {};
  onKill: () => void = () => {};
  onStart: () => void = () => {};
  /** Folders of the runs, in order. */
  readonly runIds: string[] = [];
  #console: ConsoleLife | null = null;
  lives = 0;

  constructor({ scenario, seed, folder, tell, scheduler }: WorldOptions) {
    this.scheduler = scheduler ?? new Scheduler();
    this.folder = folder;
    this.told = tell;
    this.around = this.scheduler.lane('around');
    this.rigLane = this.scheduler.lane('rig', false);
    this.wire = new Wire(this.around, this.scheduler);
    this.loopback = new Loopback('simulator', (run, to) => {
      if (to === 'rig') this.rigLane.after(0, run);
      else this.#console?.lane.after(0, run);
    });
    this.rig = startSimulatedRig({
      port: this.loopback.rigPort,
      clock: this.rigLane,
      scenario,
      seed,
      speed: 1,
    });
  }

  get nowMs(): number {
    return this.scheduler.nowMs;
  }

  get console(): ConsoleLife | null {
    return this.#console;
  }

  start(): ConsoleLife {
    this.lives += 1;
    this.loopback.release();
    this.#console = new ConsoleLife(this);
    return this.#console;
  }

  /** After a console that is gone; another may have been started meanwhile. */
  startAnew(): void {
    if (this.#console !== null) return;
    this.start();
    this.told('rig', 'the console is started again');
    this.onStart();
  }

  /** `tear`: see `Disk.lose`. Returns what was torn off, bytes. */
  kill(tear: number | null): number {
    this.#console?.kill();
    this.#console = null;
    this.traps.disarm();
    const lost = this.disk.lose(tear);
    this.onKill();
    return lost;
  }

  async seconds(seconds: number): Promise<void> {
    await this.scheduler.runUntil(this.nowMs + 1000 * seconds);
  }

  journalPath(runId: string): string {
    return join(this.folder, runId, 'journal.sqlite');
  }

  newRunFolder(runId: string): string {
    const folder = join(this.folder, runId);
    mkdirSync(folder, { recursive: true });
    if (!this.runIds.includes(runId)) this.runIds.push(runId);
    return folder;
  }
}
