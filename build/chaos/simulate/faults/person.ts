import { pressText } from '../person/people.ts';
import type { Begin } from './fault.ts';

const press: Begin = ({ world, people, dice, took }) => {
  const sent = people.anything(dice);
  if (sent !== null) people.send(world.console, sent, () => took(`a person presses ${pressText(sent)}`));
};

/** The same once more, as gloved hands do. */
const doubleTap: Begin = ({ world, people, dice, took }) => {
  const sent = people.anything(dice);
  if (sent === null) return;
  const life = world.console;
  people.send(life, sent, () => took(`a person presses twice ${pressText(sent)}`));
  world.around.after(dice.whole(400), () => people.send(life, sent));
};

/** Leaves a review, and begins another run where nothing stands in the way. */
const nextCase: Begin = ({ world, people, took }) => {
  const life = world.console;
  if (life === null) return;
  people.nextCase(life, (what) => took(what));
};

export const personFaults = { press, 'double-tap': doubleTap, 'next-case': nextCase };
