import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { AuditLog } from '../../../electron/access/audit-log.ts';
import { PeopleFile } from '../../../electron/access/people-file.ts';
import { Access, type KnownPerson } from '../../../electron/access/sign-in.ts';
import type { AccessResult } from '../../../electron/domain/access-problem.ts';
import { unknownActor } from '../../../electron/domain/actor.ts';
import { permission } from '../../../electron/domain/permissions.ts';
import { type Bench, consoleOn, entriesIn, everythingIn, HandClock, ownFolder } from './bench.ts';

// Each PIN tried costs a fraction of a second, and several where every core is busy.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

/** Long enough to be in no hash and in no time by chance. */
const pins = {
  service: '902746183502',
  ming: '481902736450',
  doctor: '573910284617',
  staff: '260485917340',
  other: '718293046582',
};
const wrong = '135792468013';
const refused = (problem: object) => ({ ok: false, problem });
const idOf = (result: AccessResult<{ readonly person: KnownPerson }>): string => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.person.id;
};

const names = { service: 'Service', ming: 'Example, Xiaoming (王小明)', doctor: 'Doctor', staff: 'Staff' };
type Who = keyof typeof names;
let ids: Record<Who, string>;
let peopleJson = '';
const made: { bench: Bench; replies: unknown[] } = { bench: undefined as unknown as Bench, replies: [] };

beforeAll(async () => {
  const bench = await consoleOn();
  const { access } = bench;
  expect([access.wantsFirstAccount, access.signedIn, access.actor]).toEqual([true, null, unknownActor]);
  const first = await access.firstAccount(names.service, pins.service);
  const service = idOf(first);
  await access.signIn(service, pins.service);
  const ming = idOf(await access.addPerson(names.ming, 'perfusionist', pins.ming));
  const doctor = idOf(await access.addPerson(names.doctor, 'clinician', pins.doctor));
  const staff = idOf(await access.addPerson(names.staff, 'or-staff', pins.staff));
  ids = { service, ming, doctor, staff };
  peopleJson = readFileSync(join(bench.folder, 'people.json'), 'utf8');
  made.bench = bench;
  made.replies.push(first);
});

/** A console with those four, nobody signed in. */
async function withPeople(): Promise<Bench> {
  const folder = ownFolder();
  writeFileSync(join(folder, 'people.json'), peopleJson);
  return consoleOn(folder);
}
const typesIn = ({ folder }: Bench) => entriesIn(folder).map(({ what }) => what.type);

describe('the first account', () => {
  it('is a service engineer, who then adds the others; once', async () => {
    const { access } = made.bench;
    expect(access.people.map(({ name, role, active }) => [name, role, active])).toEqual([
      ['Service', 'service', true],
      ['Example, Xiaoming (王小明)', 'perfusionist', true],
      ['Doctor', 'clinician', true],
      ['Staff', 'or-staff', true],
    ]);
    expect(new Set(Object.values(ids)).size).toBe(4);
    expect(await access.firstAccount('Again', pins.other)).toEqual(refused({ kind: 'people-there' }));
    expect(typesIn(made.bench)).toEqual([
      'person-added',
      'signed-in',
      'person-added',
      'person-added',
      'person-added',
    ]);
    expect(entriesIn(made.bench.folder)[2]?.by).toMatchObject({
      id: ids.service,
      role: 'service',
      how: 'signed-in',
    });
  });

  it('is one of two asked for at once', async () => {
    const { access } = await consoleOn();
    const both = await Promise.all([
      access.firstAccount('One', pins.service),
      access.firstAccount('Two', pins.other),
    ]);
    expect(both.map(({ ok }) => ok)).toEqual([true, false]);
    expect(access.people).toHaveLength(1);
  });

  it.each([
    ['', pins.other, { kind: 'name-missing' }],
    ['A', '1234', { kind: 'pin-too-simple' }],
    ['A', '12', { kind: 'pin-no-figures', fewest: 4, most: 12 }],
  ])('is refused: %j, %s', async (name, pin, problem) => {
    const { access } = await consoleOn();
    expect(await access.firstAccount(name, pin)).toEqual(refused(problem));
    expect(access.wantsFirstAccount).toBe(true);
  });
});

describe('signing in and out', () => {
  it('says who acts, until they sign out', async () => {
    const bench = await withPeople();
    const { access } = bench;
    expect(await access.signIn(ids.ming, pins.doctor)).toEqual(refused({ kind: 'pin-wrong' }));
    expect(access.actor).toBe(unknownActor);
    const person = { id: ids.ming, name: names.ming, role: 'perfusionist', active: true };
    expect(await access.signIn(ids.ming, pins.ming)).toEqual({ ok: true, person });
    expect(access.actor).toEqual({ id: ids.ming, name: names.ming, role: 'perfusionist', how: 'signed-in' });
    expect(await access.signIn(ids.doctor, pins.doctor)).toMatchObject({ ok: true });
    expect(access.signedIn?.id).toBe(ids.doctor);
    expect(access.signOut()).toEqual({ ok: true });
    expect(access.signOut()).toEqual(refused({ kind: 'not-signed-in' }));
    expect(await access.signIn('nobody', pins.ming)).toEqual(refused({ kind: 'no-such-person' }));
    await bench.audit.append(unknownActor, { type: 'pin-set', person: { id: '', name: 'last' } });
    const said = entriesIn(bench.folder).map(({ what, by }) => [
      what.type,
      (by as { id: string }).id,
      what.because,
    ]);
    expect(said.slice(0, -1)).toEqual([
      ['signed-in', ids.ming, undefined],
      ['signed-out', ids.ming, 'another'],
      ['signed-in', ids.doctor, undefined],
      ['signed-out', ids.doctor, 'person'],
    ]);
  });

  it('by two at once is of the one who entered the PIN last, and the log tells of both', async () => {
    const bench = await withPeople();
    const { access } = bench;
    const both = await Promise.all([
      access.signIn(ids.doctor, pins.doctor),
      access.signIn(ids.ming, pins.ming),
    ]);
    expect(both).toMatchObject([{ ok: true }, { ok: true }]);
    expect(access.signedIn?.id).toBe(ids.ming);
    await bench.audit.append(unknownActor, { type: 'pin-set', person: { id: '', name: 'last' } });
    expect(typesIn(bench)).toEqual(['signed-in', 'signed-out', 'signed-in', 'pin-set']);
  });

  it('ends after ten minutes without a touch, and not before', async () => {
    const { access, clock } = await withPeople();
    clock.nowMs = 5_000_000;
    await access.signIn(ids.ming, pins.ming);
    clock.nowMs += 599_999;
    access.touch();
    clock.nowMs += 599_999;
    expect(access.signedIn?.id).toBe(ids.ming);
    clock.nowMs += 1;
    access.touch();
    expect(access.signedIn).toBeNull();
    for (const what of ['stop-run', 'heat-off', 'drain-now', 'acknowledge', 'recover-drain'] as const)
      expect(permission(access.actor, what)).toBe('yes');
  });

  it('a second person is verified, and nothing else changes', async () => {
    const { access } = await withPeople();
    await access.signIn(ids.ming, pins.ming);
    expect(await access.verify(ids.doctor, pins.doctor)).toMatchObject({
      ok: true,
      person: { id: ids.doctor },
    });
    expect(await access.verify(ids.doctor, pins.ming)).toEqual(refused({ kind: 'pin-wrong' }));
    expect(access.signedIn?.id).toBe(ids.ming);
  });
});

describe('wrong PINs', () => {
  it('make one person wait and nobody else, until a right one', async () => {
    const bench = await withPeople();
    const { access, clock } = bench;
    const kinds: unknown[] = [];
    for (const atSeconds of [0, 0, 0, 4.999, 5, 14.9, 15]) {
      clock.nowMs = atSeconds * 1000;
      const result = await access.signIn(ids.ming, wrong);
      kinds.push(result.ok ? 'ok' : result.problem);
    }
    const [no, wait] = [{ kind: 'pin-wrong' }, (seconds: number) => ({ kind: 'wait', seconds })];
    expect(kinds).toEqual([no, no, no, wait(1), no, wait(1), no]);
    expect(await access.signIn(ids.ming, pins.ming)).toEqual(refused(wait(20)));
    expect(await access.signIn(ids.staff, pins.staff)).toMatchObject({ ok: true });
    clock.nowMs = 35_000;
    expect(await access.signIn(ids.ming, pins.ming)).toMatchObject({ ok: true });
    expect(await access.signIn(ids.ming, wrong)).toEqual(refused(no));
    const told = entriesIn(bench.folder).filter(({ what }) => what.type === 'locked-out');
    expect(told.map(({ what }) => [what.wrong, what.seconds])).toEqual([
      [3, 5],
      [4, 10],
      [5, 20],
    ]);
  });

  it('many at once are no way round', async () => {
    const { access } = await withPeople();
    const all = await Promise.all(Array.from({ length: 8 }, () => access.verify(ids.ming, wrong)));
    const kinds = all.map((each) => (each.ok ? 'ok' : each.problem.kind));
    expect(kinds).toEqual(['pin-wrong', 'pin-wrong', 'pin-wrong', 'wait', 'wait', 'wait', 'wait', 'wait']);
  });

  it('what cannot be a PIN is no try', async () => {
    const { access } = await withPeople();
    for (let each = 0; each < 5; each += 1)
      expect(await access.signIn(ids.ming, '')).toMatchObject({ problem: { kind: 'pin-no-figures' } });
    expect(await access.signIn(ids.ming, pins.ming)).toMatchObject({ ok: true });
  });

  it('never make whoever holds the chair wait, and are told all the same', async () => {
    const bench = await withPeople();
    const { access } = bench;
    await access.handOver(ids.ming, pins.ming);
    for (let each = 0; each < 5; each += 1)
      expect(await access.signIn(ids.ming, wrong)).toEqual(refused({ kind: 'pin-wrong' }));
    expect(await access.signIn(ids.ming, pins.ming)).toMatchObject({ ok: true });
    await bench.audit.append(unknownActor, { type: 'signed-in' });
    const told = entriesIn(bench.folder).filter(({ what }) => what.type === 'locked-out');
    expect(told.map(({ what }) => [what.wrong, what.seconds])).toEqual([
      [3, 0],
      [4, 0],
      [5, 0],
    ]);
  });
});

describe('the chair', () => {
  it('is taken by PIN, by somebody who treats, and outlives a lock', async () => {
    const { access, clock } = await withPeople();
    expect(await access.handOver(ids.staff, pins.staff)).toEqual(refused({ kind: 'no-role-for-chair' }));
    expect(await access.handOver(ids.service, pins.service)).toEqual(refused({ kind: 'no-role-for-chair' }));
    expect(await access.handOver(ids.ming, wrong)).toEqual(refused({ kind: 'pin-wrong' }));
    expect(access.chair).toBeNull();
    const ming = { id: ids.ming, name: names.ming, role: 'perfusionist', active: true };
    expect(await access.handOver(ids.ming, pins.ming)).toEqual({ ok: true, from: null, to: ming });
    await access.signIn(ids.ming, pins.ming);
    clock.nowMs += 3_600_000;
    expect([access.signedIn, access.chair]).toEqual([null, ming]);
    expect(await access.handOver(ids.doctor, pins.doctor)).toMatchObject({
      from: ming,
      to: { id: ids.doctor },
    });
    // And signed in by it: nothing more is in the name of who went home.
    expect([access.signedIn?.id, access.chair?.id]).toEqual([ids.doctor, ids.doctor]);
    access.freeChair();
    expect(access.chair).toBeNull();
  });
});

describe('people', () => {
  it('are changed by a service engineer alone, old and new in the log', async () => {
    const bench = await withPeople();
    const { access } = bench;
    expect(await access.addPerson('New', 'or-staff', pins.other)).toEqual(refused({ kind: 'not-signed-in' }));
    await access.signIn(ids.ming, pins.ming);
    const no = refused({ kind: 'not-your-role' });
    expect(await access.addPerson('New', 'or-staff', pins.other)).toEqual(no);
    expect(await access.changePerson(ids.staff, { active: false })).toEqual(no);
    expect(await access.setPin(ids.staff, pins.other, pins.ming)).toEqual(no);
    await access.signIn(ids.service, pins.service);
    expect(await access.changePerson(ids.staff, { role: 'clinician', name: 'Staff two' })).toMatchObject({
      person: { name: 'Staff two', role: 'clinician' },
    });
    expect(entriesIn(bench.folder).at(-1)?.what).toEqual({
      type: 'person-changed',
      person: { id: ids.staff, name: 'Staff two' },
      old: { name: 'Staff', role: 'or-staff', active: true },
      new: { name: 'Staff two', role: 'clinician', active: true },
    });
    expect(await access.changePerson(ids.service, { active: false })).toEqual(
      refused({ kind: 'last-service' }),
    );
    expect(await access.changePerson(ids.staff, { active: false })).toMatchObject({ ok: true });
    expect(await access.signIn(ids.staff, pins.staff)).toEqual(refused({ kind: 'no-such-person' }));
    expect((await consoleOn(bench.folder)).access.people).toEqual(access.people);
  });

  it('keep one service engineer, also where two are made inactive at once', async () => {
    const { access } = await withPeople();
    await access.signIn(ids.service, pins.service);
    const second = idOf(await access.addPerson('Second engineer', 'service', pins.other));
    const done = await Promise.all(
      [second, ids.service].map((id) => access.changePerson(id, { active: false })),
    );
    expect(done).toMatchObject([{ ok: true }, refused({ kind: 'last-service' })]);
    expect(access.people.filter(({ role, active }) => role === 'service' && active).length).toBe(1);
  });

  it('made inactive while the chair is theirs: it is taken by somebody else, and the machine asks for nobody', async () => {
    const { access } = await withPeople();
    access.sit({ id: ids.ming });
    await access.signIn(ids.service, pins.service);
    expect(await access.changePerson(ids.ming, { active: false })).toMatchObject({ ok: true });
    access.signOut();
    expect(await access.signIn(ids.ming, pins.ming)).toEqual(refused({ kind: 'no-such-person' }));
    for (const what of ['stop-run', 'drain-now', 'recover-drain', 'rescue-drain'] as const)
      expect(permission(access.actor, what)).toBe('yes');
    expect(await access.handOver(ids.doctor, pins.doctor)).toMatchObject({
      ok: true,
      from: { id: ids.ming },
      to: { id: ids.doctor },
    });
  });

  it('who are made inactive are signed out', async () => {
    const { access } = await withPeople();
    await access.signIn(ids.service, pins.service);
    await access.changePerson(ids.doctor, { role: 'service' });
    expect(await access.changePerson(ids.service, { active: false })).toMatchObject({ ok: true });
    expect(access.actor).toBe(unknownActor);
  });

  it('set their own PIN with the one they have, and service anybody’s', async () => {
    const bench = await withPeople();
    const { access } = bench;
    await access.signIn(ids.ming, pins.ming);
    expect(await access.setPin(ids.ming, pins.other, wrong)).toEqual(refused({ kind: 'pin-wrong' }));
    expect(await access.setPin(ids.ming, '2222', pins.ming)).toEqual(refused({ kind: 'pin-too-simple' }));
    expect(await access.setPin(ids.ming, pins.other, pins.ming)).toMatchObject({ ok: true });
    expect(await access.signIn(ids.ming, pins.ming)).toEqual(refused({ kind: 'pin-wrong' }));
    expect(await access.signIn(ids.ming, pins.other)).toMatchObject({ ok: true });
    await access.signIn(ids.service, pins.service);
    expect(await access.setPin(ids.ming, pins.ming, pins.service)).toMatchObject({ ok: true });
    expect(entriesIn(bench.folder).at(-1)?.what).toEqual({
      type: 'pin-set',
      person: { id: ids.ming, name: names.ming },
    });
    expect(await access.setPin('nobody', pins.ming, pins.service)).toEqual(
      refused({ kind: 'no-such-person' }),
    );
  });

  it('are nobody where the file is wrong, and no first account is made over it', async () => {
    const folder = ownFolder();
    const broken = peopleJson.replace('"service"', '"servise"');
    writeFileSync(join(folder, 'people.json'), broken);
    const { access } = await consoleOn(folder);
    const problem = { kind: 'people-file', said: access.fileProblem };
    expect(access.fileProblem).toContain('people.0.role: must be one of');
    expect(access.wantsFirstAccount).toBe(false);
    expect(await access.firstAccount('A', pins.other)).toEqual(refused(problem));
    expect(await access.signIn(ids.service, pins.service)).toEqual(refused(problem));
    expect(readFileSync(join(folder, 'people.json'), 'utf8')).toBe(broken);
  });
});

describe('a disk that does not answer', () => {
  it('keeps nobody from signing in', async () => {
    const folder = ownFolder();
    writeFileSync(join(folder, 'people.json'), peopleJson);
    const clock = new HandClock();
    class Stuck extends AuditLog {
      override append = () => new Promise<never>(() => {});
    }
    const audit = new Stuck(join(folder, 'audit.log'), clock);
    const file = await PeopleFile.open(join(folder, 'people.json'));
    const access = new Access({ file, audit, clock, lockAfterMinutes: 10 });
    await access.signIn(ids.service, pins.service);
    void access.changePerson(ids.staff, { name: 'Waits for ever' });
    expect(await access.signIn(ids.ming, pins.ming)).toMatchObject({ ok: true });
    expect(await access.handOver(ids.ming, pins.ming)).toMatchObject({ ok: true });
    expect(access.actor.id).toBe(ids.ming);
  });

  it('or is full changes nothing, and says why', async () => {
    const { access, folder } = await withPeople();
    await access.signIn(ids.service, pins.service);
    const part = join(folder, 'people.json.part');
    mkdirSync(part);
    expect(await access.changePerson(ids.staff, { name: 'New' })).toMatchObject({
      problem: { kind: 'not-kept' },
    });
    expect(access.people.at(-1)?.name).toBe('Staff');
    rmdirSync(part);
    expect(await access.changePerson(ids.staff, { name: 'New' })).toMatchObject({ ok: true });
  });
});

describe('a PIN', () => {
  it('stands in no file, no reply and no problem', async () => {
    const bench = await withPeople();
    const { access, folder } = bench;
    const replies: unknown[] = [
      ...made.replies,
      await access.signIn(ids.service, pins.service),
      await access.signIn(ids.ming, wrong),
      await access.verify(ids.ming, wrong),
      await access.signIn(ids.ming, wrong),
      await access.signIn(ids.ming, pins.ming),
      await access.setPin(ids.staff, pins.other, pins.service),
      await access.setPin(ids.staff, pins.other, wrong),
      await access.addPerson('A', 'clinician', '11111111'),
      await access.addPerson('A', 'clinician', pins.other),
      await access.handOver(ids.doctor, pins.doctor),
      access.people,
      access.signedIn,
      access.chair,
      access.actor,
    ];
    access.signOut();
    await bench.audit.append(unknownActor, { type: 'signed-in' });
    expect(entriesIn(folder).length).toBeGreaterThan(6);
    const everything = [
      everythingIn(folder),
      everythingIn(made.bench.folder),
      JSON.stringify(replies),
    ].join();
    for (const pin of [...Object.values(pins), wrong, '11111111']) expect(everything).not.toContain(pin);
    const { people } = JSON.parse(readFileSync(join(folder, 'people.json'), 'utf8'));
    const log = readFileSync(join(folder, 'audit.log'), 'utf8');
    for (const { pin } of people) {
      for (const secret of [pin.salt, pin.hash]) {
        expect(log).not.toContain(secret);
        expect(JSON.stringify(replies)).not.toContain(secret);
      }
    }
  });
});
