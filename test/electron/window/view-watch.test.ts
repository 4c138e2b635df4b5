import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import { type ViewTrouble, watchView } from '../../../electron/window/view-watch.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

function watched() {
  const clock = new VirtualClock();
  const done: string[] = [];
  const troubles: ViewTrouble[] = [];
  const view = Object.assign(new EventEmitter(), {
    isClosed: false,
    isDestroyed: () => view.isClosed,
    reload: () => void done.push('reload'),
    forcefullyCrashRenderer: () => {
      done.push('end');
      view.emit('render-process-gone', {}, { reason: 'killed', exitCode: 9 });
    },
  });
  watchView(
    view as never,
    (ms, run) => clock.after(ms, run),
    (trouble) => troubles.push(trouble),
  );
  return { clock, done, troubles, view };
}

describe('a view in trouble', () => {
  test('that crashed is told of and loaded again', async () => {
    const { clock, done, troubles, view } = watched();
    view.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
    await clock.advance(1_000);
    expect({ done, troubles }).toEqual({ done: ['reload'], troubles: [{ kind: 'gone', reason: 'crashed' }] });
  });

  test('that hangs is ended, and then loaded again like a crashed one', async () => {
    const { clock, done, troubles, view } = watched();
    view.emit('unresponsive');
    await clock.advance(1_000);
    expect(done).toEqual(['end', 'reload']);
    expect(troubles).toEqual([{ kind: 'hung' }, { kind: 'gone', reason: 'killed' }]);
  });

  test('that cannot live is tried again without spinning', async () => {
    const { clock, done, view } = watched();
    for (let n = 0; n < 3; n += 1) {
      view.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
      await clock.advance(400);
      expect(done).toHaveLength(n);
      await clock.advance(600);
    }
  });

  test('that was closed on purpose stays closed', async () => {
    const { clock, done, troubles, view } = watched();
    view.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 });
    expect(troubles).toEqual([]);
    view.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
    view.isClosed = true;
    await clock.advance(1_000);
    expect(done).toEqual([]);
  });
});
