import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { mostNotes, mostWaiting, type WorklistView } from '../../../electron/contract/worklist-view.ts';
import { signedInActor, unknownActor } from '../../../electron/domain/actor.ts';
import type { Patient } from '../../../electron/domain/patient.ts';
import type { Role } from '../../../electron/domain/role.ts';
import { BegunFile } from '../../../electron/program/begun-file.ts';
import { WorklistDesk } from '../../../electron/program/worklist-desk.ts';
import { hangsAfterMs, lookEveryMs } from '../../../electron/worklist/watch-folder.ts';
import { demoCase } from '../../support/treatment.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { ownFolder } from '../record/journals.ts';
import { lines, msh } from '../worklist/messages.ts';

/** Real files answer in their own time, which is none of this clock's: it never says that they hang. */
class PatientClock extends VirtualClock {
  override after(ms: number, run: () => void): () => void {
    return ms === hangsAfterMs ? () => {} : super.after(ms, run);
  }
}

/** Two days before the clock's wall, so that no time zone makes it later than what happens here. */
const sentAt = '20260113080000';
const admission = (number: string, name: string, ...more: readonly string[]): string =>
  lines(msh('ADT^A01', 'UNICODE UTF-8', sentAt), `PID|1||${number}^^^H^MR||${name}^A||19600203|F`, ...more);

class Bench {
  readonly clock = new PatientClock(undefined, 40);
  readonly data: string;
  readonly folder: string;
  inForce: string;
  role: Role | null = 'or-staff';
  changes = 0;
  readonly said: string[] = [];
  readonly desk: WorklistDesk;

  constructor(data = ownFolder(), folder = ownFolder()) {
    this.data = data;
    this.folder = folder;
    this.inForce = folder;
    this.desk = new WorklistDesk({
      dataFolder: data,
      clock: this.clock,
      folder: () => this.inForce,
      asking: () => ({
        by: this.role === null ? unknownActor : signedInActor({ id: 'x', name: 'Somebody', role: this.role }),
        breakGlass: null,
      }),
      onChange: () => (this.changes += 1),
      say: (line) => void this.said.push(line),
    });
  }

  put(name: string, text: string, folder = this.folder): void {
    writeFileSync(join(folder, `${name}.tmp`), text);
    renameSync(join(folder, `${name}.tmp`), join(folder, name));
  }

  get list(): WorklistView {
    const answer = this.desk.list();
    if (!answer.ok) throw new Error(answer.problem);
    return answer.worklist;
  }

  get names(): readonly (string | null)[] {
    return this.list.waiting.map((one) =>
      one.from === 'messages' ? one.familyName : one.case.patient.familyName,
    );
  }

  async until(holds: () => boolean): Promise<void> {
    for (const end = performance.now() + 30_000; performance.now() < end && !holds(); ) {
      await this.clock.advance(lookEveryMs);
      await sleep(5);
    }
    expect(holds()).toBe(true);
  }
}

const patientOf = (number: string, familyName: string): Patient => ({
  ...demoCase().patient,
  familyName,
  givenName: 'A',
  birthDate: '1960-02-03',
  identifiers: [{ value: number, issuer: 'H' }],
  orderNumber: '',
});

describe('who waits', () => {
  it('is read from the folder of the site; another folder ends one watch and begins another, none ends all', async () => {
    const bench = new Bench();
    bench.put('1.hl7', admission('1', 'First'));
    await bench.desk.open();
    await bench.until(() => bench.names.join() === 'First');
    const before = bench.changes;
    const other = ownFolder();
    bench.put('2.hl7', admission('2', 'Second'), other);
    bench.inForce = other;
    bench.desk.follow();
    expect(bench.names).toEqual([]);
    expect(bench.changes).toBeGreaterThan(before);
    await bench.until(() => bench.names.join() === 'Second');
    bench.put('3.hl7', admission('3', 'Third'));
    await bench.until(() => bench.names.join() === 'Second');
    bench.inForce = '';
    bench.desk.follow();
    expect(bench.list).toEqual({ folder: '', waiting: [], moreWaiting: 0, problems: [], moreProblems: 0 });
    expect(bench.clock.pending).toBe(0);
  });

  it('is shown to the team alone', () => {
    const bench = new Bench();
    bench.role = null;
    expect(bench.desk.list()).toMatchObject({ ok: false, why: 'needs-sign-in' });
    bench.role = 'service';
    expect(bench.desk.list()).toMatchObject({ ok: false, why: 'not-your-role' });
    bench.role = 'perfusionist';
    expect(bench.desk.list()).toMatchObject({ ok: true });
  });

  it('waits no more once a run has begun, and not after a new start either', async () => {
    const bench = new Bench();
    bench.put('1.hl7', admission('1', 'First'));
    bench.put('2.hl7', admission('2', 'Second'));
    await bench.desk.open();
    await bench.until(() => bench.list.waiting.length === 2);
    bench.desk.hasBegun(patientOf('1', 'First'));
    expect(bench.names).toEqual(['Second']);
    const path = join(bench.data, 'begun.json');
    await bench.until(() => readOr(path).includes('First'));
    bench.desk.end();
    expect(Object.keys(JSON.parse(readOr(path)).begun[0].patient).sort()).toEqual([
      'birthDate',
      'familyName',
      'givenName',
      'identifiers',
      'orderNumber',
    ]);
    const again = new Bench(bench.data, bench.folder);
    await again.desk.open();
    await again.until(() => again.names.length > 0);
    expect(again.names).toEqual(['Second']);
    expect(again.said).toEqual([]);
  });

  it('is told in both languages what was not understood, and a case file as it is', async () => {
    const bench = new Bench();
    bench.put('1.hl7', admission('1', 'First').replace('19600203', '1960'));
    bench.put('a.json', JSON.stringify(demoCase()).replace('{', '{"version":2,'));
    bench.put('b.json', '{');
    bench.put('letter.txt', 'Dear colleague');
    await bench.desk.open();
    await bench.until(() => bench.list.waiting.length === 2 && bench.list.problems.length === 2);
    const [first, second] = bench.list.waiting;
    expect(first).toMatchObject({
      from: 'messages',
      birthDate: null,
      sex: 'female',
      notes: [
        {
          en: 'PID-7 “1960”: only part of a date, not taken. Ask for the day.',
          zh: 'PID-7“1960”：日期不完整，未采用。请询问具体日期。',
        },
      ],
      moreNotes: 0,
    });
    expect(second).toEqual({ from: 'case-file', key: 'a.json', case: demoCase() });
    const [json, letter] = bench.list.problems;
    expect(json?.text.en).toContain('not valid JSON');
    expect(json?.text.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(json?.text.zh).not.toMatch(/expected|Mend|not valid/);
    expect(letter).toMatchObject({ file: 'letter.txt', text: { zh: expect.stringContaining('HL7') } });
    expect(JSON.parse(JSON.stringify(bench.list))).toEqual(bench.list);
  });

  it('is no longer a list than anybody reads, and says how many more there are', async () => {
    const bench = new Bench();
    const many = Array.from({ length: 60 }, (_, at) => admission(String(at), `N${at}`));
    const notes = Array.from({ length: 25 }, (_, at) => `DG1|${at + 1}||C^Diagnosis ${at}`);
    bench.put('1.hl7', many.join(''));
    bench.put('2.hl7', admission('x', 'Noted', ...notes).replace(sentAt, '20260113090000'));
    await bench.desk.open();
    await bench.until(() => bench.list.waiting.length > 0 && bench.names.includes('Noted'));
    expect(bench.list.waiting).toHaveLength(mostWaiting);
    expect(bench.list.moreWaiting).toBe(11);
    expect(bench.list.waiting[0]).toMatchObject({ familyName: 'Noted', moreNotes: 24 - mostNotes });
  });

  it('of a folder that is gone, that is said', async () => {
    const bench = new Bench();
    bench.inForce = join(bench.folder, 'none');
    await bench.desk.open();
    await bench.until(() => bench.list.problems.length > 0);
    expect(bench.list.problems[0]).toMatchObject({
      file: '',
      text: { en: expect.stringContaining('not there') },
    });
  });
});

describe('begun.json', () => {
  const nowMs = Date.UTC(2026, 0, 31);
  const day = 24 * 3_600_000;

  it('drops what is older than thirty days', async () => {
    const folder = ownFolder();
    const file = new BegunFile(folder, () => {});
    file.add(patientOf('1', 'Old'), nowMs - 31 * day);
    file.add(patientOf('2', 'Young'), nowMs - 29 * day);
    expect(file.begun).toHaveLength(2);
    file.add(patientOf('3', 'New'), nowMs);
    expect(file.begun.map(({ patient }) => patient.familyName)).toEqual(['Young', 'New']);
    for (let tries = 0; tries < 400 && !readOr(join(folder, 'begun.json')).includes('New'); tries += 1)
      await sleep(10);
    const later = new BegunFile(folder, () => {});
    await later.read(nowMs + 2 * day);
    expect(later.begun.map(({ patient }) => patient.familyName)).toEqual(['New']);
  });

  it.each(['', 'null', '{"version":2,"begun":[]}', '{"version":1,"begun":[{"atMs":1}]}'])(
    'that is none (%s) is said, and keeps nobody from working',
    async (text) => {
      const folder = ownFolder();
      writeFileSync(join(folder, 'begun.json'), text);
      const said: string[] = [];
      const file = new BegunFile(folder, (line) => void said.push(line));
      await file.read(nowMs);
      expect(file.begun).toEqual([]);
      expect(said).toEqual([expect.stringContaining('begun.json: it is no list of this console')]);
    },
  );

  it('that cannot be written is said', async () => {
    const folder = ownFolder();
    mkdirSync(join(folder, 'begun.json.part'));
    const said: string[] = [];
    const file = new BegunFile(folder, (line) => void said.push(line));
    file.add(patientOf('1', 'One'), nowMs);
    for (let tries = 0; tries < 400 && said.length === 0; tries += 1) await sleep(10);
    expect(said).toEqual([expect.stringMatching(/begun\.json: .*would wait again after a new start/)]);
    expect(file.begun).toHaveLength(1);
  });
});

describe('a wristband', () => {
  it('is held against the numbers that are typed, whoever asks', () => {
    const bench = new Bench();
    bench.role = null;
    const identifiers = [{ value: '0012345', issuer: 'H' }] as const;
    expect(bench.desk.wristband({ scan: '0012345', identifiers })).toMatchObject({ result: 'match' });
    expect(bench.desk.wristband({ scan: '12345', identifiers })).toMatchObject({
      result: 'mismatch',
      hint: 'differsByZeros',
    });
    expect(bench.desk.wristband({ scan: '', identifiers })).toMatchObject({
      result: 'unreadable',
      why: 'empty',
    });
  });
});

const readOr = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};
