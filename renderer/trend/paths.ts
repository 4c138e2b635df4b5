import { type Columns, isGap } from './columns.ts';

/** From session seconds and °C to pixels of the plot. */
export interface Scale {
  readonly x: (seconds: number) => number;
  readonly y: (celsius: number) => number;
}

/** A piece of a curve: SVG path data, and the length drawn before it, so that dashes run on. */
export interface Piece {
  readonly d: string;
  readonly offset: number;
  readonly length: number;
}

const columnsPerPiece = 64;
const round = (pixels: number): number => Math.round(pixels * 10) / 10;

/** One curve in pieces; an update rebuilds only the pieces that changed. */
export class CurvePath {
  readonly pieces: Piece[] = [];
  readonly #columns: Columns;
  readonly #probe: number;
  readonly #scale: Scale;
  readonly #first: number;

  /** Draws from column `first` on. */
  constructor(columns: Columns, probe: number, scale: Scale, first: number) {
    this.#columns = columns;
    this.#probe = probe;
    this.#scale = scale;
    this.#first = Math.max(0, first);
    this.update(0);
  }

  /** Columns from `changed` on are new. */
  update(changed: number): void {
    const fresh = Math.max(0, Math.floor((changed - this.#first) / columnsPerPiece));
    if (this.pieces.length > fresh) this.pieces.length = fresh;
    for (;;) {
      const from = this.#first + this.pieces.length * columnsPerPiece;
      if (from >= this.#columns.count) return;
      this.pieces.push(this.#draw(from, Math.min(this.#columns.count, from + columnsPerPiece)));
    }
  }

  #draw(from: number, to: number): Piece {
    const before = this.pieces.at(-1);
    const pen = new Pen();
    const quarter = (this.#scale.x(this.#columns.seconds) - this.#scale.x(0)) / 4;
    for (let column = Math.max(this.#first, from - 1); column < to; column += 1) {
      if (isGap(this.#columns, this.#probe, column)) {
        pen.lift();
        continue;
      }
      const x = this.#scale.x((column + 0.5) * this.#columns.seconds);
      const low = this.#scale.y(this.#columns.low[this.#probe]?.[column] as number);
      const high = this.#scale.y(this.#columns.high[this.#probe]?.[column] as number);
      if (column < from || Math.abs(high - low) < 0.5) pen.to(x, (low + high) / 2);
      else pen.span(x, quarter, low, high);
    }
    return { d: pen.d, length: pen.length, offset: before === undefined ? 0 : before.offset + before.length };
  }
}

/** Writes path data and adds up the length drawn. */
class Pen {
  d = '';
  length = 0;
  #down = false;
  #x = 0;
  #y = 0;

  lift(): void {
    this.#down = false;
  }

  to(x: number, y: number): void {
    if (this.#down) this.length += Math.hypot(x - this.#x, y - this.#y);
    this.d += `${this.#down ? 'L' : 'M'}${round(x)} ${round(y)}`;
    this.#down = true;
    this.#x = x;
    this.#y = y;
  }

  /** Lowest and highest of one column, the nearer one first; a quarter of the column each way keeps slopes smooth. */
  span(x: number, quarter: number, low: number, high: number): void {
    const lowFirst = Math.abs(low - this.#y) <= Math.abs(high - this.#y);
    this.to(x - quarter, lowFirst ? low : high);
    this.to(x + quarter, lowFirst ? high : low);
  }
}
