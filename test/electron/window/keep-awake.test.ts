import { expect, test } from 'vitest';
import { keepAwake } from '../../../electron/window/keep-awake.ts';

test('the display is kept on once for a run, and let go once', () => {
  const asked: string[] = [];
  const awake = keepAwake({
    start: (type) => asked.push(`start ${type}`),
    stop: (id) => asked.push(`stop ${id}`) > 0,
  });
  for (const on of [false, true, true, false, false, true]) awake.set(on);
  expect(asked).toEqual(['start prevent-display-sleep', 'stop 1', 'start prevent-display-sleep']);
});
