import { describe, expect, it } from 'vitest';
import { kinds } from '../../../../build/chaos/kinds.ts';
import { Account } from '../../../../build/chaos/real/account.ts';
import { type Asking, parseReal } from '../../../../build/chaos/real/arguments.ts';
import { asText } from '../../../../build/chaos/real/table.ts';

const asking: Asking = {
  name: 'soak',
  counts: 'hours',
  most: 100,
  extras: { minutes: { low: 1, high: 60, otherwise: 2, help: 'real minutes' } },
};

describe('the arguments of a kind on the real thing', () => {
  it('are how often and a seed', () => {
    expect(parseReal(asking, ['--times', '12', '--seed', '7'])).toEqual({
      ok: true,
      options: { times: 12, seed: 7, jsonFile: null, keeps: false, extras: { minutes: 2 } },
    });
  });

  it('and what the kind takes besides', () => {
    const args = ['--times', '1', '--seed', '0', '--minutes', '10', '--json', 'a.json', '--keep'];
    expect(parseReal(asking, args)).toEqual({
      ok: true,
      options: { times: 1, seed: 0, jsonFile: 'a.json', keeps: true, extras: { minutes: 10 } },
    });
  });

  it.each([
    [['--seed', '1'], '--times is missing: write a whole number from 1 to 100'],
    [['--times', '3'], '--seed is missing'],
    [['--times', '0', '--seed', '1'], '--times 0'],
    [['--times', '101', '--seed', '1'], '--times 101'],
    [['--times', '3', '--seed', 'x'], '--seed x'],
    [['--times', '3', '--seed', '1', '--minutes', '61'], '--minutes 61: write a whole number from 1 to 60'],
    [['--times', '3', '--seed', '1', '--json', ''], '--json is empty'],
    [['--runs', '3'], 'runs'],
  ])('%j: says what is wrong and how to mend it', (args, problem) => {
    const parsed = parseReal(asking, args);
    expect(parsed.ok ? '' : parsed.problem).toContain(problem);
    expect(parsed.ok ? '' : parsed.problem).toContain('Usage: npm run chaos -- soak');
  });

  it.each(['kill', 'disk', 'view', 'soak'])(
    '%s is a kind, and refuses what it does not know',
    async (name) => {
      const { kind } = await (
        kinds[name] as () => Promise<{
          kind: typeof import('../../../../build/chaos/real/kill/kind.ts')['kind'];
        }>
      )();
      expect(kind.usage).toContain(`npm run chaos -- ${name} --times <N> --seed <S>`);
      expect(await kind.run(['--nonsense'])).toBe(2);
    },
  );
});

describe('an account', () => {
  const terms = { faults: ['kill'], promises: { kept: 'what is kept', other: 'what else' } } as const;
  const account = () => new Account<'kill', 'kept' | 'other'>(terms);

  it('is good where everything was checked and nothing was broken or lost', () => {
    const one = account();
    one.check('kept', 1, true, () => 'no');
    one.check('other', 1, true, () => 'no');
    expect(one.good).toBe(true);
  });

  it('is not where a promise was never checked', () => {
    const one = account();
    one.check('kept', 1, true, () => 'no');
    expect(one.unchecked).toEqual(['other']);
    expect(one.good).toBe(false);
    expect(asText(one.report('kill', 1, 7, 1), one, 'kills')).toMatch(/NEVER CHECKED +what else/);
  });

  it.each([
    [
      'something is broken',
      (one: ReturnType<typeof account>) => one.check('kept', 2, false, () => 'it broke'),
    ],
    ['something is lost', (one: ReturnType<typeof account>) => one.lose(1)],
    ['a round came to no verdict', (one: ReturnType<typeof account>) => one.fail(2, 'no verdict')],
  ])('is not where %s', (_what, spoil) => {
    const one = account();
    one.check('kept', 1, true, () => 'no');
    one.check('other', 1, true, () => 'no');
    spoil(one);
    expect(one.good).toBe(false);
  });

  it('reports in the shape of the simulation', () => {
    const one = account();
    one.tookEffect('kill', 3);
    one.check('kept', 1, true, () => 'no', 20);
    one.check('kept', 2, false, () => 'it broke');
    one.lose(2);
    expect(one.report('kill', 12, 7, 1.26)).toEqual({
      kind: 'kill',
      runs: 12,
      seed: 7,
      faults: { kill: 3 },
      promises: { 'what is kept': { checked: 21, broken: 1 }, 'what else': { checked: 0, broken: 0 } },
      lost: 2,
      seconds: 1.3,
    });
    expect(asText(one.report('kill', 12, 7, 1.26), one, 'kills')).toContain('round 2  kept: it broke');
  });
});
