import type { entry as en } from './en-entry.ts';

export const entry: typeof en = {
  text: (problem) =>
    problem.kind === 'lost'
      ? '含有丢失的字符（�）：请重新填写'
      : `最多 ${problem.most} 个字符，超出 ${problem.tooMany} 个`,
  ambiguous: '千位还是小数？请去掉分隔符',
  refused: (fields) => `控制台拒绝了所填内容：${fields.join('；')}`,
  refusedField: (field, why) => `${field}：${why}`,
};
