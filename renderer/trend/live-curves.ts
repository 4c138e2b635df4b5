import { bucketsPerColumn, Columns, coreCurve, curveCount, type TrendData } from './columns.ts';
import { type Gap, gaps, type OffScale, offScale } from './gaps.ts';
import { CurvePath, type Piece, type Scale } from './paths.ts';

/** Where the plot lies: session seconds and °C at its edges, pixels of those edges. */
export interface PlotFrame {
  readonly fromSeconds: number;
  readonly toSeconds: number;
  readonly lowCelsius: number;
  readonly highCelsius: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What is drawn of a trend. `ends` holds the newest value of each curve that has one now. */
export interface DrawnCurves {
  readonly pieces: readonly (readonly Piece[])[];
  readonly gaps: readonly Gap[];
  readonly offScale: readonly OffScale[];
  readonly ends: readonly CurveEnd[];
}
export interface CurveEnd {
  readonly curve: number;
  readonly seconds: number;
  readonly celsius: number;
}

export function scaleOf(frame: PlotFrame): Scale {
  const perSecond = frame.width / (frame.toSeconds - frame.fromSeconds);
  const perDegree = frame.height / (frame.highCelsius - frame.lowCelsius);
  return {
    x: (seconds) => frame.left + (seconds - frame.fromSeconds) * perSecond,
    y: (celsius) => frame.top + (frame.highCelsius - celsius) * perDegree,
  };
}

/**
 * The curves of a trend that grows. While frame and generation stay, an update costs what it adds; otherwise all is
 * folded and drawn once more. Calling it twice with the same trend changes nothing.
 */
export class LiveCurves {
  #columns = new Columns(-1, 1, 1);
  #paths: CurvePath[] = [];
  #frame = '';

  /** A core probe that gives nothing is told at its tile: a hatch over all curves is for what is controlled by. */
  draw(trend: TrendData, frame: PlotFrame, curves: readonly number[]): DrawnCurves {
    const secondsPerPixel = (frame.toSeconds - frame.fromSeconds) / frame.width;
    const buckets = bucketsPerColumn(trend.bucketSeconds, secondsPerPixel);
    const key = JSON.stringify([trend.generation, buckets, frame]);
    if (key !== this.#frame) {
      this.#frame = key;
      this.#columns = new Columns(trend.generation, trend.bucketSeconds, buckets);
      this.#columns.fold(trend.rows);
      const first = Math.floor(frame.fromSeconds / this.#columns.seconds) - 1;
      this.#paths = Array.from(
        { length: curveCount },
        (_, curve) => new CurvePath(this.#columns, curve, scaleOf(frame), first),
      );
    } else {
      const changed = this.#columns.fold(trend.rows);
      for (const path of this.#paths) path.update(changed);
    }
    return {
      pieces: this.#paths.map((path) => [...path.pieces]),
      gaps: gaps(
        this.#columns,
        curves.filter((curve) => curve !== coreCurve),
      ),
      offScale: offScale(this.#columns, curves, frame.lowCelsius, frame.highCelsius),
      ends: this.#ends(curves),
    };
  }

  #ends(curves: readonly number[]): CurveEnd[] {
    const last = this.#columns.count - 1;
    return curves.flatMap((curve) => {
      const low = this.#columns.low[curve]?.[last];
      const high = this.#columns.high[curve]?.[last];
      if (low === undefined || high === undefined || Number.isNaN(low)) return [];
      return [{ curve, seconds: (last + 0.5) * this.#columns.seconds, celsius: (low + high) / 2 }];
    });
  }
}
