/** How the engine is: its last tick is young, or older than a second, or it has let the machine go for good. */
export type EngineState = 'ticking' | 'standing' | 'faulted';
/** Who may write to the machine. */
export type Authority = 'reading' | 'commanding' | 'waiting' | 'standing-down' | 'faulted';

/**
 * Main's sign of life, at least once a second. It is not built from the view, so that it comes also where no view
 * can be built; a view that comes without it is no sign of life.
 */
export interface Pulse {
  readonly engine: EngineState;
  readonly authority: Authority;
  /** In a run, in a rescue record or while standing down: a screen that hears nothing then has to be heard. */
  readonly watching: boolean;
  /** What the engine itself wants heard, through every pause and without protocol, alarms or view. */
  readonly sound: 'none' | 'high';
  /** Age of the last tick, ms. */
  readonly lastTickAgeMs: number;
}
