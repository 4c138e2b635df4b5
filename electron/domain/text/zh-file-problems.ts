import { about, type Pattern } from './zh-patterns.ts';

const seen = (what = ''): string =>
  what
    .replace('the end of the file', '文件末尾')
    .replace('a line break', '换行')
    .replace('a control sign', '控制字符');

/** What keeps a file from being read, part by part (`utf8.ts`, `json-text.ts`, `text-file.ts`). */
export const fileProblems: readonly Pattern[] = [
  about('is empty\\.$', () => '文件为空。'),
  about('is larger than LOW MB: name another file', ({ low }) => `大于 ${low} MB：请指定其他文件`),
  about(
    'is not UTF-8 \\(byte (?<byte>\\S+) at offset LOW\\), perhaps GBK, GB18030 or Windows-1252: save it as UTF-8',
    ({ byte, low }) =>
      `不是 UTF-8（偏移 ${low} 处的字节 ${byte}），可能是 GBK、GB18030 或 Windows-1252：请另存为 UTF-8`,
  ),
  about(
    'is UTF-(?<bits>16|32)(?<order> \\((?:little|big)-endian\\))?: save it as UTF-8',
    ({ bits, order = '' }) =>
      `是 UTF-${bits}${order.replace(' (little-endian)', '（小端）').replace(' (big-endian)', '（大端）')}：请另存为 UTF-8`,
  ),
  about(
    'holds a character that was lost \\(U\\+FFFD\\) at line LOW, column HIGH: write it again',
    ({ low, high }) => `第 ${low} 行第 ${high} 列有丢失的字符（U+FFFD）：请重新填写`,
  ),
  about('line LOW, column HIGH: ', ({ low, high }) => `第 ${low} 行第 ${high} 列：`),
  about(
    'a text with a character that was lost \\(U\\+FFFD\\): write it again',
    () => '文字中有丢失的字符（U+FFFD）：请重新填写',
  ),
  about(
    'expected a value, found (?<what>the end of the file|a line break|a control sign|\\S)',
    ({ what }) => `此处应为值，却是 ${seen(what)}`,
  ),
  about(
    'expected a name in quotes, found (?<what>the end of the file|a line break|a control sign|\\S)',
    ({ what }) => `此处应为带引号的名称，却是 ${seen(what)}`,
  ),
  about(
    'expected (?<one>"\\S")(?: or (?<other>"\\S"))?, found (?<what>the end of the file|a line break|a control sign|\\S)',
    ({ one, other, what }) =>
      `此处应为 ${one}${other === undefined ? '' : ` 或 ${other}`}，却是 ${seen(what)}`,
  ),
  about('(?<what>a line break|a control sign) inside a text', ({ what }) => `文字中有${seen(what)}`),
  about('a text without its closing quote', () => '文字缺少结束引号'),
  about('an unknown escape', () => '未知的转义'),
  about('a second (?<name>".*?") in one object', ({ name }) => `同一对象中 ${name} 重复`),
  about('nested deeper than LOW levels', ({ low }) => `嵌套超过 ${low} 层`),
  about('(?<what>a line break|a control sign|\\S) after the end', ({ what }) => `结束后还有 ${seen(what)}`),
  about('it is a folder, not a file', () => '这是文件夹，不是文件'),
];
