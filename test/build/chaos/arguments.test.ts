import { describe, expect, it } from 'vitest';
import { parseSimulate } from '../../../build/chaos/simulate/arguments.ts';

describe('the arguments of a simulation', () => {
  it('are runs and seed', () => {
    expect(parseSimulate(['--runs', '600', '--seed', '8'])).toEqual({
      ok: true,
      options: { kind: 'simulate', runs: 600, seed: 8, jsonFile: null, threads: 2, shrinks: true },
    });
  });

  it('or a run to tell as a story', () => {
    expect(parseSimulate(['--replay', '8:17'])).toEqual({
      ok: true,
      options: { kind: 'replay', seed: 8, index: 17, shrinks: false },
    });
  });

  it.each([
    [['--runs', '10'], '--seed is missing'],
    [['--seed', '1'], '--runs is missing'],
    [['--runs', 'many', '--seed', '1'], '--runs many'],
    [['--replay', '8'], 'write seed and run as S:k'],
    [['--replay', '8:1', '--runs', '3'], 'has no meaning with --replay'],
    [['--runs', '1', '--seed', '1', '--json', ''], '--json is empty'],
    [['--nonsense'], 'nonsense'],
  ])('%j: says what is wrong and how to mend it', (args, problem) => {
    const parsed = parseSimulate(args);
    expect(parsed.ok ? '' : parsed.problem).toContain(problem);
    expect(parsed.ok ? '' : parsed.problem).toContain('Usage: npm run chaos');
  });
});
