import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { hl7Report } from '../../../electron/chart/hl7/hl7-report.ts';
import type { Announced, HandedOver } from '../../../electron/delivery/hand-over.ts';
import { documentNames } from '../../../electron/documents/document-names.ts';
import { type Addendum, documentStatuses } from '../../../electron/domain/addendum.ts';
import { handedOver } from '../../../electron/program/handed-over.ts';
import { Issuing } from '../../../electron/program/issuing.ts';
import { syntheticSource } from '../../support/chart-source.ts';

const by = { id: 'p-1', name: '王𠮷', role: 'clinician', how: 'signed-in' } as const;
const signed: Addendum = { number: 1, atWallMs: 1, by, said: { type: 'signature', meaning: 'performed' } };
const note: Addendum = { number: 2, atWallMs: 2, by, said: { type: 'note', text: 'Seen' } };

/** A record and a maker of documents that writes what `makes` names, into the folder the real one takes. */
function ward(addenda: Addendum[], makes: readonly string[] = documentNames) {
  const run = mkdtempSync(join(tmpdir(), 'isotherm-issuing-'));
  onTestFinished(() => rmSync(run, { recursive: true, force: true }));
  const announced: Announced[] = [];
  const handed: HandedOver[] = [];
  const calledOff: string[] = [];
  const said: string[] = [];
  const order: string[] = [];
  const folderNow = () =>
    addenda.length === 0 ? run : join(run, addenda.length === 1 ? 'final-1' : 'amended-2');
  const issuing = new Issuing({
    documents: {
      issue: async () => {
        order.push('made');
        const folder = folderNow();
        mkdirSync(folder, { recursive: true });
        for (const name of makes) writeFileSync(join(folder, name), name);
        return { folder, report: null, samples: null, summary: null, problem: null };
      },
    },
    keeping: { read: async () => ({ ok: true, addenda: [...addenda] }) },
    delivery: {
      announce: async (one) => {
        order.push('announced');
        announced.push(one);
        return null;
      },
      handOver: async (one) => {
        order.push('handed over');
        handed.push(one);
        return null;
      },
      callOff: async (issue) => {
        calledOff.push(issue);
        return null;
      },
    },
    say: (line) => said.push(line),
  });
  return {
    run,
    path: join(run, 'journal.sqlite'),
    issuing,
    announced,
    handed,
    calledOff,
    said,
    order,
    folderNow,
  };
}

test('documents are announced, made and handed over, each by its path and name', async () => {
  const { issuing, path, run, announced, handed, order } = ward([signed]);
  await issuing.issue(path, 'run-1', false);
  expect(order).toEqual(['announced', 'made', 'handed over']);
  expect(announced).toEqual([
    { issue: 'run-1-final-1', recordId: 'run-1', journalPath: path, wantsReview: false },
  ]);
  expect(handed[0]).toMatchObject({ recordId: 'run-1', issue: 'run-1-final-1', status: 'final' });
  expect(handed[0]?.files.map((file) => file.path)).toContain(join(run, 'final-1', 'report.pdf'));
});

test('what nobody has signed has the same name whatever was said of it', async () => {
  const { issuing, path, handed } = ward([]);
  await issuing.issue(path, 'run-1', true);
  expect(handed[0]).toMatchObject({ issue: 'run-1-preliminary-0', status: 'preliminary' });
});

test('with a document missing the others go, and all are made again at the next start', async () => {
  const { issuing, path, handed, order } = ward([signed], ['report.pdf']);
  await issuing.issue(path, 'run-1', false);
  expect(handed[0]?.files.map(({ kind }) => kind)).toEqual(['report.pdf']);
  expect(order).toEqual(['announced', 'made', 'handed over', 'announced']);
});

test('documents of another folder are never handed over as these', async () => {
  const addenda = [signed];
  const { issuing, path, handed, said } = ward(addenda);
  const issued = issuing.issue(path, 'run-1', false);
  // Somebody says more while they are made.
  addenda.push(note);
  await issued;
  expect(handed).toEqual([]);
  expect(said).toEqual([expect.stringContaining('run-1-final-1 were not made')]);
});

test('what an earlier start left goes out as the record stands now', async () => {
  const { issuing, path, handed, calledOff } = ward([signed, note]);
  const left = { issue: 'run-1-final-1', recordId: 'run-1', journalPath: path, wantsReview: false };
  await issuing.finish([left]);
  expect(calledOff).toEqual(['run-1-final-1']);
  expect(handed.map(({ issue }) => issue)).toEqual(['run-1-amended-2']);
});

test.each(documentStatuses)('the control id of a %s message is the one that stands in it', (status) => {
  const addenda = status === 'preliminary' ? [] : [signed, note];
  const source = syntheticSource({ status, addenda });
  const { runId } = source.header;
  const bytes = hl7Report(source, null, { charset: 'UNICODE UTF-8' }).bytes;
  const written = Buffer.from(bytes).toString().split('\r')[0]?.split('|')[9];
  const handed = handedOver({ recordId: runId, status, addenda: addenda.length }, '/run', [
    'report.hl7',
    'x.txt',
  ]);
  expect(handed.files).toEqual([{ path: '/run/report.hl7', kind: 'report.hl7', controlId: written }]);
  expect(written).toMatch(/^[0-9A-F]{20}$/);
});
