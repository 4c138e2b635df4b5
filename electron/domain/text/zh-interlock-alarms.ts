import type { AlarmWords } from './dictionary.ts';

const off = '设备已关闭加热。';
const stopped = '设备已关闭加热和泵。';
const interlock = (name: string, did: string, steps: AlarmWords['steps']): AlarmWords => ({
  name: `设备联锁：${name}`,
  title: () => `设备联锁：${name}`,
  did,
  steps,
});

/** 设备联锁：设备已做了什么，各自应如何处理。 */
export const interlockAlarms = {
  'interlock-watchdog-expired': interlock(
    '设备失去控制台信号，自动停热',
    '设备未收到控制台信号：加热关闭，注液停止，循环和排液继续。',
    ['查看设备：哪些在运行，哪些已停止', '解除联锁', '先恢复已停止的循环，再恢复加热'],
  ),
  'interlock-over-temperature': interlock('超温', '设备已关闭加热，液体走旁路。', [
    '等待进水温度降至限值以下',
    '检查设备上的加热器和流量',
    '解除联锁，然后恢复加热',
  ]),
  'interlock-no-flow': interlock('无流量', '设备已关闭加热；泵仍在尝试运转。', [
    '检查泵头、管夹和管路有无打折',
    '液体流动后解除联锁',
    '然后恢复加热',
  ]),
  'interlock-air-in-line': interlock('管路进气', stopped, [
    '夹闭患者端进水管路',
    '查找进气部位，重新充满管路',
    '解除联锁，先恢复循环，再恢复加热',
  ]),
  'interlock-reservoir-low': interlock('储液量低', '设备已关闭加热和泵；排液继续。', [
    '检查有无漏液，液体是否滞留体腔',
    '由团队决定是否补充储液',
    '解除联锁，先恢复循环，再恢复加热',
  ]),
  'interlock-over-pressure': interlock('压力过高', stopped, [
    '打开管夹，检查进水管路和灌注管',
    '告知手术医师',
    '压力下降后解除联锁，先恢复循环，再恢复加热',
  ]),
  'interlock-heater-fault': interlock('加热器故障', `${off}循环继续，不加热。`, [
    '检查设备上的加热器',
    '解除联锁，然后恢复加热',
    '若仍存在：告知手术医师，提前结束或不加热继续',
  ]),
  'interlock-pump-fault': interlock('泵故障', stopped, [
    '检查泵头和泵管',
    '解除联锁，先恢复循环，再恢复加热',
    '若仍存在：告知手术医师，靠重力排液',
  ]),
  'interlock-cover-open': interlock('泵盖打开', stopped, [
    '手离开泵，关上泵盖',
    '解除联锁',
    '先恢复循环，再恢复加热',
  ]),
  'interlock-on-battery': interlock('电池供电', `${off}泵和监测由电池维持。`, [
    '检查电源插头和供电',
    '不加热循环；趁电池有电时排液',
    '恢复供电后：解除联锁，恢复加热',
  ]),
  'interlock-inflow-sensor-fault': interlock('进水温度传感器故障', `${off}循环继续，不加热。`, [
    '检查进水传感器 T1 的插头和导线',
    'T1 恢复读数后解除联锁',
    '然后恢复加热',
  ]),
} satisfies Record<string, AlarmWords>;
