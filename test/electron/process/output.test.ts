import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { outliveOutput, sayTo } from '../../../electron/process/output.ts';

const stream = (write: (text: string) => unknown) => Object.assign(new EventEmitter(), { write });

test('a line is written whole, with its end', () => {
  const written: string[] = [];
  sayTo(stream((text) => written.push(text)))('The view hangs.');
  expect(written).toEqual(['The view hangs.\n']);
});

test('a reader that is gone is no error, neither at once nor later', () => {
  const closed = stream(() => {
    throw new Error('write EPIPE');
  });
  expect(() => closed.emit('error', new Error('write EPIPE'))).toThrow('EPIPE');
  outliveOutput(closed);
  expect(() => sayTo(closed)('nobody hears this')).not.toThrow();
  expect(() => closed.emit('error', new Error('write EPIPE'))).not.toThrow();
});
