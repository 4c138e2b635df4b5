import type { entry as en } from './en-entry.ts';
import { asTyped } from './typed-number.ts';

export const entry: typeof en = {
  text: (problem) =>
    problem.kind === 'lost'
      ? '含有丢失的字符（�）：请重新填写'
      : `最多 ${problem.most} 个字符，超出 ${problem.tooMany} 个`,
  ambiguous: ([one, other]) => `可能是两个数：请填写 ${asTyped(one)} 或 ${asTyped(other)}`,
  refused: (fields) => `控制台拒绝了所填内容：${fields.join('；')}`,
  refusedField: (field, why) => `${field}：${why}`,
};
