import { describe, expect, it } from 'vitest';
import { presetFields } from '../../../../electron/domain/preset-fields.ts';
import { presetProblems } from '../../../../electron/domain/preset-problems.ts';
import { storageProblem } from '../../../../electron/domain/storage.ts';
import { problem } from '../../../../electron/domain/text/zh-problems.ts';
import { parsePreset } from '../../../../electron/protocol/preset-file.ts';
import { openMessage } from '../../../../native-bridge/transport/serial-messages.ts';
import { benchPreset, benchRig } from '../../protocol/bench.ts';

/** What is quoted, and what a file calls things, stays as it is. */
const quoted =
  /["“`{[].*["”`}\]]|peritoneal|pleural|bladder|intra-operative|post-operative|percutaneous|circulation|single-instillation|cavity|outflow|null|true|Linux|JSON/g;
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

it.each([
  'A run is open already. End it before starting another.',
  'The rig does not answer. Check its cable and that it is switched on.',
  'The rig is running already. Stop it at the machine, then start the run.',
  'There is no preset "short". Choose one of the list.',
  'Flow and volumes of "short" are blank. Enter them, then start the run.',
  storageProblem(143) ?? '',
  '"short" is kept like this already: change a value, or its name',
  'Rig on P1: the rig speaks register map version 2, this console speaks version 1. Update the older of the two.',
  'Rig on P1: the rig did not answer in time. Switch the rig on, check the cable, and that speed and parity are the rig’s.',
  openMessage('not-found', 'P1', '', { ports: [], note: null }),
  openMessage('busy', 'P1', '', null),
  openMessage('no-permission', 'P1', '', null),
])('"%s" has Chinese words', (said) => {
  expect(untranslated(said)).toEqual([]);
});

it('what there are no words for stays as it was said', () => {
  expect(problem('something new')).toBe('something new');
});
