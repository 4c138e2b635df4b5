import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readDeliveryFile } from '../../../electron/program/delivery-file.ts';

const engine = {
  id: 'engine',
  name: 'Interface engine 接口',
  folder: '/mnt/share/drop/',
  spool: null,
  kinds: ['report.hl7'],
  acknowledgements: '/mnt/share/acks',
  stick: false,
};

function reading(text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'isotherm-delivery-file-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'delivery.json'), text);
  return readDeliveryFile(folder);
}
const readingOf = (...destinations: object[]) => reading(JSON.stringify({ version: 1, destinations }));

test('where there is no file, nothing is delivered and nothing is wrong', () => {
  expect(readDeliveryFile(tmpdir())).toEqual({ ok: true, destinations: [] });
});

test('destinations are read as they stand', () => {
  const read = readingOf(engine);
  expect(read).toEqual({ ok: true, destinations: [{ ...engine, folder: '/mnt/share/drop' }] });
});

test.each<[string, object[], string]>([
  [
    'a path that hangs on where the program was started',
    [{ ...engine, folder: 'drop' }],
    'folder: must be a whole path',
  ],
  ['a document that nobody makes', [{ ...engine, kinds: ['report.doc'] }], 'kinds.0: must be of report.pdf,'],
  ['nothing to deliver', [{ ...engine, kinds: [] }], 'kinds: nothing would go there'],
  ['a field of another name', [{ ...engine, folders: 1 }], '"folders": check its spelling'],
  ['a field that is missing', [{ ...engine, stick: undefined }], 'stick: must be true or false'],
  [
    'one id twice',
    [engine, { ...engine, folder: '/b', acknowledgements: null }],
    'destinations.1.id: is that of another',
  ],
  [
    'one folder twice',
    [engine, { ...engine, id: 'b', acknowledgements: null }],
    'destinations.1.folder: is named twice',
  ],
  [
    'one folder for documents and answers',
    [{ ...engine, acknowledgements: '/mnt/share/drop' }],
    'folder: is named twice',
  ],
  [
    'answers of two in one folder',
    [engine, { ...engine, id: 'b', folder: '/b' }],
    'acknowledgements: is a folder of another',
  ],
  ['answers on a stick', [{ ...engine, stick: true }], 'nobody answers on a stick'],
])('%s is refused, with its place and how to mend it', (_, destinations, why) => {
  const read = readingOf(...destinations);
  expect(read).toMatchObject({ ok: false, problem: expect.stringContaining(why) });
});

test('what is no JSON is refused with the place', () => {
  expect(reading('{"version": 1,')).toMatchObject({ ok: false, problem: expect.stringContaining('line 1') });
});

test('the example of docs/delivery.md is right', () => {
  const page = readFileSync(new URL('../../../docs/delivery.md', import.meta.url), 'utf8');
  const example = /```json\n(.*?)```/s.exec(page)?.[1] ?? '';
  expect(reading(example)).toMatchObject({ ok: true, destinations: [{ id: 'engine', stick: false }] });
});
