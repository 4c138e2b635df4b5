import { create } from 'zustand';
import type { ConsoleDoor } from '../../electron/contract/channels.ts';
import { useConsole } from '../store.ts';
import { confirmPressed } from './pressed.ts';
import { beginWatch, hear, look, type Silence, silenceOf, soundsHigh } from './watch.ts';

/** What the screen knows of main's engine. */
export interface CoreState {
  readonly silence: Silence;
  /** It sounds high through any pause. */
  readonly soundsHigh: boolean;
  /** Since the last tick that is known of, s; counts while there is silence. */
  readonly ageSeconds: number;
  /** Its engine ticks, as far as can be told. */
  readonly ticks: boolean;
}

export const useCore = create<CoreState>()(() => ({
  silence: 'none',
  soundsHigh: false,
  ageSeconds: 0,
  ticks: true,
}));

const lookEveryMs = 250;

/** Watches main for the life of the page. Returns the function that ends it. */
export function watchCore(door: ConsoleDoor): () => void {
  let watch = beginWatch(performance.now());
  const tell = (): void => {
    const inRun = useConsole.getState().view?.stage === 'run';
    const silence = silenceOf(watch, inRun);
    const next: CoreState = {
      silence,
      soundsHigh: soundsHigh(watch, inRun),
      ageSeconds: silence === 'none' ? 0 : Math.floor((watch.lookedMs - watch.tickedMs) / 1000),
      ticks: silence === 'none' && (watch.pulse === null || watch.pulse.engine === 'ticking'),
    };
    const now = useCore.getState();
    const names = Object.keys(next) as (keyof CoreState)[];
    if (names.some((name) => next[name] !== now[name])) useCore.setState(next);
  };
  const unsubscribe = door.subscribe('pulse', (pulse) => {
    watch = hear(watch, pulse, performance.now());
    tell();
    if (pulse.engine === 'ticking') confirmPressed();
  });
  const looking = setInterval(() => {
    watch = look(watch, performance.now());
    tell();
  }, lookEveryMs);
  return () => {
    unsubscribe();
    clearInterval(looking);
  };
}
