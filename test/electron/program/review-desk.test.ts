import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { requests } from '../../../electron/contract/channels.ts';
import { type Actor, signedInActor, unknownActor } from '../../../electron/domain/actor.ts';
import type { Said } from '../../../electron/domain/addendum.ts';
import { askingOf } from '../../../electron/domain/asking.ts';
import { systemClock } from '../../../electron/domain/time.ts';
import { type RecordKeeping, ReviewDesk } from '../../../electron/program/review-desk.ts';
import { closeJournal } from '../../../electron/record/close-journal.ts';
import { addAddendum, readAddenda } from '../../../electron/seal/addenda.ts';
import { consoleKey } from '../../../electron/seal/console-key.ts';
import { readSeal, sealFolder } from '../../../electron/seal/seal.ts';
import type { Snapshot } from '../../../electron/session/snapshot.ts';
import { ownFolder, readJournal } from '../record/journals.ts';

const golden = join(import.meta.dirname, '../record/golden');
const ada = signedInActor({ id: 'a', name: 'Ada 𠮷', role: 'perfusionist' });
const bob = signedInActor({ id: 'b', name: 'Bob', role: 'clinician' });
const nurse = signedInActor({ id: 'n', name: 'Nurse', role: 'or-staff' });

/** Kept as the console keeps it: in files that ssh-keygen can check. */
function keepingWith(folder: string): RecordKeeping {
  const key = async () => {
    const found = await consoleKey(join(folder, 'console-key'), null);
    if (!found.ok) throw new Error(found.problem);
    return found.key;
  };
  let now = Date.UTC(2026, 10, 30, 12);
  return {
    add: async (at, by, said) => {
      now += 60_000;
      return addAddendum(at, { by, said, atWallMs: now }, await key());
    },
    read: async (at) => {
      const seal = await readSeal(at);
      if (seal.state === 'broken') return { ok: false, problem: seal.why };
      if (seal.state === 'unsealed') return { ok: true, addenda: [], seal: null };
      const { addenda } = await readAddenda(at);
      return { ok: true, addenda, seal: { fingerprint: seal.fingerprint } };
    },
  };
}

interface Around {
  readonly stage?: Snapshot['stage'];
  readonly lost?: boolean;
  readonly sealed?: boolean;
  /** Which of the golden journals. */
  readonly of?: 'journal-7' | 'open-7';
  readonly keeping?: (folder: string) => Partial<RecordKeeping>;
}

/** A desk at a console with one record, which somebody stands before. */
async function aDesk(around: Around = {}) {
  const { stage = 'setup', lost = false, sealed = true, of = 'journal-7', keeping = () => ({}) } = around;
  const folder = ownFolder();
  const run = join(folder, 'run');
  mkdirSync(run);
  const path = join(run, 'journal.sqlite');
  copyFileSync(join(golden, `${of}.sqlite`), path);
  closeJournal(path);
  const record = readJournal(path);
  const { runId } = record.header;
  record.close();
  if (sealed) {
    const key = await consoleKey(join(folder, 'console-key'), null);
    if (!key.ok) throw new Error(key.problem);
    await sealFolder(run, ['journal.sqlite'], key.key);
  }
  const issued: unknown[] = [];
  let at: Actor = unknownActor;
  const desk = new ReviewDesk({
    keeping: { ...keepingWith(folder), ...keeping(run) },
    asking: () => askingOf(at, null),
    clock: systemClock,
    now: () =>
      ({
        stage,
        run: { header: { runId } },
        recovery: () => (lost ? { runId } : null),
      }) as ReturnType<ConstructorParameters<typeof ReviewDesk>[0]['now']>,
    issue: (...of) => issued.push(of),
  });
  desk.knows(runId, path);
  const as = (who: Actor) => {
    at = who;
  };
  /** As a page sends it. */
  const say = (said: Said) => desk.say(requests.say.parse({ runId, said }) as never);
  const review = async () => {
    const read = await desk.review({ runId });
    if (!read.ok) throw new Error(read.problem);
    return read.review;
  };
  return { desk, run, path, runId, issued, as, say, review };
}
const performed: Said = { type: 'signature', meaning: 'performed' };
const why = (reply: Awaited<ReturnType<ReviewDesk['say']>>) =>
  reply.ok ? null : (reply.why ?? reply.problem?.kind ?? null);

describe('a closed record at the desk', () => {
  it('is read by whoever may look up earlier runs; in review by whoever stands before it', async () => {
    const { desk, runId, as } = await aDesk();
    expect(await desk.review({ runId })).toMatchObject({ ok: false, why: 'needs-sign-in' });
    as(nurse);
    expect(await desk.review({ runId })).toMatchObject({
      ok: true,
      review: { runId, status: 'preliminary' },
    });
    const shown = await aDesk({ stage: 'review' });
    expect(await shown.desk.review({ runId })).toMatchObject({ ok: true });
  });

  it('shows what went otherwise in both languages, and what people entered', async () => {
    const { review, as } = await aDesk();
    as(ada);
    const { deviations, fields, fingerprint, addenda } = await review();
    expect(deviations.length).toBeGreaterThan(0);
    expect(deviations.map(({ number }) => number)).toEqual(deviations.map((_, index) => `D${index + 1}`));
    for (const { text } of deviations) {
      expect(text.en).not.toBe('');
      expect(text.zh).toMatch(/[\u4e00-\u9fff]/);
    }
    expect(fields.find(({ field }) => field === 'case.patient.familyName')?.value).not.toBeNull();
    expect(fingerprint).toMatch(/^SHA256:/);
    expect(addenda).toEqual([]);
  });

  it('of a run that nobody has looked up is not known, and says how to find it', async () => {
    const { desk, as } = await aDesk();
    as(ada);
    expect(await desk.review({ runId: 'another' })).toMatchObject({
      ok: false,
      problem: expect.stringContaining('Look it up under Earlier sessions'),
    });
  });
});

describe('a run whose console was lost', () => {
  it('is reviewed and signed once it was closed, and says that it breaks off', async () => {
    const { say, review, as } = await aDesk({ of: 'open-7' });
    as(ada);
    const { deviations, outcome } = await review();
    expect(outcome).toBe('interrupted');
    expect(deviations.map(({ key }) => key)).toContain('breaks-off');
    expect(why(await say({ type: 'explanation', deviation: 'breaks-off', text: 'Power cut' }))).toBeNull();
    expect(why(await say(performed))).toBeNull();
  });
});

describe('what is said of it', () => {
  it('is for perfusionists and clinicians who have signed in', async () => {
    const { say, as } = await aDesk();
    expect(why(await say(performed))).toBe('needs-sign-in');
    as(nurse);
    expect(why(await say(performed))).toBe('not-your-role');
  });

  it('is kept in the name of whoever is signed in, for ssh-keygen to check, and read again', async () => {
    const { say, as, review, run } = await aDesk();
    as(ada);
    const { deviations } = await review();
    const [first] = deviations;
    const text = '=1+1 | ^ & ~ \\ "so" 王小明\nsecond line';
    expect(why(await say({ type: 'explanation', deviation: first?.key ?? '', text }))).toBeNull();
    expect(why(await say(performed))).toBeNull();
    const { addenda, status } = await review();
    expect(status).toBe('final');
    const at = (minute: number) => expect.stringMatching(new RegExp(`^2026-11-30 \\d\\d:0${minute}:00`));
    expect(addenda).toEqual([
      { number: 1, at: at(1), by: ada, said: { type: 'explanation', deviation: first?.key, text } },
      { number: 2, at: at(2), by: ada, said: performed },
    ]);
    execFileSync('sha256sum', ['-c', 'SHA256SUMS', 'SHA256SUMS.1', 'SHA256SUMS.2'], { cwd: run });
    execFileSync(
      'ssh-keygen',
      [
        '-Y',
        'verify',
        '-f',
        'SHA256SUMS.2.signer',
        '-I',
        'isotherm-console',
        '-n',
        'isotherm-record',
        '-s',
        'SHA256SUMS.2.sig',
      ],
      { cwd: run, input: execFileSync('cat', [join(run, 'SHA256SUMS.2')]) },
    );
  });

  it('makes the documents again once they are signed or let go, not before', async () => {
    const { say, as, issued, path, runId } = await aDesk();
    as(ada);
    await say({ type: 'note', text: 'Seen' });
    expect(issued).toEqual([]);
    await say({ type: 'released-unsigned', reason: 'The ward waits' });
    expect(issued).toEqual([[path, runId, false]]);
    await say(performed);
    await say({ type: 'note', text: 'Later' });
    expect(issued).toHaveLength(3);
  });

  it('is held to what was said before: nobody signs twice, and another person is another person', async () => {
    const { say, as, review } = await aDesk();
    as(ada);
    expect(why(await say(performed))).toBeNull();
    expect(why(await say(performed))).toBe('already-signed');
    expect(why(await say({ type: 'signature', meaning: 'reviewed' }))).toBe('needs-another-person');
    as(bob);
    expect(why(await say({ type: 'signature', meaning: 'reviewed' }))).toBeNull();
    expect((await review()).addenda.map(({ by }) => by.name)).toEqual(['Ada 𠮷', 'Bob']);
  });

  it('twice at the same moment is said once', async () => {
    const { say, as, review } = await aDesk();
    as(ada);
    const both = await Promise.all([say(performed), say(performed)]);
    expect(both.map(why)).toEqual([null, 'already-signed']);
    expect((await review()).addenda).toHaveLength(1);
  });

  it('enters what is missing, corrects what is wrong, and shows the value as it stands then', async () => {
    const { say, as, review } = await aDesk();
    as(ada);
    const missing = (await review()).fields.find(({ isWanted }) => isWanted);
    if (missing === undefined) throw new Error('nothing is missing');
    const { field } = missing;
    expect(why(await say({ type: 'late-entry', field, value: ' 2900 ', reason: 'Weighed' }))).toBeNull();
    expect(why(await say({ type: 'late-entry', field, value: '2800', reason: 'Weighed' }))).toBe(
      'has-a-value',
    );
    await say(performed);
    const wrong = { type: 'correction', field, new: '2950', reason: 'Read wrongly' } as const;
    expect(await say({ ...wrong, old: '2800' })).toMatchObject({
      problem: { kind: 'another-value', value: '2900' },
    });
    expect(why(await say({ ...wrong, old: '2900' }))).toBeNull();
    const now = await review();
    expect(now.status).toBe('corrected');
    expect(now.fields.find((one) => one.field === field)).toMatchObject({ value: '2950', isWanted: false });
  });

  it('is nothing while the run is on or waits to be taken up', async () => {
    for (const around of [{ stage: 'run' }, { lost: true }] as const) {
      const { say, as } = await aDesk(around);
      as(ada);
      expect(why(await say(performed))).toBe('still-on');
    }
  });

  it('is nothing of a record that is not sealed, or whose seal is broken, and says which', async () => {
    const open = await aDesk({ sealed: false });
    open.as(ada);
    expect(why(await open.say(performed))).toBe('not-sealed');
    const broken = await aDesk();
    broken.as(ada);
    rmSync(join(broken.run, 'SHA256SUMS.sig'));
    expect(await broken.say(performed)).toMatchObject({
      problem: { kind: 'not-kept', why: expect.stringContaining('SHA256SUMS.sig is missing') },
    });
  });

  it('that the disk does not take is told, and makes no documents', async () => {
    const problem = 'No space left on device.';
    const { say, as, issued } = await aDesk({
      keeping: () => ({ add: async () => ({ ok: false, problem }) }),
    });
    as(ada);
    expect(await say(performed)).toMatchObject({ problem: { kind: 'not-kept', why: problem } });
    expect(issued).toEqual([]);
  });
});
