import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Patient } from '../../../electron/domain/patient.ts';
import type { RunEvent, RunHeader } from '../../../electron/domain/run-event.ts';
import { systemClock } from '../../../electron/domain/time.ts';
import { answerWithinMs, askEarlierRuns } from '../../../electron/record/ask-records.ts';
import { earlierRuns, mostEarlier } from '../../../electron/record/earlier-runs.ts';
import type { JournalHeader } from '../../../electron/record/messages.ts';
import { workerPort } from '../../../electron/record/worker-port.ts';
import { openWriter } from '../../../electron/record/writer.ts';
import { syntheticRescueHeader } from '../../support/synthetic-rescue.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { totals } from '../report/small-record.ts';
import { eventEntry, header, note, workerUrl } from './example-run.ts';
import { ownFolder } from './journals.ts';

const day = 24 * 3_600_000;
const ended: RunEvent = {
  type: 'run-ended',
  outcome: 'completed',
  summary: { ...totals, elapsedSeconds: 3700, inBandSeconds: 3600, volumeRetainedMl: 140 },
};

const runOf = (patient: Partial<Patient>, dayOfIt = 0, number = 1): RunHeader => ({
  ...header,
  released: null,
  runId: `run-${dayOfIt}`,
  startedWallMs: header.startedWallMs + dayOfIt * day,
  case: {
    ...header.case,
    sessionNumber: number,
    patient: { ...header.case.patient, ...patient },
  },
});

/** A real journal in a folder of its own. */
function written(folder: string, name: string, of: JournalHeader, events: readonly RunEvent[]): void {
  mkdirSync(join(folder, name), { recursive: true });
  const writer = openWriter(join(folder, name, 'journal.sqlite'), of);
  for (const [at, event] of events.entries())
    writer.write([eventEntry({ seq: at + 1, sessionMs: 0, wallMs: of.startedWallMs, event })], true);
  writer.close();
}

const someone = {
  familyName: 'Example',
  givenName: 'Xiaoming',
  identifiers: [{ value: 'A-0012', issuer: '' }],
} as const;
const found = (query: string, folder: string) => earlierRuns(query, [folder]).runs.map(({ runId }) => runId);

describe('earlier sessions of a patient', () => {
  it('are found by the whole number, sign by sign, whatever its capitals; zeros in front make another', () => {
    const folder = ownFolder();
    written(folder, 'a', runOf(someone), [ended]);
    expect(found(' a-0012 ', folder)).toEqual(['run-0']);
    expect(found('Ａ-００１２', folder)).toEqual(['run-0']);
    for (const other of ['A-001', 'A-00123', 'A-12', '0012', '0A-0012', 'A0012'])
      expect(found(other, folder)).toEqual([]);
  });

  it('are found by any of the numbers of a patient', () => {
    const folder = ownFolder();
    written(
      folder,
      'a',
      runOf({
        identifiers: [
          { value: '1', issuer: 'H' },
          { value: 'N-77', issuer: 'X' },
        ],
      }),
      [],
    );
    expect(found('n-77', folder)).toEqual(['run-0']);
  });

  it('are found by a part of the name, in either order, in letters and in ideographs, not by one letter', () => {
    const folder = ownFolder();
    written(folder, 'a', runOf(someone, 0), [ended]);
    written(folder, 'b', runOf({ familyName: '王', givenName: '小明' }, 1), [ended]);
    for (const part of ['exam', 'XIAOMING', 'Example, Xiao', 'xiaoming  example'])
      expect(found(part, folder)).toEqual(['run-0']);
    for (const part of ['王小', '小明']) expect(found(part, folder)).toEqual(['run-1']);
    for (const part of ['e', '王', ' ', '%', '_____']) expect(found(part, folder)).toEqual([]);
  });

  it('tell how they went, the newest first; one whose record breaks off tells that it does', () => {
    const folder = ownFolder();
    written(folder, 'a', runOf(someone, 0, 1), [ended]);
    written(folder, 'c', runOf(someone, 4, 3), [note('under way')]);
    written(folder, 'b', runOf(someone, 2, 2), [{ ...ended, outcome: 'stopped' }]);
    const { runs, problems } = earlierRuns('A-0012', [folder]);
    expect(problems).toEqual([]);
    expect(
      runs.map((run) => [run.runId, run.case.sessionNumber, run.outcome, run.totals?.inBandSeconds]),
    ).toEqual([
      ['run-4', 3, null, undefined],
      ['run-2', 2, 'stopped', 3600],
      ['run-0', 1, 'completed', 3600],
    ]);
    expect(runs[0]?.totals).toBeNull();
    expect(runs[2]).toMatchObject({
      simulation: true,
      startedWallMs: header.startedWallMs,
      preset: { name: header.preset.name, version: header.preset.version },
      totals: { elapsedSeconds: 3700, volumeRetainedMl: 140 },
    });
  });

  it('are at most twenty, the newest', () => {
    const folder = ownFolder();
    for (let at = 0; at < 23; at += 1) written(folder, `r${at}`, runOf(someone, at), []);
    expect(mostEarlier).toBe(20);
    expect(found('A-0012', folder)).toEqual(Array.from({ length: 20 }, (_, at) => `run-${22 - at}`));
  });

  it('are no rescues; a file that is damaged is named and hides nothing', () => {
    const folder = ownFolder();
    written(folder, 'a', runOf(someone), [ended]);
    written(folder, 'rescue', syntheticRescueHeader, []);
    mkdirSync(join(folder, 'torn'));
    writeFileSync(join(folder, 'torn', 'journal.sqlite'), 'this is no database at all. '.repeat(40));
    const { runs, problems } = earlierRuns('A-0012', [folder]);
    expect(runs).toHaveLength(1);
    expect(problems).toEqual([expect.stringMatching(/torn\/journal\.sqlite: .*not a database/)]);
  });
});

describe('a journal’s thread', () => {
  it('looks for them and answers', async () => {
    const folder = ownFolder();
    written(folder, 'a', runOf(someone), [ended]);
    const answer = await askEarlierRuns(workerPort(workerUrl), systemClock, 'xiaoming', [
      folder,
      join(folder, 'none'),
    ]);
    expect(answer).toEqual(earlierRuns('xiaoming', [folder]));
    expect(answer.runs).toHaveLength(1);
  });

  it('that does not answer is given up in words', async () => {
    const clock = new VirtualClock();
    let isClosed = false;
    const silent = { post: () => {}, onMessage: () => {}, onGone: () => {}, close: () => (isClosed = true) };
    const asked = askEarlierRuns(silent as never, clock, 'x', ['/runs']);
    const said = expect(asked).rejects.toThrow('the disk of /runs has not answered for 10 s');
    await clock.advance(answerWithinMs);
    await said;
    expect(isClosed).toBe(true);
  });
});
