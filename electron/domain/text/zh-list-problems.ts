import { about, type Pattern } from './zh-patterns.ts';

/** What is wrong with the lists of a site, and why its desk refuses a value (`contract/site-lists-schema.ts`, `program/site-desk.ts`). */
export const listProblems: readonly Pattern[] = [
  about('^is missing$', () => '缺失'),
  about('who signed is missing', () => '缺少签认人'),
  about('must be a list', () => '应为列表'),
  about('must be above lowest', () => '应高于最低值'),
  about('must be LOW to HIGH, or null', ({ low, high }) => `应为 ${low} 至 ${high}，或 null`),
  about('at most LOW lines', ({ low }) => `最多 ${low} 行`),
  about('"(?<id>[a-z0-9-]+)" is there twice', ({ id }) => `“${id}”重复`),
  about('a name is there twice', () => '名称重复'),
  about(
    'must be small letters and digits with hyphens between, as "wound-edge"',
    () => '只能用小写字母和数字，以连字符相连，如 "wound-edge"',
  ),
  about('must be a date as (?<form>[A-Z-]+)', ({ form }) => `应为 ${form} 格式的日期`),
  about('no value of a site is called that', () => '规则中没有这一项'),
  about('nothing is signed for', () => '没有要签认的项目'),
  about(
    'this start was given its rules by --site: change that file, and start again',
    () => '本次启动由 --site 指定规则文件：请修改该文件后重新启动',
  ),
  about(
    '(?<path>.+?) was changed by something else, or is gone, and is left as it is: start the console again',
    ({ path }) => `${path} 已被其他程序更改或已不存在，未作改动：请重新启动控制台`,
  ),
  about('it could not be written to (?<path>.+?): (?<why>.+)', ({ path, why }) => `无法写入 ${path}：${why}`),
  about(
    'version 2 has no (?<keys>".+?"): write version 3, or take it out',
    ({ keys }) => `版本 2 没有 ${keys}：请写版本 3，或删除`,
  ),
  about(
    'it is of version 2, as the console before read it: its rules are in force, what version 3 has besides is as shipped, and nobody has signed for any value\\. Go through Site in the menu of a service engineer, or write version 3 \\(docs/site\\.md\\)\\.',
    () =>
      '这是版本 2（旧版控制台的格式）：其规则仍有效，版本 3 新增的各项采用随程序提供的值，所有项目均无人签认。请由维修工程师在菜单“单位设置”中逐项核对，或将文件改写为版本 3（docs/site.md）。',
  ),
];
