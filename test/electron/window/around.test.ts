/** What the desktop and Chromium do around the console: power, helper processes, a second start, the pulse. */
import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import type { Pulse } from '../../../electron/contract/pulse.ts';
import { gpuDeathsTold, watchChildren } from '../../../electron/window/child-watch.ts';
import { watchPower } from '../../../electron/window/power-watch.ts';
import { beatEveryMs, beatPulse } from '../../../electron/window/pulse.ts';
import { raise } from '../../../electron/window/raise.ts';
import { watchSeen } from '../../../electron/window/seen.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

describe('a window that is called for', () => {
  const windowThatIs = (minimised: boolean, destroyed = false) => {
    const did: string[] = [];
    const window = {
      isDestroyed: () => destroyed,
      isMinimized: () => minimised,
      restore: () => did.push('restore'),
      show: () => did.push('show'),
      moveTop: () => did.push('top'),
      focus: () => did.push('focus'),
    };
    raise(window as never);
    return did;
  };
  test('comes back from hiding, above all others', () => {
    expect(windowThatIs(false)).toEqual(['show', 'top', 'focus']);
  });
  test('comes back from being minimised (FB-25)', () => {
    expect(windowThatIs(true)).toEqual(['restore', 'show', 'top', 'focus']);
  });
  test('is left alone where it is no more', () => {
    expect(windowThatIs(true, true)).toEqual([]);
  });
});

describe('a helper process that goes', () => {
  const watched = () => {
    const app = new EventEmitter();
    const said: string[] = [];
    const time = { ms: 0 };
    watchChildren(
      app as never,
      () => time.ms,
      (line) => said.push(line),
    );
    const gone = (type: string, reason = 'crashed') =>
      app.emit('child-process-gone', {}, { type, reason, exitCode: 9, name: 'Audio Service' });
    return { said, time, gone };
  };
  test('is said, with what it was', () => {
    const { said, gone } = watched();
    gone('Utility');
    expect(said).toEqual(['The process Utility (Audio Service) is gone: crashed, code 9. The run goes on.']);
    gone('Utility', 'clean-exit');
    expect(said).toHaveLength(1);
  });
  test('again and again, being the GPU, says what helps (FB-28); now and then it does not', () => {
    const { said, time, gone } = watched();
    for (let n = 0; n < 5; n += 1) {
      time.ms += 20 * 60_000;
      gone('GPU');
    }
    expect(said.filter((line) => line.includes('--disable-gpu'))).toEqual([]);
    for (let n = 1; n < gpuDeathsTold; n += 1) gone('GPU');
    expect(said.filter((line) => line.includes('--disable-gpu'))).toHaveLength(1);
  });
});

describe('power', () => {
  test('a shutdown is asked to wait and ends the program; sleep is said and does not', () => {
    const monitor = new EventEmitter();
    const quits: string[] = [];
    const said: string[] = [];
    watchPower(
      monitor as never,
      (cause) => quits.push(cause),
      (line) => said.push(line),
    );
    monitor.emit('suspend');
    monitor.emit('resume');
    expect(quits).toEqual([]);
    expect(said).toHaveLength(2);
    let prevented = false;
    monitor.emit('shutdown', {
      preventDefault: () => {
        prevented = true;
      },
    });
    monitor.emit('shutdown');
    expect({ quits: quits.length, prevented }).toEqual({ quits: 2, prevented: true });
  });
});

test('what the desktop says of the window reaches the watch', () => {
  const window = new EventEmitter();
  const told: string[] = [];
  watchSeen(window as never, {
    windowHidden: (hidden) => told.push(`hidden ${hidden}`),
    windowFocused: (focused) => told.push(`focused ${focused}`),
  });
  for (const name of ['blur', 'minimize', 'restore', 'hide', 'show', 'focus']) window.emit(name);
  expect(told).toEqual([
    'focused false',
    'hidden true',
    'hidden false',
    'hidden true',
    'hidden false',
    'focused true',
  ]);
});

describe('the pulse', () => {
  const pulse: Pulse = {
    engine: 'ticking',
    authority: 'commanding',
    watching: true,
    sound: 'none',
    lastTickAgeMs: 40,
  };
  test('beats at least once a second, whatever the engine does', async () => {
    const clock = new VirtualClock();
    const sent: Pulse[] = [];
    const end = beatPulse(
      clock,
      () => pulse,
      (one) => sent.push(one),
      () => {},
    );
    await clock.advance(3_000);
    expect(sent).toHaveLength(1 + 3_000 / beatEveryMs);
    end();
    expect(clock.pending).toBe(0);
  });
  test('is not sent where it cannot be read: the silence is the news, said once', async () => {
    const clock = new VirtualClock();
    const sent: Pulse[] = [];
    const said: string[] = [];
    let broken = true;
    const read = (): Pulse => {
      if (broken) throw new Error('no engine');
      return pulse;
    };
    beatPulse(
      clock,
      read,
      (one) => sent.push(one),
      (line) => said.push(line),
    );
    await clock.advance(5_000);
    expect({ sent, said: said.length }).toEqual({ sent: [], said: 1 });
    broken = false;
    await clock.advance(1_000);
    expect(sent.length).toBeGreaterThan(0);
  });
});
