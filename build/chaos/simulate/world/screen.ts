import type { Pulse } from '../../../../electron/contract/pulse.ts';
import type { ConsoleView, HoldStands } from '../../../../electron/contract/view.ts';
import {
  beginWatch,
  type CoreWatch,
  hear,
  look,
  silenceOf,
  soundsHigh,
} from '../../../../renderer/core-watch/watch.ts';
import type { Lane } from './lane.ts';

/** `gone`: its process has ended; `silent`: it hangs, hears and paints nothing. */
export type ScreenState = 'there' | 'gone' | 'silent';

const lookEveryMs = 250;

/** What a person sees and hears: a page that knows nothing but the views and pulses it was sent. */
export class Screen {
  state: ScreenState = 'there';
  view: ConsoleView | null = null;
  #watch: CoreWatch;
  #paintedMs: number;
  readonly #around: Lane;
  #cancel: () => void;

  constructor(around: Lane) {
    this.#around = around;
    this.#watch = beginWatch(around.monotonicMs());
    this.#paintedMs = around.monotonicMs();
    this.#cancel = around.after(lookEveryMs, () => this.#look());
  }

  end(): void {
    this.#cancel();
  }

  showView(view: ConsoleView): void {
    if (this.state === 'there') this.view = view;
  }

  hearPulse(pulse: Pulse): void {
    if (this.state === 'there') this.#watch = hear(this.#watch, pulse, this.#around.monotonicMs());
  }

  /** It is loaded anew. */
  reload(view: ConsoleView): void {
    this.state = 'there';
    this.#watch = beginWatch(this.#around.monotonicMs());
    this.view = view;
  }

  #look(): void {
    this.#cancel = this.#around.after(lookEveryMs, () => this.#look());
    if (this.state !== 'there') return;
    this.#paintedMs = this.#around.monotonicMs();
    this.#watch = look(this.#watch, this.#around.monotonicMs());
  }

  /** As main's paint watch has it. */
  get staleSeconds(): number {
    const silentMs = this.#around.monotonicMs() - this.#paintedMs;
    return silentMs < 2_000 ? 0 : silentMs / 1000;
  }

  /** As main's paint watch has it: it says twice a second that it lives. */
  get unheardMs(): number {
    return this.#around.monotonicMs() - this.#paintedMs;
  }

  get pulse(): Pulse | null {
    return this.#watch.pulse;
  }

  /** "Use the switch on the machine" covers everything, and the last values are struck through. */
  get covered(): boolean {
    return silenceOf(this.#watch, this.view?.stage === 'run') !== 'none';
  }

  /** It says that the run, or the machine, has stopped. */
  get saysStopped(): boolean {
    const { view } = this;
    if (this.state !== 'there' || this.covered || view === null) return false;
    const { run, machine } = view;
    if (run === null || run.phase === 'complete') return machine.doing === 'stood-down';
    return run.stopped && both(run.holds.heat, run.holds.flow);
  }

  /** What comes out of its loudspeaker. */
  get soundsHigh(): boolean {
    if (this.state !== 'there') return false;
    if (soundsHigh(this.#watch, this.view?.stage === 'run')) return true;
    const sound = (this.view?.run?.alarmSystem ?? this.view?.machine.alarmSystem)?.sound;
    return sound?.state === 'sounding' && sound.priority === 'high';
  }
}

const both = (heat: HoldStands | null, flow: HoldStands | null): boolean =>
  heat === 'in-force' && flow === 'in-force';
