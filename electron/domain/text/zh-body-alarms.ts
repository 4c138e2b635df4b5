import type { Words } from './dictionary.ts';
import { core, fixed, flow, ofProbe } from './zh-alarm-titles.ts';

export const temperatureAlarms = {
  'control-temperature-high': {
    name: '控制温度高',
    title: fixed('控制温度'),
    steps: ['检查体腔探头位置是否与所填一致', '若继续上升，按“停止加热”'],
  },
  'cavity-temperature-high': {
    name: '体腔温度高',
    title: ofProbe(''),
    steps: ['检查灌注管和探头', '继续循环，直至体腔降温', '回到控温范围后恢复加热'],
  },
  'cavity-temperature-rising': {
    name: '体腔温度正在升高',
    title: fixed('体腔温度一分钟内可能达到限值：'),
    steps: ['检查流量是否达到设定值', '若继续上升，按“停止加热”'],
  },
  'target-unreachable': {
    name: '无法达到目标温度',
    title: fixed('体腔最高可达'),
    steps: ['检查管路和灌注管；加大流量可提高升温', '告知手术医师：加大流量、降低目标温度或提前开始'],
  },
  'control-temperature-low': {
    name: '控制温度低',
    title: fixed('控制温度'),
    steps: ['检查加热和循环是否开启', '检查管路和灌注管有无打折'],
  },
  'control-temperature-very-low': {
    name: '控制温度过低',
    title: fixed('控制温度'),
    steps: ['检查加热和循环是否开启', '检查体腔探头位置是否与所填一致', '告知手术医师'],
  },
  'inflow-high': {
    name: '进水温度高',
    title: fixed('T1 进水'),
    steps: ['检查流量是否达到设定值', '若继续上升，按“停止加热”'],
  },
  'inflow-very-high': {
    name: '进水温度过高',
    title: fixed('T1 进水'),
    steps: ['检查设备上的加热器', '保持旁路，直至进水降温', '然后恢复加热'],
  },
  'core-temperature-low-limit': { name: '核心体温升高', title: core, steps: ['告知麻醉医师'] },
  'core-temperature-medium-limit': {
    name: '核心体温高',
    title: core,
    steps: ['告知麻醉医师和手术医师', '由团队决定为患者降温或降低目标温度'],
  },
  'core-temperature-high-limit': {
    name: '核心体温过高',
    title: core,
    steps: ['立即告知麻醉医师和手术医师', '除非医师决定降低目标温度，按“停止加热”'],
  },
} satisfies Partial<Words['alarm']>;

export const circuitAlarms = {
  'flow-deviation': {
    name: '流量偏离设定值',
    title: flow,
    steps: ['检查管路有无打折', '检查进水管路压力'],
  },
  'flow-deviation-large': {
    name: '流量严重偏离设定值',
    title: flow,
    steps: ['检查管路和管夹', '检查泵和灌注管', '如有疑问，按“暂停循环”'],
  },
  'flow-falling': {
    name: '流量正在下降',
    title: fixed('流量下降，一分钟内可能为'),
    steps: ['检查管路和灌注管有无打折、堵塞', '检查进水管路压力'],
  },
  'flow-missing': {
    name: '泵已开启但无流量',
    title: fixed('泵已开启但无流量：'),
    steps: ['检查泵头、管路和管夹', '检查储液是否充足', '如有疑问，按“暂停循环”'],
  },
  'drain-blocked': {
    name: '排液不畅',
    title: fixed('排液无液体流出，体腔液体未回收（计数）'),
    steps: [
      '检查出水管路、管夹和灌注管有无堵塞',
      '由手术医师决定调整灌注管或体位',
      '若仍存在：靠重力排液，并输入排出量',
    ],
  },
  'drain-unfinished': {
    name: '排液未完成',
    title: fixed('设备不再排出液体，尚不能确定体腔已空'),
    steps: ['检查泵、出水管路、管夹和灌注管', '再次要求排液', '若无液体流出：靠重力排液，并输入排出量'],
  },
  'no-flow-with-heater': {
    name: '加热时无流量',
    title: fixed('加热时无流量：'),
    steps: ['检查泵、管路和管夹', '先经旁路恢复循环', '然后恢复加热'],
  },
  'inflow-line-pressure-high': {
    name: '进水管路压力高',
    title: fixed('进水管路压力'),
    steps: ['打开管夹，检查进水管路和灌注管', '压力下降后恢复循环'],
  },
  'cavity-pressure-raised': {
    name: '体腔压力升高',
    title: fixed('体腔压力'),
    steps: ['检查出水是否通畅', '告知手术医师'],
  },
  'cavity-pressure-high': {
    name: '体腔压力高',
    title: fixed('体腔压力'),
    steps: ['打开出水管夹', '告知手术医师和麻醉医师', '由医师决定是否“立即排液”'],
  },
  'return-missing': {
    name: '回流缺失',
    title: fixed('回流占入流的比例'),
    steps: ['检查出水管：夹子、打折、负压、血块', '仍无回流则“暂停循环”', '与储液罐液位核对'],
  },
  'return-unseen': {
    name: '回流未确认',
    title: () => '本设备不测量回流',
    steps: ['查看出水管和储液罐', '确认有回流，否则“暂停循环”'],
  },
  'reservoir-falling': {
    name: '储液罐液位下降',
    title: fixed('储液罐比计数多失去'),
    steps: ['查看出水管，检查有无渗漏', '查看腹部', '查明原因前“暂停循环”'],
  },
  'cavity-volume-over-plan': {
    name: '体腔液量超过计划',
    title: fixed('体腔液量（估算）'),
    steps: ['检查出水是否通畅', '与储液量核对'],
  },
  'cavity-volume-over-largest': {
    name: '体腔液量超过上限',
    title: fixed('体腔液量（估算）'),
    steps: ['检查出水管路', '告知手术医师', '由医师决定是否“立即排液”'],
  },
} satisfies Partial<Words['alarm']>;
