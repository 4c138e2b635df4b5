import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { alarmCodes } from '../../electron/domain/alarm.ts';
import { en } from '../../electron/domain/text/en.ts';
import { zh } from '../../electron/domain/text/zh.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('every alarm', () => {
  it.each(alarmCodes)('%s says in both languages in one to three steps what to do now', (code) => {
    for (const { alarm } of [en, zh]) {
      const { name, steps } = alarm[code];
      expect(name.trim()).not.toBe('');
      expect(steps.length).toBeGreaterThanOrEqual(1);
      expect(steps.length).toBeLessThanOrEqual(3);
      for (const step of steps) expect(step.trim()).not.toBe('');
    }
    expect(zh.alarm[code].steps).toHaveLength(en.alarm[code].steps.length);
  });
});

describe('nothing that is shipped', () => {
  /** Drugs of published HIPEC protocols, in both languages. */
  const drugs =
    /cisplatin|oxaliplatin|carboplatin|lobaplatin|nedaplatin|mitomycin|doxorubicin|paclitaxel|docetaxel|irinotecan|raltitrexed|fluorouracil|铂|丝裂霉素|多柔比星|紫杉|伊立替康|雷替曲塞|氟尿嘧啶/i;
  const texts = globSync(
    ['electron/**/*.ts', 'renderer/**/*.{ts,tsx}', 'assets/presets/*.json', 'docs/operators-guide.md'],
    { cwd: root },
  );

  it('names a drug that somebody might take for a proposal', () => {
    expect(texts.length).toBeGreaterThan(200);
    expect(texts.filter((path) => drugs.test(read(path)))).toEqual([]);
  });

  it('plans an addition but for when a fraction of what is prescribed is due', () => {
    const presets = texts.filter((path) => path.startsWith('assets/presets/'));
    expect(presets).toHaveLength(11);
    const labels = presets.flatMap((path) =>
      JSON.parse(read(path)).additions.map(({ label }: { label: string }) => label),
    );
    // Three in each of two cards.
    expect(labels).toHaveLength(6);
    expect(
      labels.filter((label) => !/^(First|Second|Third) fraction \(one (half|quarter)\)$/.test(label)),
    ).toEqual([]);
  });
});

describe('what it is not', () => {
  it.each(['README.md', 'docs/operators-guide.md', 'docs/safety/README.md'])('stands in %s', (path) => {
    expect(read(path).replaceAll('\n', ' ')).toContain('not a cleared medical device');
  });

  it('stands on the screen a run is set up on, in both languages', () => {
    expect(read('renderer/text/en-setup.ts')).toContain('Not a cleared medical device');
    expect(read('renderer/text/zh-setup.ts')).toContain('未获批准上市的医疗器械');
  });
});
