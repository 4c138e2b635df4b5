import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import { saidAtMost, watchFaults } from '../../../electron/process/faults.ts';

function watched(over: { say?: (line: string) => void; onFault?: (error: Error) => void } = {}) {
  const source = new EventEmitter();
  const said: string[] = [];
  const faults: string[] = [];
  const time = { ms: 0 };
  watchFaults(source, {
    monotonicMs: () => time.ms,
    say: over.say ?? ((line) => said.push(line)),
    onFault: over.onFault ?? ((error) => faults.push(error.message)),
  });
  return { source, said, faults, time };
}

describe('an error that nobody caught', () => {
  test.each([
    ['uncaughtException', 'An error nobody caught'],
    ['unhandledRejection', 'A rejection nobody caught'],
  ])('%s is said and reported, and the program goes on', (event, words) => {
    const { source, said, faults } = watched();
    source.emit(event, new Error('the view could not be built'));
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(words);
    expect(said[0]).toContain('the view could not be built');
    expect(faults).toEqual(['the view could not be built']);
  });

  test.each([
    ['nothing', undefined, 'undefined'],
    ['a number', 7, '7'],
    ['what cannot be written', Object.create(null), 'cannot be written'],
    [
      'what throws when it is written',
      {
        toString() {
          throw new Error('no');
        },
      },
      'cannot be written',
    ],
  ])('may be anything: %s', (_what, thrown, words) => {
    const { source, faults } = watched();
    source.emit('unhandledRejection', thrown);
    expect(faults.join()).toContain(words);
  });

  test('is reported also where it cannot be said, and a report that fails goes no further', () => {
    const reported: string[] = [];
    const { source } = watched({
      say: () => {
        throw new Error('write EPIPE');
      },
      onFault: (error) => {
        reported.push(error.message);
        throw new Error('the journal is closed');
      },
    });
    expect(() => source.emit('uncaughtException', new Error('one'))).not.toThrow();
    expect(reported).toEqual(['one']);
  });

  test('that comes again and again is counted, and said ten times a minute at most', () => {
    const { source, said, faults, time } = watched();
    for (let n = 0; n < 500; n += 1) source.emit('uncaughtException', new Error('again'));
    expect(faults).toHaveLength(500);
    expect(said).toHaveLength(saidAtMost + 1);
    time.ms = 60_000;
    source.emit('uncaughtException', new Error('a minute later'));
    expect(said.at(-1)).toContain('a minute later');
  });
});
