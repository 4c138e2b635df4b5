import { describe, expect, test } from 'vitest';
import { runBenches } from '../../build/bench/main.ts';
import { asTable } from '../../build/bench/table.ts';

describe('npm run bench', () => {
  test.each([['speed'], ['--jsn'], ['--json']])('refuses %s', async (argument) => {
    expect(await runBenches([argument])).toBe(2);
  });

  test('prints every figure beside its peer, as a ratio', () => {
    const row = {
      name: 'exchanges',
      ours: 3612.4,
      peer: 'bare echo',
      peerValue: 3800,
      unit: 'per s',
      ratio: 0.9506,
    };
    expect(asTable([row])).toBe(
      'name       ours   peer       peer value  unit   ratio\nexchanges  3,612  bare echo  3,800       per s  0.951',
    );
  });
});
