import { describe, expect, test } from 'vitest';
import type { ActionResult, OperatorAction } from '../../../electron/domain/action.ts';
import { requestLimits } from '../../../electron/window/request-limits.ts';
import { TokenBucket } from '../../../electron/window/token-bucket.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

const note: OperatorAction = { type: 'record-note', text: 'x' };

function main() {
  const clock = new VirtualClock();
  const limits = requestLimits(clock);
  const heard: string[] = [];
  const act = limits.act(({ action }): ActionResult => {
    heard.push(action.type);
    return { taken: true };
  });
  const times = async (count: number, action: OperatorAction) => {
    const results = await Promise.all(
      Array.from({ length: count }, () => act({ action, glass: null, second: null })),
    );
    return results.filter(({ taken }) => taken).length;
  };
  return { clock, limits, heard, act, times };
}

describe('actions', () => {
  test('twenty at once are heard, then five a second; the rest is told, and main does not hear it', async () => {
    const { clock, heard, act, times } = main();
    expect(await times(100, note)).toBe(20);
    expect(heard).toHaveLength(20);
    expect(await act({ action: note, glass: null, second: null })).toEqual({ taken: false, why: 'too-many' });
    await clock.advance(1000);
    expect(await times(100, note)).toBe(5);
    await clock.advance(60_000);
    expect(await times(100, note)).toBe(20);
  });

  test.each<OperatorAction>([
    { type: 'heat-off' },
    { type: 'pause-flow' },
    { type: 'stop-run' },
    { type: 'drain-now' },
    { type: 'acknowledge', alarmIds: ['x'] },
    { type: 'pause-audio' },
    { type: 'resume-audio' },
    { type: 'take-command' },
    { type: 'clear-interlocks', bits: 1 },
  ])('$type is never too many, whatever came before', async (action) => {
    const { times } = main();
    await times(100, note);
    expect(await times(500, action)).toBe(500);
  });
});

test('presets and starts are few', async () => {
  const { clock, limits } = main();
  const save = limits.savePreset(() => ({ ok: false, problems: [], why: null }));
  const start = limits.start(() => ({ ok: true }));
  const ask = async () => [await save(undefined as never), await start(undefined as never)];
  for (let count = 0; count < 3; count += 1)
    expect(await ask()).toEqual([{ ok: false, problems: [], why: null }, { ok: true }]);
  expect(await ask()).toMatchObject([
    { ok: false, problems: [{ field: 'name', message: expect.stringMatching(/Too many at once/) }] },
    { ok: false, problem: expect.stringMatching(/Too many at once/) },
  ]);
  await clock.advance(1000);
  expect((await ask())[1]).toEqual({ ok: true });
});

test('a clock that stands still gives nothing, and one that goes back takes nothing', () => {
  let nowMs = 1000;
  const bucket = new TokenBucket({ burst: 1, perSecond: 1 }, { monotonicMs: () => nowMs });
  expect([bucket.take(), bucket.take()]).toEqual([true, false]);
  nowMs = 0;
  expect(bucket.take()).toBe(false);
  nowMs = 1000;
  expect(bucket.take()).toBe(true);
});
