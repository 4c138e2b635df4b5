import { missing } from './zh-names.ts';

/** What the self-test says it found, by how it begins; it comes with its figures from where it was judged. */
const details: readonly (readonly [found: RegExp, said: string])[] = [
  [/^(\d+) replies in a row$/, '连续 $1 次应答'],
  [/^cavity probes differ by (.+)$/, '体腔探头相差 $1'],
  [/^fewer than two cavity probes, nothing compared$/, '体腔探头不足两个，未作比较'],
  [/^(T\d) (.+) °C at rest$/, '$1 静止时 $2 °C'],
  [/^flow (.+) mL\/min of (.+) asked$/, '流量 $1 mL/min，设定 $2'],
  [/^(.+) mL\/min of (.+) asked$/, '$1 mL/min，设定 $2'],
  [/^heater power (.+) % while on$/, '加热开启时功率 $1 %'],
  [/^(.+) % power$/, '功率 $1 %'],
  [/^machine turned its heater off by itself$/, '设备自行关闭加热器'],
  [/^heater stays on without a heartbeat$/, '无心跳时加热器仍开启'],
  [/^machine went on without a heartbeat$/, '无心跳时设备仍继续运行'],
  [/^heater and pump off, no interlock$/, '加热和泵关闭，无联锁'],
  [/^an interlock stays latched, or heater or pump stays on$/, '联锁未解除，或加热器、泵仍开启'],
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

/** What the link says of itself, part by part; a port has the name it has. */
const linkDetails: readonly (readonly [found: RegExp, said: string])[] = [
  [/^Rig on (.+?): /, '$1 上的设备：'],
  [/^(\S+) closed(?=[.:])/, '$1 已关闭'],
  [/the rig did not answer in time/, '未及时应答'],
  [/the reply was damaged \((.+?)\)/, '应答受损（$1）'],
  [/the reply was not of this rig or was damaged \((.+?)\)/, '应答不属于本设备或受损（$1）'],
  [/the reply holds .+? that map version 1 does not know/, '应答含有映射版本 1 未知的状态、模式或探头状态'],
  [/the reply was cut short/, '应答不完整'],
  [/the rig refused/, '设备拒绝请求'],
  [/ \(exception (\d+)\)/, '（异常码 $1）'],
  [/the reply was to an earlier heartbeat/, '应答对应较早的心跳'],
  [/the rig answered after (\d+) ms, this console waits (\d+)/, '设备在 $1 ms 后应答，本控制台只等待 $2 ms'],
  [/ and can wait (\d+) at most/, '，最多可等待 $1 ms'],
  [/; set (deadlineMs=\d+) \((--rig .+?)\)/, '；请设置 $1（$2）'],
  [/the port closed while the rig was being identified/, '识别设备时端口已关闭'],
  [/an exchange did not end\. Reconnecting\./, '一次通信没有结束。正在重新连接。'],
  [/the port is closed/, '端口已关闭'],
  [/an exchange is in flight already/, '上一次通信尚未完成'],
  [/\. Check cable and power; reconnecting\.$/, '。请检查电缆和电源；正在重新连接。'],
  [/^its uptime went back$/, '其运行时间倒退'],
];

/** In Chinese as far as there are words for it; as it was found otherwise. */
export const linkDetail = (detail: string): string =>
  linkDetails.reduce((text, [found, said]) => text.replace(found, said), detail);
