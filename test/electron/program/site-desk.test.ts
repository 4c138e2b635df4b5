import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AuditLog } from '../../../electron/access/audit-log.ts';
import { signedInActor } from '../../../electron/domain/actor.ts';
import type { Site } from '../../../electron/domain/site.ts';
import { SiteDesk } from '../../../electron/program/site-desk.ts';
import { siteInForce, sitePaths } from '../../../electron/program/site-file.ts';
import { theatre } from '../../support/site.ts';

const shipped = join(import.meta.dirname, '../../../assets/sites/theatre.json');
const engineer = signedInActor({ id: 'p1', name: 'Demonstration engineer', role: 'service' });

let folder = '';
let audit: AuditLog;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'isotherm-desk-'));
  audit = new AuditLog(join(folder, 'audit.log'), { wallMs: () => 1_800_000_000_000 });
  await audit.start();
});
// The log may still be written: nobody waits for it.
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));

const desk = (problem: string | null = null, site: Site = theatre) =>
  new SiteDesk({
    inForce: { site, problem },
    paths: sitePaths(folder),
    audit,
    today: () => '2026-12-01',
  });
const onDisk = (name = 'site.json') => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const entries = async (): Promise<unknown[]> => {
  await audit.append(engineer, { type: 'signed-in' });
  const lines = readFileSync(join(folder, 'audit.log'), 'utf8').trim().split('\n');
  return lines.slice(0, -1).map((line) => JSON.parse(line).what);
};

describe('a value of the site', () => {
  it('is changed: in force, on the disk as the next start reads it, and in the log with old and new', async () => {
    const at = desk();
    expect(await at.change(engineer, 'leastWeightKg', 12, 'Smallest circuit')).toEqual({ ok: true });
    expect(at.inForce).toEqual({ site: { ...theatre, leastWeightKg: 12 }, problem: null });
    expect(siteInForce(folder, shipped)).toEqual({
      site: { ...theatre, leastWeightKg: 12 },
      problem: null,
    });
    expect(onDisk('site-in-force.json')).toEqual(onDisk());
    expect(await entries()).toEqual([
      { type: 'site-changed', key: 'leastWeightKg', old: 8, new: 12, reason: 'Smallest circuit' },
    ]);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('is signed for by name, day and reason; a change voids the signature of that value alone', async () => {
    const at = desk();
    const keys = ['alarmLimits.core-low', 'coreHold', 'lists.checklist'];
    expect(await at.signOff(engineer, keys, 'Commissioned')).toEqual({ ok: true });
    const signed = { by: 'Demonstration engineer', on: '2026-12-01', reason: 'Commissioned' };
    expect(onDisk().signedOff).toEqual(Object.fromEntries(keys.map((key) => [key, signed])));
    await at.change(engineer, 'alarmLimits.core-low', { initial: 38, lowest: 37.5, highest: 39 }, 'Lower');
    expect(onDisk().signedOff).toEqual({ coreHold: signed, 'lists.checklist': signed });
    expect(onDisk().alarmLimits['core-low'].initial).toBe(38);
    expect((await entries()).map((entry) => (entry as { key: string }).key)).toEqual([
      'signedOff.alarmLimits.core-low',
      'signedOff.coreHold',
      'signedOff.lists.checklist',
      'alarmLimits.core-low',
    ]);
  });

  it('is signed for anew with the signature before it in the log', async () => {
    const at = desk();
    await at.signOff(engineer, ['coreHold'], 'First');
    await at.signOff(engineer, ['coreHold'], 'Again');
    const signed = { by: 'Demonstration engineer', on: '2026-12-01' };
    expect(await entries()).toMatchObject([
      { key: 'signedOff.coreHold', old: null, new: { ...signed, reason: 'First' } },
      { key: 'signedOff.coreHold', old: { ...signed, reason: 'First' }, new: { ...signed, reason: 'Again' } },
    ]);
  });

  it.each([
    ['leastWeightKg', 900, 'leastWeightKg', 'must be 2 to 200'],
    ['leastWeightKg', 'much', 'leastWeightKg', 'must be a number'],
    [
      'alarmLimits.core-low',
      { initial: 39, lowest: 37.5, highest: 39 },
      'alarmLimits.core-low.initial',
      'must be below core-medium, 39',
    ],
    ['lists.indications', [{ id: 'one', en: ' ', zh: '一' }], 'lists.indications.0.en', 'is missing'],
    [
      'lists.indications',
      [
        { id: 'one', en: 'One', zh: '一' },
        { id: 'one', en: 'Two', zh: '二' },
      ],
      'lists.indications.1.id',
      '"one" is there twice',
    ],
    ['rig', 'simulator', 'rig', 'no value of a site is called that'],
    ['__proto__', {}, '__proto__', 'no value of a site is called that'],
  ])('%s as %j is refused at its place, and nothing is lost', async (key, value, place, message) => {
    const at = desk();
    await at.change(engineer, 'leastWeightKg', 12, 'First');
    const before = readFileSync(join(folder, 'site.json'), 'utf8');
    expect(await at.change(engineer, key, value, 'A try')).toEqual({
      ok: false,
      problems: [{ at: place, message }],
    });
    expect(at.inForce.site).toEqual({ ...theatre, leastWeightKg: 12 });
    expect(readFileSync(join(folder, 'site.json'), 'utf8')).toBe(before);
    expect((await entries()).length).toBe(1);
  });

  it('that cannot be written is not in force, and not in the log', async () => {
    mkdirSync(join(folder, 'site.json.part'));
    const at = desk();
    expect(await at.change(engineer, 'leastWeightKg', 12, 'A try')).toMatchObject({
      ok: false,
      problems: [{ at: '', message: expect.stringContaining('it could not be written to') }],
    });
    expect(at.inForce.site).toBe(theatre);
    expect(await entries()).toEqual([]);
  });

  it('is changed one after the other, however many are asked at once', async () => {
    const at = desk();
    const done = await Promise.all([
      at.change(engineer, 'leastWeightKg', 12, 'One'),
      at.change(engineer, 'hospital', 'Demonstration hospital', 'Two'),
      at.signOff(engineer, ['coreHold'], 'Three'),
    ]);
    expect(done).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
    expect(onDisk()).toMatchObject({
      leastWeightKg: 12,
      hospital: 'Demonstration hospital',
      signedOff: { coreHold: { reason: 'Three' } },
    });
  });
});

it('a file that was refused is kept beside what is written over it', async () => {
  writeFileSync(join(folder, 'site.json'), '{ "name": "Half');
  const at = desk('site: not valid JSON');
  await at.change(engineer, 'leastWeightKg', 12, 'One');
  await at.change(engineer, 'leastWeightKg', 13, 'Two');
  expect(readFileSync(join(folder, 'site.json.before-2026-12-01'), 'utf8')).toBe('{ "name": "Half');
  expect(at.inForce.problem).toBe(null);
  expect(onDisk().leastWeightKg).toBe(13);
});

describe('a file that something else has changed since this console read it', () => {
  const others = JSON.stringify({ ...theatre, leastWeightKg: 44 });
  const path = () => join(folder, 'site.json');
  it.each<[string, () => void, string | null]>([
    ['is another one now', () => writeFileSync(path(), others), others],
    ['is gone', () => rmSync(path()), null],
    [
      'is a folder now',
      () => {
        rmSync(path());
        mkdirSync(path());
      },
      null,
    ],
  ])('is left as it is where it %s, and said', async (_, change, left) => {
    writeFileSync(path(), JSON.stringify(theatre));
    const at = desk();
    await at.change(engineer, 'hospital', 'Demonstration hospital', 'First');
    change();
    const told = {
      ok: false,
      problems: [{ at: '', message: expect.stringContaining('was changed by something else, or is gone') }],
    };
    expect(await at.change(engineer, 'leastWeightKg', 12, 'A try')).toEqual(told);
    expect(await at.signOff(engineer, ['coreHold'], 'A try')).toEqual(told);
    if (left !== null) expect(readFileSync(path(), 'utf8')).toBe(left);
    expect(at.inForce.site).toEqual({ ...theatre, hospital: 'Demonstration hospital' });
    expect((await entries()).length).toBe(1);
  });

  it('and has mended one that was refused meanwhile', async () => {
    writeFileSync(path(), '{ "name": "Half');
    const at = desk('site: not valid JSON');
    writeFileSync(path(), others);
    expect(await at.change(engineer, 'leastWeightKg', 12, 'A try')).toMatchObject({ ok: false });
    expect(readFileSync(path(), 'utf8')).toBe(others);
  });
});

it('rules of --site are not changed here', async () => {
  const at = new SiteDesk({
    inForce: { site: theatre, problem: null },
    paths: null,
    audit,
    today: () => '2026-12-01',
  });
  const refused = { ok: false, problems: [{ at: '', message: expect.stringContaining('--site') }] };
  expect(await at.change(engineer, 'leastWeightKg', 12, 'A try')).toEqual(refused);
  expect(await at.signOff(engineer, ['coreHold'], 'A try')).toEqual(refused);
  expect(readdirSync(folder)).not.toContain('site.json');
});
