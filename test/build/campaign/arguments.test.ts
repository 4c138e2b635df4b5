import { describe, expect, test } from 'vitest';
import { parseCampaign } from '../../../build/campaign/arguments.ts';
import { run } from '../../../build/commands/campaign.ts';

describe('the arguments of a campaign', () => {
  test('say how many patients of which seed', () => {
    const parsed = parseCampaign(['--patients', '40', '--seed', '2026', '--disturb', '--json', 'a.json']);
    expect(parsed).toMatchObject({
      ok: true,
      command: {
        kind: 'campaign',
        patients: 40,
        seed: 2026,
        disturbed: true,
        jsonFile: 'a.json',
        threads: 2,
      },
    });
  });

  test('name one regimen, or all of them', () => {
    const asked = (name: string) => parseCampaign(['--patients', '4', '--seed', '5', '--regimen', name]);
    expect(asked('bladder')).toEqual({
      ok: true,
      command: { kind: 'regimens', regimens: ['bladder'], patients: 4, seed: 5, jsonFile: null, threads: 2 },
    });
    expect(asked('all')).toMatchObject({
      ok: true,
      command: {
        regimens: [
          '42.5x60',
          '43x60',
          '43x30',
          '42x90',
          '40x90',
          'dutch',
          'ward',
          'pleural',
          'bladder',
          'children',
        ],
      },
    });
  });

  test('name a patient to be seen again, and hand the rest to the console', () => {
    expect(parseCampaign(['--replay', '7:12', '--', '--speed', '20'])).toEqual({
      ok: true,
      command: {
        kind: 'replay',
        seed: 7,
        index: 12,
        disturbed: false,
        regimen: null,
        consoleArguments: ['--speed', '20'],
      },
    });
    expect(parseCampaign(['--replay', '7:12', '--regimen', 'ward'])).toMatchObject({
      ok: true,
      command: { kind: 'replay', seed: 7, index: 12, regimen: 'ward' },
    });
  });

  test.each([
    [['--seed', '2'], '--patients is missing'],
    [['--patients', '3'], '--seed is missing'],
    [['--patients', '0', '--seed', '2'], '--patients 0: write a whole number from 1'],
    [['--patients', '3.5', '--seed', '2'], '--patients 3.5'],
    [['--patients', '3', '--seed', '-2'], '--seed'],
    [['--patients', '3', '--seed', '2', '--threads', '0'], '--threads 0'],
    [['--patients', '3', '--seed', '2', '--json', ''], '--json is empty'],
    [['--patients', '3', '--seed', '2', '--bogus'], '--bogus'],
    [['--patients', '3', '--seed', '2', 'extra'], '"extra" is not an option'],
    [
      ['--patients', '3', '--seed', '2', '--regimen', 'wards'],
      '--regimen wards: write one of 42.5x60, 43x60',
    ],
    [['--patients', '3', '--seed', '2', '--regimen', 'toString'], '--regimen toString: write one of'],
    [['--patients', '3', '--seed', '2', '--regimen', 'ward', '--disturb'], '--disturb has no meaning'],
    [['--replay', '7:1', '--regimen', 'all'], 'name one regimen'],
    [['--replay', '7'], 'write seed and patient as S:k'],
    [['--replay', '7:1', '--patients', '3'], '--patients has no meaning with --replay'],
    [['--search-baseline', '--seed', '2'], 'tunes on seed 1 alone'],
  ])('%j is refused with how to mend it', (args, words) => {
    const parsed = parseCampaign(args);
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.problem).toContain(words);
  });

  test('wrong ones end the command with 2', async () => {
    expect(await run(['--patients', 'many', '--seed', '2'])).toBe(2);
    expect(await run(['--patients', '3', '--seed', '2', '--regimen', 'oxaliplatin'])).toBe(2);
  });
});
