import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { answer } from '../../../electron/answers.ts';
import { channel, type RequestName } from '../../../electron/contract/channel-names.ts';
import type { ReviewView } from '../../../electron/contract/view.ts';
import { aProgram, meanwhile } from '../../support/a-program.ts';
import { hire, type Staff, staff } from '../../support/staff.ts';
import { demoCase } from '../../support/treatment.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { ownFolder } from '../record/journals.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const clock = new VirtualClock();
const dataFolder = ownFolder();
const program = aProgram(clock, dataFolder, ['--rig', 'simulator']);
const doors = new Map<string, (event: unknown, sent: unknown) => Promise<unknown>>();
const ofOwnPage = { senderFrame: { parent: null, url: 'app://isotherm/index.html' } };

/** What a page gets for a message: through the schema, the limit of rate and whoever answers. */
async function send(name: RequestName, message: unknown) {
  await clock.advance(1100);
  const door = doors.get(channel(name));
  const sent = door?.(ofOwnPage, structuredClone(message)) ?? Promise.reject(new Error(name));
  return Object(await meanwhile(clock, sent));
}
const signIn = (who: Staff) => send('signIn', { personId: who.id, pin: who.pin });
const runIdNow = () => program.engine.snapshot().run?.header.runId ?? '';
const say = (said: unknown, runId = runIdNow()) => send('say', { runId, said });
const folderOf = (runId: string) => join(dataFolder, 'runs', runId);
const until = async (what: string, holds: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 600 && !holds(); tries += 1)
    await meanwhile(clock, new Promise((done) => setTimeout(done, 20)));
  if (!holds()) throw new Error(`"${what}" did not come`);
};
const performed = { type: 'signature', meaning: 'performed' };
const reviewed = { type: 'signature', meaning: 'reviewed' };

beforeAll(async () => {
  await hire(dataFolder);
  answer(
    { handle: (name, listener) => void doors.set(name, listener as never) },
    {
      program,
      clock,
      painting: { painted: () => {} },
      heard: { audio: 'working', pulse: null },
      restart: () => {},
      say: () => {},
    },
  );
  program.start();
  await until('people', () => program.bedside.people.view(null).people.length > 0);
});
afterAll(() => meanwhile(clock, program.close()));

describe('a run that is over, at the console that treated', () => {
  it('wants a second signature by the rule of the site', async () => {
    await signIn(staff.service);
    expect(await send('changeSite', { key: 'reviewSignature', value: true, reason: 'Agreed' })).toEqual({
      ok: true,
    });
  });

  it('is not signed while it is on', async () => {
    await signIn(staff.perfusionist);
    const planned = { case: demoCase(), presetName: '42.5 °C × 60 min', edited: null, fluidInCavityMl: 0 };
    await until('a machine to start on', () => program.engine.snapshot().machine.isKnown);
    expect(await send('start', planned)).toEqual({ ok: true });
    expect(await say(performed)).toMatchObject({ ok: false, problem: { kind: 'still-on' } });
  });

  it('is sealed, and shows what went otherwise and is missing', async () => {
    expect(
      await send('act', { action: { type: 'end-run', reason: 'Vein lost' }, glass: null, second: null }),
    ).toEqual({
      taken: true,
    });
    await until('documents', () => program.engine.snapshot().run?.files != null);
    const { review }: { review: ReviewView } = await send('review', { runId: runIdNow() });
    expect(review).toMatchObject({
      status: 'preliminary',
      wantsReview: true,
      outcome: 'aborted',
      addenda: [],
    });
    expect(review.fingerprint).toMatch(/^SHA256:/);
    expect(review.deviations.map(({ text }) => text.en).join()).toContain('Vein lost');
  });

  it('is explained, and signed by two before it is final', async () => {
    const { review }: { review: ReviewView } = await send('review', { runId: runIdNow() });
    const ended = review.deviations.find(({ text }) => text.en.includes('Vein lost'));
    const text = '王小明 𠮷 | ^ & ~ \\ "quoted"\nsecond line';
    expect(await say({ type: 'explanation', deviation: ended?.key, text })).toMatchObject({ ok: true });
    expect(await say(performed)).toMatchObject({ ok: true, review: { status: 'preliminary' } });
    expect(await say(reviewed)).toMatchObject({ ok: false, problem: { kind: 'needs-another-person' } });
    await signIn(staff.orStaff);
    expect(await say(reviewed)).toMatchObject({ ok: false, why: 'not-your-role' });
    await signIn(staff.clinician);
    const { review: final }: { review: ReviewView } = await say(reviewed);
    expect(final.status).toBe('final');
    expect(final.addenda.map(({ by, said }) => [by.id, said.type])).toEqual([
      [staff.perfusionist.id, 'explanation'],
      [staff.perfusionist.id, 'signature'],
      [staff.clinician.id, 'signature'],
    ]);
  });

  it('leaves what sha256sum and ssh-keygen check, and documents that say final', async () => {
    const runId = runIdNow();
    const folder = folderOf(runId);
    await until('final documents', () => existsSync(join(folder, 'final-3', 'summary.json')));
    execFileSync('sha256sum', ['-c', 'SHA256SUMS', 'SHA256SUMS.1', 'SHA256SUMS.2', 'SHA256SUMS.3'], {
      cwd: folder,
    });
    const signer = ['-f', 'SHA256SUMS.3.signer', '-I', 'isotherm-console', '-n', 'isotherm-record'];
    execFileSync('ssh-keygen', ['-Y', 'verify', ...signer, '-s', 'SHA256SUMS.3.sig'], {
      cwd: folder,
      input: readFileSync(join(folder, 'SHA256SUMS.3')),
    });
    expect(readFileSync(join(folder, 'addendum-1.json'), 'utf8')).toContain(
      '𠮷 | ^ & ~ \\\\ \\"quoted\\"\\nsecond',
    );
    expect(readdirSync(folder).filter((name) => name.startsWith('journal'))).toEqual(['journal.sqlite']);
  });

  it('can be corrected later, from a console that looks the patient up', async () => {
    const runId = runIdNow();
    for (let tries = 0; tries < 60 && program.engine.snapshot().stage === 'review'; tries += 1)
      await send('newCase', null);
    await send('signOut', null);
    expect(await send('review', { runId })).toMatchObject({ ok: false, why: 'needs-sign-in' });
    await signIn(staff.clinician);
    const { found } = await send('recall', { query: demoCase().patient.identifiers[0].value });
    expect(found.map((one: { runId: string }) => one.runId)).toEqual([runId]);
    expect(Object.keys(found[0])).not.toContain('path');
    const { review }: { review: ReviewView } = await send('review', { runId });
    const wrong = review.fields.find(({ value }) => value !== null);
    const said = {
      type: 'correction',
      field: wrong?.field,
      old: wrong?.value,
      new: 'Otherwise',
      reason: 'Misread',
    };
    expect(await say(said, runId)).toMatchObject({ ok: true, review: { status: 'corrected' } });
    await until('corrected documents', () =>
      existsSync(join(folderOf(runId), 'corrected-4', 'summary.json')),
    );
  });
});
