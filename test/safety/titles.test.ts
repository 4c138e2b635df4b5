import { describe, expect, it } from 'vitest';
import { hasTest, readTestFile } from './test-ids.ts';

const source = `
  describe('the pump', () => {
    it('turns', () => {});
    it.skip('flies', () => {});
    it.each([['low', 100], ['high', 900]] as const)('at %s flow %i', () => {});
    test(\`stops in \${phase}\`, () => {});
  });
  describe.each(table)('$code in $mode', () => { it('sounds', () => {}); });
  test.skip(!here);
  // ${'.'.repeat(600)}
  const far = 'medium';
`;

const file = readTestFile(source);

describe('the titles of a test file', () => {
  it('are those of its suites and tests, in the suites they stand in, as written', () => {
    expect(file.titles).toEqual([
      'the pump',
      'the pump > turns',
      'the pump > at %s flow %i',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: that is how it is written there
      'the pump > stops in ${phase}',
      '$code in $mode',
      '$code in $mode > sounds',
    ]);
  });
});

describe('a test is found', () => {
  it.each(['the pump', 'the pump > turns', 'the pump > at %s flow %i', '$code in $mode > sounds'])(
    'by its titles: %s',
    (titles) => expect(hasTest(file, titles)).toBe(true),
  );

  it('by a row of its table', () => {
    expect(hasTest(file, 'the pump > at low flow 100')).toBe(true);
  });

  it.each([
    'turns',
    'the pump > flies',
    'the pump > at no flow 100',
    'the pump > at medium flow 900',
    'the pump > at lo flow 100',
  ])('but not where there is none: %s', (titles) => expect(hasTest(file, titles)).toBe(false));
});
