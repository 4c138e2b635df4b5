import { number, zh as words } from '../../electron/contract/text.ts';
import type * as en from './en-form.ts';
import { wallTime } from './format.ts';
import { entry } from './zh-entry.ts';

export const fields: typeof en.fields = {
  familyName: '姓',
  givenName: '名',
  sex: '性别',
  birthDate: '出生日期',
  hospitalNumber: '住院号',
  issuer: '发号机构',
  visitNumber: '就诊号',
  orderNumber: '医嘱号',
  bed: '床号',
  referringWard: '送治病区',
  returnWard: '治疗后返回病区',
  heightCm: '身高，cm',
  weightKg: '体重，kg',
  allergyAnswer: '过敏史',
  allergyText: '过敏原',
  otherTreatments: '其他肿瘤治疗',
  bodyTemperature: '治疗前体温，°C',
  feverAcceptedBy: '体温高于 38 °C，决定继续者',
  fluidBefore: '体腔内是否已有液体？',
  fluidMl: '大约多少，mL',
  cavity: '体腔',
  side: '侧别',
  technique: '灌注方式',
  setting: '治疗场景',
  diagnosis: '诊断',
  indication: '适应证',
  procedure: '手术或操作名称',
  sessionNumber: '第几次治疗',
  sessionsPlanned: '计划共几次',
  ...words.teamIn(null),
  anaesthetist: '麻醉医师',
  prescriber: '开具医师',
  disposablesLot: '耗材批号',
  disposablesExpiry: '耗材有效期',
  drugs: '药物',
  site2: 'T2',
  site3: 'T3',
  site4: 'T4',
  coreSite: '核心体温部位',
  catheters: '灌注管',
  contraindications: '禁忌证',
  checklist: '核查清单',
  preset: '方案',
  rig: '设备',
  machine: '设备状态',
  fluidLeft: '上次运行留存液体',
  storage: '记录所在磁盘',
};

export const drugFields: typeof en.drugFields = {
  name: '药名',
  doseMg: '剂量，mg',
  volumeMl: '体积，mL',
  diluent: '溶媒',
  lot: '批号',
  expiry: '有效期',
  preparedBy: '配制人',
  addition: '对应哪次计划加药',
};

export const fieldHints: typeof en.fieldHints = {
  date: 'YYYY-MM-DD',
  coreSite: '食管、膀胱…',
  perfusionist: '印于报告；操作者须登录',
};

export const one: typeof en.one = {
  identifier: (count) => `其他号码 ${count}`,
  issuer: (count) => `号码 ${count} 的发号机构`,
  otherTreatment: (count) => `其他治疗 ${count}`,
  otherTreatmentDate: (count) => `其他治疗 ${count} 的日期`,
  drug: (count, field) => `药物 ${count}：${field}`,
  catheter: (count) => `${count} 号灌注管`,
  place: (probe) => `${probe} 所在部位`,
  reason: (of) => `${of}：仍继续的原因`,
  clinician: (of) => `${of}：作出决定的医师`,
  notDone: (of) => `${of}：未完成的原因`,
};

export const fieldProblems: typeof en.fieldProblems = {
  missing: '未填写',
  date: '请按 YYYY-MM-DD 填写',
  futureDate: '日期在未来',
  expired: '已过期',
  number: (low, high) => `${number(low)} 至 ${number(high)} 之间的数`,
  whole: (low, high) => `${low} 至 ${high} 之间的整数`,
  notSoMany: (planned) => `计划只有 ${planned} 次`,
  oneName: '姓和名至少填一项',
  issuerAlone: '未填写号码',
  unanswered: '未回答',
  fever: (celsius) => `${number(celsius, 1)} °C 高于 38 °C：请填写决定继续者`,
  fittedNotUsed: (probe) => `本设备已接 T${probe}：请选择位置，或再按一次“未使用”确认不用`,
  sitesTwice: (site) => `有两个探头位于${words.probeSite[site]}`,
  otherCavity: '是其他体腔的部位：请重新选择',
  unansweredFluid: '请回答：无、大约多少，或未知',
  drugs: '请填写计划用药，或确认不用药',
  noSuchAddition: '方案中没有这次加药：请重新选择',
  count: (open) => `${open} 项未回答`,
  mustBeDone: '完成后方可开始运行',
  noSound: (audio) => `现在不能选“已完成”：${audio}`,
  catheter: ({ what }) => {
    switch (what.kind) {
      case 'no-place':
        return '请填写部位';
      case 'place-too-long':
        return `超出 ${what.tooMany} 个字符`;
      case 'place-lost':
        return entry.text({ kind: 'lost' });
      case 'french':
        return `管径为 ${what.lowest} 至 ${what.highest} Fr`;
    }
  },
  machine: {
    faulted: '本控制台发生故障：请重新启动',
    anotherConsole: '另一台控制台正在控制设备：请先关闭它',
    notStoodDown: '尚未停机：请按“关闭加热和泵”，并检查患者体内是否有液体',
    notHeard: '尚未收到设备状态',
    rescue: {
      off: '正在关闭加热和泵：请等待停机',
      'circulate-unheated': '正在不加热循环：请先按“关闭加热和泵”',
      drain: '正在排液：请先按“排液结束”',
    },
  },
  fluidLeft: '请排液，或由具名人员说明其去向',
  choosePreset: '请选择',
  presetValues: (field, problem, more) => `${field}：${problem}${more === 0 ? '' : `，另有 ${more} 项`}`,
  presetMismatch: (preset) =>
    `${preset.name}适用于${words.cavity[preset.cavity]}、${words.setting[preset.setting]}`,
  rig: '未连接',
  storage: (free, needed) =>
    `剩余 ${number(Math.floor(free))}\u00a0MB，一次运行需要 ${number(needed)}\u00a0MB：请释放磁盘空间`,
};

export const form: typeof en.form = {
  more: '下方还有内容',
  recalled: (session) => `取自第 ${session} 次治疗：请与患者和医嘱核对。会变化的项目已清空，需重新填写。`,
  person: '患者身份',
  stay: '病区与号码',
  body: '身体与过敏',
  before: '本次治疗前',
  addNumber: '+ 号码',
  remove: '删除',
  removeOf: (name) => `删除：${name}`,
  sameWard: '同送治病区',
  kind: '类别',
  treatmentText: '内容及给药途径',
  treatmentDate: '日期',
  addTreatment: '+ 治疗',
  noTreatments: '未填写',
  what: '治疗部位与方式',
  why: '治疗目的与次数',
  people: '人员与耗材',
  cavitiesOnly: '本设备只用于体腔灌注，不得用于动脉或任何血管：其流量、压力和防气限值均不适用。',
  addDrug: '+ 药物',
  noDrugs: '计划不用药',
  drugHeading: (count) => `药物 ${count}`,
  asEntered: '按医嘱和实际配制填写。控制台不建议、也不核对药物和剂量。',
  noAddition: '均不是',
  addition: (count, minute, label) => `${count}：第 ${minute} min${label === '' ? '' : `，${label}`}`,
  computed: '计算值',
  perM2: (mgPerM2) => `${number(mgPerM2, 1)} mg/m²`,
  perLitre: (mgPerL, fillMl) => `${number(mgPerL, 1)} mg/L（按计划充盈量 ${number(fillMl)} mL）`,
  notComputed: '填写剂量、身高体重和计划充盈量后计算 mg/m² 和 mg/L',
  probes: '各探头的位置',
  t1: 'T1 为设备自身的进水传感器',
  otherPlace: '其他部位，请填写',
  catheters: '灌注管',
  addCatheter: '+ 灌注管',
  noCatheters: '未填写',
  direction: (count) => `${count} 号灌注管：进水或出水`,
  french: '管径，Fr',
  contraindications: '禁忌证：逐项回答',
  checklist: '核查清单',
  reason: '仍继续的原因',
  clinician: '作出决定的医师',
  whyNot: '未完成的原因',
  mustBeDone: '必须完成',
  answered: (by, atWallMs) =>
    [atWallMs === null ? '' : wallTime(atWallMs), by].filter((part) => part !== '').join(' '),
};

export const summary: typeof en.summary = {
  patient: '患者',
  site: '部位与侧别',
  plan: '方案',
  drugs: '药物',
  noDrugs: '不用药',
  allergies: '过敏史',
  session: (session, planned) => (planned === '' ? `第 ${session} 次` : `第 ${session} 次，共 ${planned} 次`),
  born: (date) => `${date} 出生`,
  comma: '，',
  colon: '：',
  dose: (mg) => `${mg} mg`,
};

export const bodySurface: typeof en.bodySurface = (m2, formula) =>
  m2 === null ? '体表面积由身高和体重计算' : `体表面积 ${number(m2, 2)} m²（${formula}）`;

export const site: typeof en.site = (name) => `本单位规则：${name}`;

export const unit: typeof en.unit = { ml: 'mL' };

export const fluidAnswers: typeof en.fluidAnswers = {
  no: '无，已排空',
  about: '有，大约…',
  unknown: '有，液量未知',
};
