import { missing } from './zh-names.ts';

/** What the self-test says it found, by how it begins; it comes with its figures from where it was judged. */
const details: readonly (readonly [found: RegExp, said: string])[] = [
  [/^(\d+) replies in a row$/, '连续 $1 次应答'],
  [/^cavity probes differ by (.+)$/, '体腔探头相差 $1'],
  [/^(T\d) (.+) °C at rest$/, '$1 静止时 $2 °C'],
  [/^flow (.+) mL\/min of (.+) asked$/, '流量 $1 mL/min，设定 $2'],
  [/^(.+) mL\/min of (.+) asked$/, '$1 mL/min，设定 $2'],
  [/^heater power (.+) % while on$/, '加热开启时功率 $1 %'],
  [/^(.+) % power$/, '功率 $1 %'],
  [/^machine turned its heater off by itself$/, '设备自行关闭加热器'],
  [/^heater stays on without a heartbeat$/, '无心跳时加热器仍开启'],
  [/^machine went on without a heartbeat$/, '无心跳时设备仍继续运行'],
  [/^heater off, no interlock$/, '加热关闭，无联锁'],
  [/^an interlock stays latched or the heater stays on$/, '联锁未解除或加热器仍开启'],
  [/^no telemetry$/, '无遥测数据'],
];

/** In Chinese where there is a word for it; as it was found otherwise. */
export function selfTestDetail(detail: string): string {
  const probe = /^(T\d) ([a-z-]+)$/.exec(detail);
  const reason = probe?.[2] as keyof typeof missing | undefined;
  if (probe !== null && reason !== undefined && reason in missing) return `${probe[1]} ${missing[reason]}`;
  const known = details.find(([found]) => found.test(detail));
  return known === undefined ? detail : detail.replace(known[0], known[1]);
}
