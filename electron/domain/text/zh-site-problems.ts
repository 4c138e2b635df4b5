import { about, type Pattern } from './zh-patterns.ts';

/** What is wrong with a site file, part by part (`contract/site-schema.ts`, `program/site-file.ts`). */
export const siteProblems: readonly Pattern[] = [
  about('^site (?<path>.+?): ', ({ path }) => `规则文件 ${path}：`),
  about('must be LOW to HIGH, its hard bounds', ({ low, high }) => `应在其上下限 ${low} 至 ${high} 之间`),
  about('must be LOW to HIGH, or null', ({ low, high }) => `应为 ${low} 至 ${high}，或 null`),
  about('must be LOW to HIGH', ({ low, high }) => `应为 ${low} 至 ${high}`),
  about('must be at least LOW', ({ low }) => `不得低于 ${low}`),
  about('must be at most LOW', ({ low }) => `不得高于 ${low}`),
  about('must be below (?<than>[a-z-]+), LOW', ({ than, low }) => `应低于 ${than}（${low}）`),
  about('this console reads version (?<version>\\d+)', ({ version }) => `本控制台读取版本 ${version}`),
  about('must be true or false', () => '应为 true 或 false'),
  about('must be a number', () => '应为数字'),
  about('must be a whole number', () => '应为整数'),
  about('must be an object', () => '应为对象'),
  about('must be a text', () => '应为文字'),
  about(
    'must be one of (?<of>[a-z-]+(?:, [a-z-]+)*)',
    ({ of = '' }) => `应为 ${of.replaceAll(', ', '、')} 之一`,
  ),
  about(
    'no site has (?<keys>".+?"): check its spelling, or take it out',
    ({ keys }) => `规则中没有 ${keys}：请检查拼写或删除`,
  ),
  about('must be a list', () => '应为列表'),
  about('at most LOW lines', ({ low }) => `最多 ${low} 项`),
  about('(?<id>".+?") is there twice', ({ id }) => `${id} 出现两次`),
  about('a name is there twice', () => '有名称出现两次'),
  about('must be above lowest', () => '应大于最低值'),
  about(
    'must be small letters and digits with hyphens between, as "wound-edge"',
    () => '应为小写字母和数字，以连字符相连，例如 "wound-edge"',
  ),
  about('write the date as YYYY-MM-DD', () => '日期请写作 YYYY-MM-DD'),
  about('no value of a site is called that', () => '规则中没有这一项'),
  about('who signed is missing', () => '缺少签字人'),
  about('a name is missing', () => '缺少名称'),
  about(': is missing', () => '：缺失'),
  about(
    '(?<asked>\\S+): write "simulator" or "serial:<path>", for example (?<example>[^\\s.]+)',
    ({ asked, example }) => `${asked}：请写 "simulator" 或 "serial:<path>"，例如 ${example}`,
  ),
  about('it is gone\\. ?', () => '文件已不存在。'),
  about('\\. Mend the file and start again\\. ?', () => '。请修改文件后重新启动。'),
  about(
    'The last good rules stay in force: (?<name>.+)\\.$',
    ({ name }) => `仍沿用上一份正确的规则：${name}。`,
  ),
  about(
    'The rules that are shipped are in force: (?<name>.+)\\.$',
    ({ name }) => `现用随程序提供的规则：${name}。`,
  ),
  about(
    'it is in force, but could not be kept as the last good one \\((?<why>.+)\\)\\.$',
    ({ why }) => `规则有效，但未能另存备份（${why}）。`,
  ),
];
