import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { alarmLimitNames } from '../../../electron/domain/alarm-limits.ts';
import { parseOptions } from '../../../electron/program/options.ts';
import { prepare } from '../../../electron/program/prepare.ts';
import { readSite, siteInForce } from '../../../electron/program/site-file.ts';

const assets = join(import.meta.dirname, '../../../assets');
const theatre = join(assets, 'sites/theatre.json');
const text = readFileSync(theatre, 'utf8');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isotherm-site-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));

function written(content: string | Uint8Array, name = 'site.json'): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** The shipped theatre with one value changed; `undefined`: taken out. */
function changed(path: readonly string[], value: unknown): string {
  const site = JSON.parse(text);
  let at = site;
  for (const key of path.slice(0, -1)) at = at[key];
  at[path.at(-1) as string] = value;
  return JSON.stringify(site);
}

describe('the sites that are shipped', () => {
  it.each(['theatre', 'ward'])('%s is whole, and names every limit', (name) => {
    const read = readSite(join(assets, 'sites', `${name}.json`));
    if (!read.ok) throw new Error(read.problem);
    expect(Object.keys(read.site.alarmLimits).sort()).toEqual([...alarmLimitNames].sort());
    expect(read.site.flowCeilingMlPerMin['post-operative']).toBeLessThanOrEqual(1000);
    expect(read.site).toMatchObject({
      version: 3,
      leastFillVolumeMl: 50,
      circuitVolumeMl: 300,
      reservoirRestMl: 300,
      openCavityHighSeconds: 20,
      twoCheckersForEachAddition: false,
    });
  });
});

describe('a site file that is wrong', () => {
  it.each<[string, readonly string[], unknown, RegExp]>([
    ['the first version', ['version'], 1, /version: this console reads version 3/],
    ['a version to come', ['version'], 4, /version: this console reads version 3/],
    ['no name', ['name'], ' ', /name: a name is missing/],
    ['a field that is missing', ['leastWeightKg'], undefined, /leastWeightKg: /],
    ['a field no site has', ['colour'], 'blue', /"colour"/],
    [
      'a number beyond its bounds',
      ['inflowLinePressureLimitMmHg'],
      900,
      /inflowLinePressureLimitMmHg: must be 20 to 300/,
    ],
    ['a text for a number', ['leastWeightKg'], '8', /leastWeightKg: /],
    [
      'a ceiling that is none',
      ['flowCeilingMlPerMin', 'percutaneous'],
      0,
      /flowCeilingMlPerMin\.percutaneous: must be 100 to 5000/,
    ],
    [
      'a setting without one',
      ['flowCeilingMlPerMin', 'post-operative'],
      undefined,
      /flowCeilingMlPerMin\.post-operative: /,
    ],
    ['a limit that is missing', ['alarmLimits', 'core-low'], undefined, /alarmLimits\.core-low: /],
    [
      'a limit beyond what the console takes',
      ['alarmLimits', 'cavity-highest', 'highest'],
      46,
      /alarmLimits\.cavity-highest\.highest: must be at most 44/,
    ],
    [
      'a limit below it',
      ['alarmLimits', 'core-low', 'lowest'],
      30,
      /alarmLimits\.core-low\.lowest: must be at least 37\.5/,
    ],
    [
      'a limit begun outside its own bounds',
      ['alarmLimits', 'core-low', 'initial'],
      39.5,
      /alarmLimits\.core-low\.initial: must be 37\.5 to 39/,
    ],
    [
      'limits out of order',
      ['alarmLimits', 'core-low', 'initial'],
      39,
      /alarmLimits\.core-low\.initial: must be below core-medium, 39/,
    ],
    ['a formula nobody knows', ['bodySurfaceFormula'], 'boyd', /bodySurfaceFormula: /],
    [
      'a calibration of the flow meter by nobody',
      ['flowMeterCalibration'],
      { on: '2026-01-15', by: '', rigSerialNumber: 'HX-0477' },
      /flowMeterCalibration\.by: is missing/,
    ],
    [
      'a calibration of the flow meter on no day',
      ['flowMeterCalibration'],
      { on: '2026-02-30', by: 'Calibration service', rigSerialNumber: 'HX-0477' },
      /flowMeterCalibration\.on: write the date as YYYY-MM-DD/,
    ],
    ['half a month', ['calibrationIntervalMonths'], 1.5, /calibrationIntervalMonths: /],
    ['a fill of a syringe', ['leastFillVolumeMl'], 49, /leastFillVolumeMl: must be 50 to 2000/],
    ['a circuit of 3 L', ['circuitVolumeMl'], 3000, /circuitVolumeMl: must be 50 to 2000/],
    ['a reservoir drawn dry', ['reservoirRestMl'], 199, /reservoirRestMl: must be 200 to 3000/],
    ['a hand that stirs too long', ['openCavityHighSeconds'], 21, /openCavityHighSeconds: must be 2 to 20/],
    [
      'a word for who checks',
      ['twoCheckersForEachAddition'],
      'yes',
      /twoCheckersForEachAddition: must be true or false/,
    ],
    ['nothing said of who checks', ['twoCheckersForEachAddition'], undefined, /twoCheckersForEachAddition: /],
    ['a rig that is none', ['rig'], 'usb', /rig: usb: write "simulator" or "serial:<path>"/],
    [
      'a setting of a rig that is none',
      ['rig'],
      'serial:/dev/ttyUSB0?dtr=perhaps',
      /rig: serial:\/dev\/ttyUSB0\?dtr=perhaps: /,
    ],
  ])('%s is named by its path', (_, path, value, said) => {
    const file = written(changed(path, value), 'wrong.json');
    const read = readSite(file);
    expect(read.ok ? '' : read.problem).toMatch(said);
    expect(read.ok ? '' : read.problem).toMatch(
      new RegExp(`^site ${file}: .* Mend the file and start again\\.$`),
    );
    const parsed = parseOptions(['--site', file]);
    if (!parsed.ok) throw new Error(parsed.problem);
    const prepared = prepare(parsed.options, (...parts) => join(assets, ...parts), folder);
    expect(prepared).toEqual({ ok: false, problem: read.ok ? '' : read.problem });
  });

  it.each([
    ['no JSON', '{', /not valid JSON/],
    [
      'a name that stands twice',
      text.replace('"leastWeightKg": 8', '"leastWeightKg": 8,\n"\\u006ceastWeightKg": 2'),
      /a second "leastWeightKg"/,
    ],
    ['a list', '[]', /site: /],
    ['in another encoding', new Uint8Array([0xff, 0xfe, 0x7b, 0]), /UTF-16/],
  ])('%s', (_, content, said) => {
    const read = readSite(written(content, 'wrong.json'));
    expect(read.ok ? '' : read.problem).toMatch(said);
  });

  it('that is not there', () => {
    expect(readSite(join(folder, 'none.json'))).toMatchObject({
      problem: expect.stringMatching(/cannot be read/),
    });
  });

  it('with a byte order mark is none', () => {
    expect(readSite(written(`\uFEFF${text}`)).ok).toBe(true);
  });
});

describe('the site of this console', () => {
  const inForce = () => siteInForce(folder, theatre);

  it('is the shipped one where it never had its own', () => {
    expect(inForce()).toMatchObject({ site: { name: 'Theatre' }, problem: null });
  });

  it('is its own, and the last good one stays in force where that is wrong or gone', () => {
    written(changed(['name'], 'Theatre 4'));
    expect(inForce()).toMatchObject({ site: { name: 'Theatre 4' }, problem: null });
    written(changed(['leastWeightKg'], 900));
    const wrong = inForce();
    expect(wrong.site).toMatchObject({ name: 'Theatre 4', leastWeightKg: 8 });
    expect(wrong.problem).toMatch(
      /site\.json: leastWeightKg: .*The last good rules stay in force: Theatre 4\.$/,
    );
    rmSync(join(folder, 'site.json'));
    expect(inForce()).toMatchObject({
      site: { name: 'Theatre 4' },
      problem: expect.stringMatching(/it is gone/),
    });
    written(changed(['name'], 'Theatre 5'));
    expect(inForce()).toMatchObject({ site: { name: 'Theatre 5' }, problem: null });
  });

  it('is the shipped one, and says so, where its own is a link that leads nowhere', () => {
    symlinkSync(join(folder, 'share', 'site.json'), join(folder, 'site.json'));
    expect(inForce()).toMatchObject({
      site: { name: 'Theatre' },
      problem: expect.stringMatching(/cannot be read.*The rules that are shipped are in force/),
    });
  });

  it('says why not even the last good one could be taken', () => {
    written('{');
    written('[', 'site-in-force.json');
    expect(inForce().problem).toMatch(
      /site\.json: not valid.*site-in-force\.json: .*The rules that are shipped/,
    );
  });

  it('is the shipped one where its own and the last good one are of version 1', () => {
    const { leastFillVolumeMl: _, circuitVolumeMl: __, ...rest } = JSON.parse(text);
    const before = JSON.stringify({ ...rest, version: 1, name: 'Theatre 4' });
    written(before);
    written(before, 'site-in-force.json');
    const { site, problem } = inForce();
    expect(site.name).toBe('Theatre');
    expect(problem).toMatch(
      /site\.json: version: this console reads version 3; .*leastFillVolumeMl.*site-in-force\.json: version: /,
    );
    expect(problem).toMatch(/The rules that are shipped are in force: Theatre\.$/);
  });

  it('is the shipped one where its first was wrong', () => {
    written('{');
    expect(inForce()).toMatchObject({
      site: { name: 'Theatre' },
      problem: expect.stringMatching(/The rules that are shipped are in force: Theatre\.$/),
    });
  });
});

describe('a site of version 2', () => {
  /** As the console before wrote it: no people, no lists, no folders. */
  const of2 = (changes: object = {}) => {
    const {
      twoPeopleStartHeat,
      twoPeopleRecordDrugs,
      reviewSignature,
      lockAfterMinutes,
      flowMeterCalibration,
      hospital,
      department,
      reportFolder,
      worklistFolder,
      lists,
      signedOff,
      ...rest
    } = JSON.parse(text);
    return JSON.stringify({ ...rest, version: 2, name: 'Theatre 4', leastWeightKg: 12, ...changes });
  };
  const shipped = JSON.parse(text);
  const said = /site\.json: it is of version 2, .*nobody has signed for any value.*Go through Site/;

  it('keeps its rules, gets the rest as shipped, and is never silent', () => {
    written(of2());
    const { site, problem } = siteInForce(folder, theatre);
    expect(site).toEqual({ ...shipped, name: 'Theatre 4', leastWeightKg: 12, signedOff: {} });
    expect(problem).toMatch(said);
    // So it is the next time, with the last good one beside it.
    expect(siteInForce(folder, theatre).problem).toMatch(said);
  });

  it('stays in force as the last good one, and says both', () => {
    written('{');
    written(of2(), 'site-in-force.json');
    const { site, problem } = siteInForce(folder, theatre);
    expect(site).toMatchObject({ name: 'Theatre 4', leastWeightKg: 12, lists: shipped.lists });
    expect(problem).toMatch(
      /site\.json: not valid JSON.*site-in-force\.json: it is of version 2.*The last good rules stay in force: Theatre 4\.$/,
    );
  });

  it('is taken by --site as well, and said as the console starts', () => {
    const file = written(of2(), 'mine.json');
    const parsed = parseOptions(['--site', file]);
    if (!parsed.ok) throw new Error(parsed.problem);
    const prepared = prepare(parsed.options, (...parts) => join(assets, ...parts), folder);
    if (!prepared.ok) throw new Error(prepared.problem);
    expect(prepared.prepared.inForce.site.leastWeightKg).toBe(12);
    expect(prepared.prepared.notices.join()).toContain(`site ${file}: it is of version 2`);
  });

  it('is refused where it is wrong, or holds what version 2 did not know', () => {
    written(of2({ leastWeightKg: 900 }));
    expect(siteInForce(folder, theatre).problem).toMatch(/leastWeightKg: must be 2 to 200/);
    written(of2({ hospital: 'Demonstration hospital' }));
    expect(siteInForce(folder, theatre).problem).toMatch(/version 2 has no "hospital": write version 3/);
  });
});

describe('the rig', () => {
  const prepared = (...args: string[]) => {
    const parsed = parseOptions(args);
    if (!parsed.ok) throw new Error(parsed.problem);
    const result = prepare(parsed.options, (...parts) => join(assets, ...parts), folder);
    return result.ok ? result.prepared.rig.kind : result.problem;
  };

  it('is the one the site names, unless the command line names one', () => {
    const site = written(changed(['rig'], 'serial:/dev/ttyUSB0?baud=19200'), 'serial.json');
    expect(prepared('--site', site)).toBe('serial');
    expect(prepared('--site', site, '--rig', 'simulator')).toBe('simulator');
    expect(prepared('--site', site, '--demo', '--out', join(folder, 'demo'))).toBe('simulator');
    expect(prepared('--site', site, '--seed', '1')).toMatch(/built-in simulator, and the site names serial:/);
    expect(prepared()).toBe('simulator');
  });
});
