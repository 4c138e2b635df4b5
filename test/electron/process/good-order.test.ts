import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import { closeLimitMs, endInGoodOrder } from '../../../electron/process/good-order.ts';
import { watchSignals } from '../../../electron/process/signals.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

function program(close: () => Promise<void>) {
  const clock = new VirtualClock();
  const said: string[] = [];
  const did: string[] = [];
  const ending = endInGoodOrder({
    clock,
    say: (line) => said.push(line),
    close: () => {
      did.push('close');
      return close();
    },
    exitCode: () => 5,
    failedCode: 1,
    exit: (code) => did.push(`exit ${code}`),
  });
  return { clock, said, did, ending };
}
const never = () => new Promise<void>(() => {});

describe('the way out of the program', () => {
  test('closes, then leaves with the code of the run', async () => {
    const { clock, did, ending } = program(async () => {});
    ending.quitInGoodOrder('closed by a person');
    expect(ending.cause).toBe('closed by a person');
    await clock.advance(0);
    expect(did).toEqual(['close', 'exit 5']);
    await clock.advance(2 * closeLimitMs);
    expect(did).toEqual(['close', 'exit 5']);
  });

  test('is taken once: who asks again is told', async () => {
    const { clock, did, said, ending } = program(never);
    ending.quitInGoodOrder('SIGTERM');
    ending.quitInGoodOrder('SIGINT');
    await clock.advance(1_000);
    expect(did).toEqual(['close']);
    expect(said.at(-1)).toMatch(/ending already \(SIGTERM\).*20 s/);
  });

  test('ends after its limit although nothing closes, and says what to look at', async () => {
    const { clock, did, said, ending } = program(never);
    ending.quitInGoodOrder('SIGTERM');
    await clock.advance(closeLimitMs - 1);
    expect(did).toEqual(['close']);
    await clock.advance(1);
    expect(did).toEqual(['close', 'exit 1']);
    expect(said.join()).toContain('use the switch on the machine');
  });

  test.each([
    ['rejects', async () => Promise.reject(new Error('the loop is dead'))],
    [
      'throws',
      () => {
        throw new Error('the loop is dead');
      },
    ],
  ])('ends when closing %s', async (_how, close) => {
    const { clock, did, said, ending } = program(close);
    ending.quitInGoodOrder('closed by a person');
    await clock.advance(0);
    expect(did).toEqual(['close', 'exit 1']);
    expect(said.join()).toContain('the loop is dead');
  });

  test('does its last thing before the exit, however closing went, and one that fails does not keep it', async () => {
    for (const close of [async () => {}, async () => Promise.reject(new Error('no'))]) {
      const { clock, did, ending } = program(close);
      ending.quitInGoodOrder('restart', () => {
        did.push('relaunch');
        throw new Error('not here');
      });
      await clock.advance(0);
      expect(did.slice(0, 2)).toEqual(['close', 'relaunch']);
      expect(did).toHaveLength(3);
    }
  });
});

test('every signal that ends a session quits in good order', () => {
  const source = new EventEmitter();
  const heard: string[] = [];
  watchSignals(source, (signal) => heard.push(signal));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGTERM']) source.emit(signal);
  expect(heard).toEqual(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGTERM']);
});
