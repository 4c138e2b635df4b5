import { expect, it } from 'vitest';
import { linkDetail, selfTestDetail } from '../../../../electron/domain/text/zh-details.ts';
import { describeFault } from '../../../../native-bridge/rig/faults.ts';

it.each([
  ['20 replies in a row', '连续 20 次应答'],
  ['cavity probes differ by 0.12 °C', '体腔探头相差 0.12 °C'],
  ['fewer than two cavity probes, nothing compared', '体腔探头不足两个，未作比较'],
  ['1487 mL/min of 1500 asked', '1487 mL/min，设定 1500'],
  ['flow --- mL/min of 1500 asked', '流量 --- mL/min，设定 1500'],
  ['9.6 % power', '功率 9.6 %'],
  ['T4 open', 'T4 断路'],
  ['T4 44.10 °C at rest', 'T4 静止时 44.10 °C'],
  ['something new', 'something new'],
])('%s is said in Chinese where there is a word for it', (found, said) => {
  expect(selfTestDetail(found)).toBe(said);
});

it.each([
  [
    'Rig on simulator: the rig did not answer in time. Check cable and power; reconnecting.',
    'simulator 上的设备：未及时应答。请检查电缆和电源；正在重新连接。',
  ],
  [
    'Rig on /dev/ttyUSB0: the rig refused (exception 4). Check cable and power; reconnecting.',
    '/dev/ttyUSB0 上的设备：设备拒绝请求（异常码 4）。请检查电缆和电源；正在重新连接。',
  ],
  [
    '/dev/ttyUSB0 closed. Check cable and power; reconnecting.',
    '/dev/ttyUSB0 已关闭。请检查电缆和电源；正在重新连接。',
  ],
  ['its uptime went back', '其运行时间倒退'],
  ['simulator', 'simulator'],
])('of the link, %s is said in Chinese', (found, said) => {
  expect(linkDetail(found)).toBe(said);
});

it.each([
  'timeout',
  'crc',
  'block-crc',
  'invalid',
  'short',
  'exception',
  'stale-echo',
  'closed',
  'busy',
] as const)('has Chinese words for an exchange that failed: %s', (fault) => {
  expect(linkDetail(describeFault(fault))).not.toMatch(/[a-z]{4}/);
});
