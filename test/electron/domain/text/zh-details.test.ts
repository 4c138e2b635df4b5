import { expect, it } from 'vitest';
import { selfTestDetail } from '../../../../electron/domain/text/zh-details.ts';

it.each([
  ['20 replies in a row', '连续 20 次应答'],
  ['cavity probes differ by 0.12 °C', '体腔探头相差 0.12 °C'],
  ['1487 mL/min of 1500 asked', '1487 mL/min，设定 1500'],
  ['flow --- mL/min of 1500 asked', '流量 --- mL/min，设定 1500'],
  ['9.6 % power', '功率 9.6 %'],
  ['T4 open', 'T4 断路'],
  ['T4 44.10 °C at rest', 'T4 静止时 44.10 °C'],
  ['something new', 'something new'],
])('%s is said in Chinese where there is a word for it', (found, said) => {
  expect(selfTestDetail(found)).toBe(said);
});
