import { anotherCommands, type EchoWatch, newEchoWatch, watchEcho } from '../authority/another-console.ts';
import type { AuthorityState } from '../domain/authority-state.ts';
import type { Exchanged } from '../domain/rig-driver.ts';
import { type MachineDoing, machineDoing } from '../domain/stood-down.ts';
import type { RigIdentity, Telemetry } from '../domain/telemetry.ts';
import { RunDown } from './command-watch.ts';
import type { EngineFacts } from './current-run.ts';

/** What has not stood down after this and does not run down is told, ms (proposal). */
export const standDownWithinMs = 3_000;
/** A pump that slows is waited for so long, ms (as the record of a run waits for a machine that is heard). */
const slowestRunDownMs = 6_000;

/** Between three an echo can have moved twice, as `another-console.ts` asks for. */
const leastReplies = 3;

/** Watches the machine in every stage: whether it stands down when it is told to, and whether somebody else commands it. */
export class MachineWatch {
  #echo: EchoWatch = newEchoWatch;
  readonly #runDown = new RunDown();
  /** Replies since it was last not heard. */
  #replies = 0;
  #sinceMs: number | null = null;
  /** What it was last heard doing; `null` with the link lost. */
  telemetry: Telemetry | null = null;
  #doing: MachineDoing = 'unknown';

  /** Takes one exchange with `rig`; returns the telemetry of this very tick. */
  hear(exchanged: Exchanged, rig: RigIdentity | null, nowMs: number): Telemetry | null {
    const fresh = exchanged.ok && !exchanged.linkLost ? exchanged.telemetry : null;
    this.telemetry = exchanged.linkLost ? null : (fresh ?? this.telemetry);
    this.#replies = exchanged.linkLost ? 0 : this.#replies + (fresh === null ? 0 : 1);
    this.#doing = rig === null ? 'unknown' : machineDoing(this.telemetry, rig);
    this.#runDown.hear(exchanged.written, fresh, nowMs);
    this.#echo = watchEcho(this.#echo, fresh, exchanged.written !== null, nowMs);
    return fresh;
  }

  /** After the table has moved. */
  follow(state: AuthorityState, nowMs: number): void {
    if (state !== 'standing-down') this.#sinceMs = null;
    else this.#sinceMs ??= nowMs;
  }

  /** Heard often enough to see whether somebody else commands it ten times a second. */
  get isKnown(): boolean {
    return this.#replies >= leastReplies;
  }

  /** Telemetry shows it. */
  get stoodDown(): boolean {
    return this.#doing === 'stood-down';
  }

  get doing(): MachineDoing {
    return this.#doing;
  }

  standingDownMs(nowMs: number): number | null {
    return this.#sinceMs === null ? null : nowMs - this.#sinceMs;
  }

  /** Told to stand down, and has not in time: it may still pump. */
  stillPumps(nowMs: number): boolean {
    const ms = this.standingDownMs(nowMs) ?? 0;
    return ms > standDownWithinMs && (ms > slowestRunDownMs || !this.#runDown.slows(nowMs));
  }

  anotherConsole(nowMs: number): boolean {
    return anotherCommands(this.#echo, nowMs);
  }

  facts(consoleFault: boolean, nowMs: number): EngineFacts {
    return {
      consoleFault,
      machineStillPumps: this.stillPumps(nowMs),
      anotherConsole: this.anotherConsole(nowMs),
      stoodDown: this.stoodDown,
      pumpRunsDown: this.#runDown.slows(nowMs),
    };
  }
}
