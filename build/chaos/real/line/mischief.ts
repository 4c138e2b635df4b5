import type { Draw } from '../../../../native-bridge/simulator/population/draw.ts';
import type { LineClock } from './line-clock.ts';
import type { Middle } from './middle.ts';
import { faults, type LineFault } from './terms.ts';

/** Of exchanges on a line that is as it should be so many have a fault (chosen: most of them stand alone). */
const share = 0.3;
/** And so many more of these begin a storm. */
const stormShare = 0.05;
/** A storm's exchanges, and how many of them have a fault. */
const storm = { most: 15, share: 0.6 } as const;
/** Pulling the cable takes real time, so it is rarer than the others by this. */
const cutShare = 0.12;

const framed = faults.filter(
  (fault) => !['line-silent', 'line-cut', 'left-over'].includes(fault),
) as readonly LineFault[];

/** When what goes wrong, by the seed. */
export class Mischief {
  readonly #middle: Middle;
  readonly #clock: LineClock;
  readonly #dice: Draw;
  readonly #cut: () => Promise<void>;
  #stormLeft = 0;
  /** Exchanges left in which the console reads (below nothing: writes). */
  #stretch = -50;

  constructor(middle: Middle, clock: LineClock, dice: Draw, cut: () => Promise<void>) {
    this.#middle = middle;
    this.#clock = clock;
    this.#dice = dice;
    this.#cut = cut;
  }

  /** The console only reads now. */
  get reads(): boolean {
    return this.#stretch > 0;
  }

  /** Called before each exchange; `open`: what the last fault did is not over. */
  before(open: boolean): void {
    this.#turn();
    const dice = this.#dice;
    if (this.#stormLeft > 0) {
      this.#stormLeft -= 1;
      if (dice.even(0, 1) < storm.share) this.#middle.plan ??= dice.one(framed);
      return;
    }
    if (open || dice.even(0, 1) >= share) return;
    if (dice.even(0, 1) < stormShare) this.#stormLeft = 1 + dice.whole(storm.most);
    const fault = dice.one(faults);
    if (fault === 'line-cut' || fault === 'left-over') this.#perhapsCut(fault);
    else if (fault === 'line-silent') this.#inThisExchange(() => this.#middle.silence(dice.even(200, 4000)));
    else this.#middle.plan = fault;
  }

  #turn(): void {
    this.#stretch += this.#stretch > 0 ? -1 : 1;
    if (this.#stretch !== 0) return;
    const reads = this.#dice.whole(2) === 0;
    this.#stretch = reads ? 10 + this.#dice.whole(40) : -10 - this.#dice.whole(100);
  }

  #perhapsCut(fault: LineFault): void {
    if (this.#dice.even(0, 1) >= cutShare) return;
    this.#inThisExchange(() => {
      this.#middle.pulled();
      if (fault === 'left-over') this.#middle.plan = 'left-over';
      void this.#cut();
    });
  }

  #inThisExchange(run: () => void): void {
    this.#clock.after(this.#dice.even(0, 50), run);
  }
}
