import { describe, expect, it } from 'vitest';
import { siteKeys } from '../../../../electron/domain/site-change.ts';
import { siteKeyName } from '../../../../electron/domain/text/dictionary.ts';
import { en } from '../../../../electron/domain/text/en.ts';
import { zh } from '../../../../electron/domain/text/zh.ts';

const chinese = /\p{Script=Han}/u;

describe('words for the values of a site', () => {
  it('are there for each key, each its own, in both languages', () => {
    expect(siteKeys.length).toBeGreaterThan(35);
    for (const words of [en, zh]) {
      const names = siteKeys.map((key) => siteKeyName(words, key));
      expect(names.filter((name, index) => name === siteKeys[index])).toEqual([]);
      expect(new Set(names).size).toBe(siteKeys.length);
    }
    expect(siteKeys.filter((key) => !chinese.test(siteKeyName(zh, key)))).toEqual([]);
  });

  it('show a key that another console wrote as it is', () => {
    expect([siteKeyName(en, 'alarmLimits.core-odd'), siteKeyName(zh, 'toString2')]).toEqual([
      'alarmLimits.core-odd',
      'toString2',
    ]);
  });

  it.each([
    ['must be 2 to 200', '应为 2 至 200'],
    ['is missing', '缺失'],
    ['must be a list', '应为列表'],
    ['must be above lowest', '应高于最低值'],
    ['must be 1 to 240, or null', '应为 1 至 240，或 null'],
    ['"wound-edge" is there twice', '“wound-edge”重复'],
    ['at most 60 lines', '最多 60 行'],
    ['at most 200 characters', '最多 200 个字符'],
    [
      'this start was given its rules by --site: change that file, and start again',
      '本次启动由 --site 指定规则文件：请修改该文件后重新启动',
    ],
    [
      '/data/site.json was changed by something else, or is gone, and is left as it is: start the console again',
      '/data/site.json 已被其他程序更改或已不存在，未作改动：请重新启动控制台',
    ],
    [
      'it could not be written to /data/site.json: ENOSPC: no space left on device, write',
      '无法写入 /data/site.json：ENOSPC: no space left on device, write',
    ],
  ])('say in Chinese that a value %s', (said, inChinese) => {
    expect(zh.siteProblem(said)).toBe(inChinese);
    expect(en.siteProblem(said)).toBe(said);
  });

  it('say of a file of version 2 what to do, in Chinese', () => {
    const said = zh.problem(
      'site /data/site.json: it is of version 2, as the console before read it: its rules are in force, what version 3 has besides is as shipped, ' +
        'and nobody has signed for any value. Go through Site in the menu of a service engineer, or write version 3 (docs/site.md).',
    );
    expect(said).toMatch(/^规则文件 \/data\/site\.json：这是版本 2.*请由维修工程师/);
    expect(said.replaceAll(/\/data\/site\.json|docs\/site\.md/g, '')).not.toMatch(/[a-z]{4,}/);
  });
});
