import type { Pulse } from '../contract/pulse.ts';
import type { Engine } from './engine.ts';

/** How the engine is, without protocol, alarms or view: it is told also where none of them works. */
export function pulseOf(engine: Engine): Pulse {
  const { authority, stands, lastTickAgeMs, viewFails } = engine;
  // A run, a rescue record or standing down, whatever the line does.
  const watching = engine.runIsOpen || engine.somethingIsOpen || authority.state !== 'reading';
  // Once the run itself holds the heat its own alarm sounds, and can be paused like any other.
  const untold = authority.overlay !== 'none' || authority.failedInRow > 0 || (viewFails && watching);
  return {
    engine: authority.state === 'faulted' ? 'faulted' : stands ? 'standing' : 'ticking',
    authority: authority.state,
    watching,
    sound: authority.state === 'faulted' || untold ? 'high' : 'none',
    lastTickAgeMs: Math.round(lastTickAgeMs),
  };
}
