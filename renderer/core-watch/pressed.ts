import { create } from 'zustand';
import type { Intervention } from '../../electron/contract/view.ts';
import type { ActOutcome } from '../run/acting.ts';

/** `pressed`: main has not answered; `taken`: it has, and its engine has not ticked since. */
type Press = 'pressed' | 'taken' | 'not-sent';
export type Pressed = Readonly<Partial<Record<Intervention, Press>>>;

/** Interventions that were pressed and whose effect nothing has confirmed yet. */
export const usePressed = create<{ readonly pressed: Pressed; readonly late: Pressed }>()(() => ({
  pressed: {},
  late: {},
}));

/** An answer usually comes at once: until then nothing is said that would be taken back in the next moment, ms. */
const answerMs = 400;
const readMs = 5_000;

/** Keeps a press until it is answered, and past that until the engine has ticked with it. */
export async function keepPress(
  intervention: Intervention,
  asked: Promise<ActOutcome>,
  ticks: () => boolean,
): Promise<void> {
  put(intervention, 'pressed');
  const late = setTimeout(() => usePressed.setState(({ pressed }) => ({ late: pressed })), answerMs);
  const outcome = await asked;
  clearTimeout(late);
  if (outcome === 'not-sent') sayNotSent(intervention, ticks);
  else if (outcome === 'taken' && !ticks()) put(intervention, 'taken');
  else drop((_press, name) => name === intervention);
}

/** The engine ticks: what was taken is done. */
export const confirmPressed = (): void => drop((press) => press === 'taken');

/** NOT SENT stays long enough to be read, and for as long as the engine does not tick. */
function sayNotSent(intervention: Intervention, ticks: () => boolean): void {
  put(intervention, 'not-sent');
  const look = (): void => {
    if (ticks()) drop((press, name) => press === 'not-sent' && name === intervention);
    else setTimeout(look, readMs);
  };
  setTimeout(look, readMs);
}

function put(intervention: Intervention, press: Press): void {
  usePressed.setState(({ pressed, late }) => {
    const next = { ...pressed, [intervention]: press };
    return { pressed: next, late: press === 'pressed' ? late : next };
  });
}

function drop(isDone: (press: Press, name: Intervention) => boolean): void {
  const without = (all: Pressed): Pressed =>
    Object.fromEntries(Object.entries(all).filter(([name, press]) => !isDone(press, name as Intervention)));
  const { pressed, late } = usePressed.getState();
  if (Object.keys(pressed).length + Object.keys(late).length === 0) return;
  usePressed.setState({ pressed: without(pressed), late: without(late) });
}
