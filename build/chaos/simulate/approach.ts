import type { RunView } from '../../../electron/contract/view.ts';
import { phases } from '../../../electron/domain/phase.ts';
import type { People } from './person/people.ts';
import type { Beginning } from './plan.ts';
import type { World } from './world/world.ts';

const mostSeconds = 420;
/** So much is filled on the way to a phase after the drain, s. */
const fillsForSeconds = 12;

/** Runs that lead to a dwell fill once and let stand. */
export const modeTo = (begin: Beginning) => (begin === 'dwell' ? 'single-instillation' : 'circulation');

/** A careful operator takes a run to where it is to begin, on the shortest way and with nothing going wrong. */
export async function approach(world: World, people: People, begin: Beginning): Promise<boolean> {
  if (begin === 'setup') return true;
  people.attend();
  let filledSeconds = 0;
  for (let seconds = 0; seconds < mostSeconds; seconds += 1) {
    const view = world.console?.screen.view?.run ?? null;
    if (view?.phase === begin) return true;
    if (view?.phase === 'fill') filledSeconds += 1;
    if (view !== null) shorten(view, begin, filledSeconds, people, world);
    await world.seconds(1);
  }
  return false;
}

function shorten(view: RunView, begin: Beginning, filledSeconds: number, people: People, world: World): void {
  const press = (action: Parameters<People['press']>[1]) => people.press(world.console, action);
  if (begin === 'complete' && view.phase === 'self-test') press({ type: 'end-run', reason: 'Simulated end' });
  const afterDrain = begin !== 'setup' && phases.indexOf(begin) >= phases.indexOf('drain');
  if (afterDrain && view.phase === 'fill' && filledSeconds === fillsForSeconds) press({ type: 'drain-now' });
}
