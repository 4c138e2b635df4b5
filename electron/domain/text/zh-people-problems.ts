import { about, type Pattern } from './zh-patterns.ts';

/** What is wrong with `people.json`, part by part (`access/people-file.ts`, `access/people-schema.ts`). */
export const peopleProblems: readonly Pattern[] = [
  about('^people (?<path>.+?): ', ({ path }) => `人员文件 ${path}：`),
  about('not valid JSON \\((?<why>.+)\\)(?=\\. Mend)', ({ why = '' }) => `不是有效的 JSON（${why}）`),
  about('is empty(?=\\. Mend)', () => '文件为空'),
  about('cannot be read \\((?<why>.+)\\)', ({ why }) => `无法读取（${why}）`),
  about(
    ' Nobody can sign in until then, and the file is left as it is\\.$',
    () => '在此之前无人可以登录；文件保持原样。',
  ),
  about('\\. Mend the file and start again\\.', () => '。请修改文件后重新启动。'),
  about('\\. Give this user the right to it\\.', () => '。请为当前用户授予读取权限。'),
  about('must be LOW signs of 0-9 and a-f', ({ low }) => `应为 ${low} 个 0-9、a-f 字符`),
  about('must be LOW', ({ low }) => `应为 ${low}`),
  about('must be a list', () => '应为列表'),
  about('must not begin or end with a blank', () => '首尾不得有空格'),
  about('has (?<keys>".+?"), which nothing reads: take it out', ({ keys }) => `有未知的 ${keys}：请删除`),
  about('another person has it', () => '与他人重复'),
  about(': write who is meant, or make one inactive', () => '：请写明是谁，或停用其中一个'),
  about('another active person has it', () => '与另一名在用人员重复'),
  about(
    'nobody active has the role service: one has to stay, who adds the others',
    () => '没有在用的 service 角色：须保留一名，由其添加他人',
  ),
  about(
    'it was changed by something else, or is gone, and is left as it is\\. Start the console again\\.',
    () => '文件已被其他程序更改或已不存在，现保持原样。请重新启动控制台。',
  ),
];
