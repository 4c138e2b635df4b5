import { describe, expect, it } from 'vitest';
import { siteSchema } from '../../../../electron/contract/site-schema.ts';
import { alarmLimitNames } from '../../../../electron/domain/alarm-limits.ts';
import { bodySurfaceFormulas } from '../../../../electron/domain/body-surface.ts';
import { controlSites } from '../../../../electron/domain/preset.ts';
import { presetFields } from '../../../../electron/domain/preset-fields.ts';
import { presetProblems } from '../../../../electron/domain/preset-problems.ts';
import { missing } from '../../../../electron/domain/reading.ts';
import { probeRefusals, siteRefusals } from '../../../../electron/domain/site.ts';
import { storageProblem } from '../../../../electron/domain/storage.ts';
import { en } from '../../../../electron/domain/text/en.ts';
import { problem } from '../../../../electron/domain/text/zh-problems.ts';
import { decodeUtf8 } from '../../../../electron/domain/utf8.ts';
import { parsePreset } from '../../../../electron/protocol/preset-file.ts';
import { tooSlow } from '../../../../native-bridge/rig/faults.ts';
import { dtrMessage, openMessage } from '../../../../native-bridge/transport/serial-messages.ts';
import { theatre } from '../../../support/site.ts';
import { benchPreset, benchRig } from '../../protocol/bench.ts';

/** What is quoted, and what a file calls things, stays as it is. */
const quoted =
  /["“`{[].*["”`}\]]|peritoneal|pleural|bladder|intra-operative|post-operative|percutaneous|circulation|single-instillation|inflow|cavity|outflow|in-band|elapsed|first-drug|fillVolumeMl|fillMlPer(?:M2|Kg)|null|true|false|Linux|Windows|JSON|--rig [^）]+|deadlineMs=\d+|dtr=[a-z]+/g;
const english = /[a-z]{4,}/;
const untranslated = (said: string): string[] => {
  const chinese = problem(said).replaceAll(quoted, '');
  return english.test(chinese) ? [`${said} → ${chinese}`] : [];
};

const bad = [null, '', ' ', 'abc', 'x'.repeat(600), Number.NaN, -1, 1.5, 1e9, {}, [], true];
const edits = [...Object.keys(presetFields), 'additions', 'rinses', 'basedOn', 'unknownField'].flatMap(
  (name) =>
    bad.map((value) => ({
      ...benchPreset,
      [name.split('.')[0] ?? name]: name.startsWith('rinses.') ? { count: value, volumeMl: value } : value,
    })),
);

/** Every value of an object or a list, one after the other, as something else; of a list the first does for all. */
function* spoilt(value: object): Iterable<unknown> {
  if (Array.isArray(value)) {
    const [first, ...others] = value;
    if (first === undefined) return;
    yield [first, first];
    if (typeof first !== 'object') yield* bad.map((wrong) => [wrong, ...others]);
    else for (const inner of spoilt(first)) yield [inner, ...others];
    return;
  }
  for (const [key, one] of Object.entries(value)) {
    for (const wrong of bad) yield { ...value, [key]: wrong };
    if (typeof one !== 'object' || one === null) continue;
    for (const inner of spoilt(one)) yield { ...value, [key]: inner };
  }
  yield { ...value, unknownField: 1 };
}

const site = {
  ...theatre,
  lists: { ...theatre.lists, drugNames: ['as a team names it'] },
  signedOff: { coreHold: { by: 'Somebody', on: '2026-03-02', reason: 'As agreed' } },
};

describe('a site file that is wrong is told in Chinese', () => {
  it('whatever is wrong with whichever field', () => {
    const said = [...spoilt(site)].flatMap((one) => {
      const parsed = siteSchema.safeParse(one);
      return parsed.success
        ? []
        : parsed.error.issues.map(
            ({ message }) => `site /x: rig: ${message}. Mend the file and start again.`,
          );
    });
    expect(said.length).toBeGreaterThan(300);
    const names = ['rig: ', ...alarmLimitNames, ...bodySurfaceFormulas].join('|');
    const rest = (line: string) => line.replace(new RegExp(names, 'g'), '');
    expect(
      [...new Set(said)].filter((one) => english.test(rest(problem(one)).replaceAll(quoted, ''))),
    ).toEqual([]);
  });

  it('and a case that it does not treat', () => {
    const site = { ...theatre, leastWeightKg: 8, leastFillVolumeMl: 500 };
    const fills = [
      {},
      { fillVolumeMl: 100 },
      { fillVolumeMl: 9000 },
      { fillVolumeMl: null, fillMlPerM2: 2000 },
      { fillVolumeMl: null, fillMlPerKg: 40 },
    ];
    const bodies = [
      { heightCm: null, weightKg: 7.5 },
      { heightCm: null, weightKg: null },
    ];
    const said = [
      ...fills.flatMap((fill) =>
        bodies.flatMap((body) =>
          siteRefusals(site, { setting: 'percutaneous', ...body }, { ...benchPreset, ...fill }),
        ),
      ),
      ...controlSites.flatMap((controlSite) =>
        probeRefusals(
          ['not-used', 'not-used', 'not-used', 'outflow'] as never,
          { controlSite },
          [1, 2, 3, 4].map(() => missing('not-fitted')) as never,
        ),
      ),
    ].map(en.siteRefusal);
    expect(new Set(said).size).toBe(10);
    expect(said.flatMap((one) => untranslated(one.replaceAll('mL/min', '')))).toEqual([]);
  });

  it('with its path, each field, and what is in force instead', () => {
    expect(
      problem(
        'site /d/site.json: leastWeightKg: must be 2 to 200; rig: usb: write "simulator" or "serial:<path>", for example serial:/dev/ttyUSB0. Mend the file and start again. The last good rules stay in force: Theatre 4.',
      ),
    ).toBe(
      '规则文件 /d/site.json：leastWeightKg: 应为 2 至 200；rig: usb：请写 "simulator" 或 "serial:<path>"，例如 serial:/dev/ttyUSB0。请修改文件后重新启动。仍沿用上一份正确的规则：Theatre 4。',
    );
  });
});

describe('a preset that cannot be used is told in Chinese', () => {
  it('whatever is wrong with whichever field', () => {
    const said = edits.flatMap((preset) => presetProblems(preset, null).map(({ message }) => message));
    expect(said.length).toBeGreaterThan(100);
    expect([...new Set(said)].flatMap(untranslated)).toEqual([]);
  });

  it('with additions that are none, and a flow the rig cannot do', () => {
    const additions = [{ atMinutes: 999, label: '' }, 7];
    const said = [
      ...presetProblems({ ...benchPreset, additions }, null),
      ...presetProblems({ ...benchPreset, additions: Array(30).fill(additions[0]) }, null),
      ...presetProblems(
        { ...benchPreset, flowMlPerMin: 4999, largestCavityVolumeMl: 4000 },
        { ...benchRig, serialNumber: 'HX-1' },
      ),
      ...presetProblems({ ...benchPreset, largestCavityVolumeMl: 101 }, null),
    ].map(({ message }) => message);
    expect(said.flatMap(untranslated)).toEqual([]);
  });

  it('as a file, with its path and every field', () => {
    const file = JSON.stringify({ ...benchPreset, targetCelsius: 60, minutes: 5 });
    const parsed = parsePreset(file, 'preset /p/hot.json');
    expect(problem(parsed.ok ? '' : parsed.problem)).toBe(
      '方案 /p/hot.json：targetCelsius: 目标温度应在 40 至 43.5 °C 之间，现为 60 °C：请输入该范围内的值；' +
        'minutes: 治疗时间应在 15 至 120 min 之间，现为 5 min：请输入该范围内的值。请修正文件后重新启动。',
    );
  });
});

describe('a file that cannot be read is told in Chinese', () => {
  const utf16 = Buffer.from('{"a":1}', 'utf16le');
  const files = [
    Buffer.from(''),
    Buffer.alloc(1_000_001, ' '),
    utf16,
    Buffer.from(utf16).swap16(),
    Buffer.from([0, 0, 0, 0x7b]),
    Buffer.from([0x7b, 0x22, 0xb5]),
    Buffer.from('{"a":"\uFFFD"}'),
  ];
  it('whatever is wrong with its bytes', () => {
    const said = files.map((bytes) => decodeUtf8(bytes)).map((read) => (read.ok ? '' : read.problem));
    expect(said.map((one) => `preset /p/x: ${one}.`).flatMap(untranslated)).toEqual([]);
    expect(said).not.toContain('');
  });

  it.each([
    '',
    '{',
    '{"a" 1}',
    '{"a": 1 2}',
    '[1 2]',
    '{"a": "x\n"}',
    '{"a": "',
    '["\\q"]',
    '1 x',
    '[,]',
    '["\\uFFFD"]',
  ])('JSON such as %j', (text) => {
    const read = parsePreset(text, 'preset /p/x');
    expect(untranslated(read.ok ? 'no problem' : read.problem)).toEqual([]);
  });
});

it.each([
  'A run is open already. End it before starting another.',
  'Too many at once; wait a moment, then try again.',
  'The rig does not answer. Check its cable and that it is switched on.',
  'The rig is running already. Stop it at the machine, then start the run.',
  'The console has failed and has to be started again first.',
  'Another console commands this rig. Close it, or disconnect it from the rig, then start the run.',
  'The rig has not stood down (mode circulate, pump on, heater off): there may be fluid in a patient. Press "Heater and pump off", or stop it at the machine, then start the run.',
  'A run was left open. Take it up, drain or end it first.',
  'The last run on this machine left fluid in a cavity. Answer that first.',
  'The machine is told something already. End that first.',
  'There is no preset "short". Choose one of the list.',
  'Flow and volumes of "short" are blank. Enter them, then start the run.',
  storageProblem(143) ?? '',
  '"short" is kept like this already: change a value, or its name',
  'Rig on P1: the rig speaks register map version 2, this console speaks version 1. Update the older of the two.',
  'Rig on P1: the rig did not answer in time. Switch the rig on and check the cable.',
  'Rig on P1: the rig did not answer in time. Switch the rig on, check the cable, and that the rig speaks 9600 Bd 8N1 (B).',
  `Rig on P1 (instead of P0): ${tooSlow(72, 60)}.`,
  `Rig on P1: ${tooSlow(400, 60)}. Check cable and power; reconnecting.`,
  'Rig on P1: this is the machine S-2, and the run belongs to S-1. Connect S-1, or end the run.',
  'Rig on P1: this is the machine S-2, and S-1 was connected before. Choose this port if it is meant.',
  'Rig on P1: opening took over 5 s: unplug it and plug it in again.',
  'Rig on P1: an exchange did not end. Reconnecting.',
  'Rig on P1: the port closed while the rig was being identified.',
  'The rig is connected on P1. Another port can be chosen once it is not.',
  'There is no serial port P1 now. Choose one of the list.',
  dtrMessage('P1', 'EIO'),
  openMessage('not-found', 'P1', '', { ports: [], note: null }),
  openMessage('busy', 'P1', '', null),
  openMessage('no-permission', 'P1', '', null),
])('"%s" has Chinese words', (said) => {
  expect(untranslated(said)).toEqual([]);
});

it('what there are no words for stays as it was said', () => {
  expect(problem('something new')).toBe('something new');
});
