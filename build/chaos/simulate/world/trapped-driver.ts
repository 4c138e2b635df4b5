import type { Intent } from '../../../../electron/domain/command.ts';
import type { LinkCounters, LinkState } from '../../../../electron/domain/link.ts';
import type { Exchanged, RigDriver } from '../../../../electron/domain/rig-driver.ts';
import type { RigIdentity } from '../../../../electron/domain/telemetry.ts';
import type { Traps } from './traps.ts';

/** The real driver, with traps in what the engine asks of it. */
export class TrappedDriver implements RigDriver {
  readonly #driver: RigDriver;
  readonly #traps: Traps;
  readonly #onTick: () => void;

  constructor(driver: RigDriver, traps: Traps, onTick: () => void) {
    this.#driver = driver;
    this.#traps = traps;
    this.#onTick = onTick;
  }

  get portName(): string {
    return this.#driver.portName;
  }
  get counters(): LinkCounters {
    return this.#driver.counters;
  }
  get identity(): RigIdentity | null {
    this.#traps.spring('link-identity');
    return this.#driver.identity;
  }
  get problem(): string | null {
    this.#traps.spring('link-problem');
    return this.#driver.problem;
  }
  open(): void {
    this.#driver.open();
  }
  close(): Promise<void> {
    return this.#driver.close();
  }
  abandon(): void {
    this.#driver.abandon();
  }
  bindTo(serialNumber: string): void {
    this.#traps.spring('link-bind');
    this.#driver.bindTo(serialNumber);
  }
  unbind(): void {
    this.#traps.spring('link-bind');
    this.#driver.unbind();
  }
  state(nowMs: number): LinkState {
    this.#traps.spring('link-state');
    return this.#driver.state(nowMs);
  }
  ageMs(nowMs: number): number | null {
    this.#traps.spring('link-age');
    return this.#driver.ageMs(nowMs);
  }
  tick(intent: Intent | null, options: { readonly holdHeartbeat: boolean }): Promise<Exchanged> {
    this.#onTick();
    this.#traps.spring('link-tick');
    if (this.#traps.springs('link-rejects')) return Promise.reject(new Error('link-rejects (simulated)'));
    if (this.#traps.springs('link-hangs')) return new Promise(() => {});
    return this.#driver.tick(intent, options);
  }
}
