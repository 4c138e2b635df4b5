import { expect, it } from 'vitest';
import { vitalViews } from '../../../electron/session/vital-views.ts';
import { theatre } from '../../support/site.ts';
import { runIn } from '../protocol/bench.ts';

const named = { en: 'x', zh: 'x', unit: '', lowest: 0, highest: 100, decimals: 1 };
const lists = {
  ...theatre.lists,
  vitalSigns: [
    { ...named, id: 'often', everyMinutes: 2 },
    { ...named, id: 'never', everyMinutes: null },
  ],
};

it('a sign is due that long after the start of treatment or the last one, and never outside treatment', () => {
  const bench = runIn('treatment');
  const seen = () => vitalViews(lists, bench.state);
  const nothing = { sign: 'never', value: null, secondsAgo: null, due: false };
  expect(seen()).toEqual([{ sign: 'often', value: null, secondsAgo: null, due: false }, nothing]);
  bench.seconds(119);
  expect(seen()[0]).toMatchObject({ due: false });
  bench.seconds(2);
  expect(seen()).toEqual([{ sign: 'often', value: null, secondsAgo: null, due: true }, nothing]);
  bench.act({ type: 'record-vital', sign: 'often', value: 7.5 });
  bench.act({ type: 'record-vital', sign: 'never', value: 3 });
  expect(seen()).toEqual([
    { sign: 'often', value: 7.5, secondsAgo: 0, due: false },
    { sign: 'never', value: 3, secondsAgo: 0, due: false },
  ]);
  bench.seconds(121);
  expect(seen()).toMatchObject([
    { secondsAgo: 121, due: true },
    { secondsAgo: 121, due: false },
  ]);
  bench.act({ type: 'drain-now' });
  expect(bench.state.phase).toBe('drain');
  expect(seen()[0]).toMatchObject({ value: 7.5, due: false });
});
