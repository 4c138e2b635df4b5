import type { AccessView, ConsoleView, SetupView, TrendUpdate } from '../contract/view.ts';
import { PrecisionFold } from '../domain/precision.ts';
import { stepTo } from '../domain/sample-step.ts';
import { storageToStartMegabytes } from '../domain/storage.ts';
import { consoleView } from './console-view.ts';
import type { Publisher } from './publishers.ts';
import type { RunSnapshot } from './run-view.ts';
import type { Snapshot } from './snapshot.ts';
import { TrendFold } from './trend-fold.ts';

/** The screen is told at least this often, ms of wall time. */
const viewEveryMs = 250;

const noTrend: TrendUpdate = { generation: 0, bucketSeconds: 1, from: 0, rows: [] };

export interface ViewPublisherOptions {
  readonly host: 'electron' | 'stand-in';
  readonly consoleVersion: string;
  readonly setup: SetupView;
  readonly access: () => AccessView;
  readonly freeStorageMegabytes: () => number | null;
  /** At most four times a second, and at once when something urgent changed. */
  readonly showView: (view: ConsoleView) => void;
  readonly showTrend: (update: TrendUpdate) => void;
}

/** What only a screen needs of a run, folded from its samples. */
class Folds {
  readonly runId: string;
  readonly trend = new TrendFold();
  readonly precision: PrecisionFold;
  #sampledMs = -1;

  constructor({ header }: RunSnapshot) {
    this.runId = header.runId;
    this.precision = new PrecisionFold(header.preset.targetCelsius);
  }

  add({ sample, state }: RunSnapshot): void {
    if (sample === null || sample.sessionMs <= this.#sampledMs) return;
    this.precision.targetCelsius = state.targetCelsius;
    this.precision.add(sample, stepTo(Math.max(0, this.#sampledMs), sample.sessionMs));
    this.trend.add(sample.sessionMs, sample.probesCelsius, sample.coreCelsius);
    this.#sampledMs = sample.sessionMs;
  }
}

/** Its name among the publishers. */
export const viewName = 'The view';

/** Tells the screen what stands: views and the trend. A publisher like any other. */
export class ViewPublisher implements Publisher {
  readonly name = viewName;
  readonly #options: ViewPublisherOptions;
  #setup: SetupView;
  #worklistRevision = 0;
  #folds: Folds | null = null;
  #toldMs = Number.NEGATIVE_INFINITY;
  #revision = -1;
  #last: Snapshot | null = null;

  constructor(options: ViewPublisherOptions) {
    this.#options = options;
    this.#setup = options.setup;
  }

  publish(snapshot: Snapshot): void {
    this.#last = snapshot;
    this.#fold(snapshot.run);
    const due = snapshot.monotonicMs - this.#toldMs >= viewEveryMs;
    if (!due && snapshot.revision === this.#revision) return;
    this.#toldMs = snapshot.monotonicMs;
    this.#revision = snapshot.revision;
    this.#options.showView(this.view(snapshot));
    const update = this.#folds?.trend.take() ?? null;
    if (update !== null) this.#options.showTrend(update);
  }

  /** Other presets are on offer now. */
  offer(setup: SetupView): void {
    this.#setup = setup;
    this.showNow();
  }

  /** The list of who waits is another now. */
  worklistChanged(): void {
    this.#worklistRevision += 1;
    this.showNow();
  }

  /** Something outside the engine has changed that a screen waits for. */
  showNow(): void {
    if (this.#last !== null) this.#options.showView(this.view(this.#last));
  }

  /** Everything a screen needs after loading. */
  load(snapshot: Snapshot): { view: ConsoleView; trend: TrendUpdate } {
    return { view: this.view(snapshot), trend: this.#folds?.trend.all() ?? noTrend };
  }

  view(snapshot: Snapshot): ConsoleView {
    const { host, consoleVersion, freeStorageMegabytes, access } = this.#options;
    return consoleView(snapshot, {
      host,
      consoleVersion,
      setup: this.#setup,
      storage: { freeMegabytes: freeStorageMegabytes(), neededMegabytes: storageToStartMegabytes },
      precision: this.#folds?.precision.finish() ?? null,
      access: access(),
      worklistRevision: this.#worklistRevision,
    });
  }

  #fold(run: RunSnapshot | null): void {
    if (run === null) this.#folds = null;
    else if (this.#folds?.runId !== run.header.runId) this.#folds = new Folds(run);
    if (run !== null) this.#folds?.add(run);
  }
}
