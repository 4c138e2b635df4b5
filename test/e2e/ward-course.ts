import { chosen, type Entered, press, typed } from './ward-answers.ts';
import type { Hands } from './ward-hands.ts';
import { catheter, drug } from './ward-rows.ts';

const weight = (n: number) => 58.5 - n / 2;

export const hospital = '示例医院';
export const hospitalNumber = 'W2088417';
export const theName = '示例患者';

export const entered: readonly Entered[] = [
  typed('patient', '姓', '示例', {
    journal: 'case.patient.familyName',
    again: 'brought',
    printed: `姓名${theName}`,
  }),
  typed('patient', '名', '患者', {
    journal: 'case.patient.givenName',
    again: 'brought',
    printed: `姓名${theName}`,
  }),
  typed('patient', '出生日期', '1961-03-08', {
    journal: 'case.patient.birthDate',
    again: 'brought',
    printed: '出生日期1961-03-08',
  }),
  chosen('patient', 'sex', ['女', 'female'], {
    journal: 'case.patient.sex',
    again: 'brought',
    printed: '性别女',
  }),
  typed('patient', '住院号', hospitalNumber, {
    journal: 'case.patient.identifiers.0.value',
    again: 'brought',
    printed: `住院号${hospitalNumber}（${hospital}）`,
  }),
  typed('patient', '发号机构', `${hospital}`, {
    within: '.identifier >> nth=0',
    journal: 'case.patient.identifiers.0.issuer',
    again: 'brought',
    printed: `${hospitalNumber}（${hospital}）`,
  }),
  typed('patient', '其他号码 2', 'YB-330-0417', {
    journal: 'case.patient.identifiers.1.value',
    again: 'brought',
    printed: '其他号码YB-330-0417（示例医保）',
  }),
  typed('patient', '发号机构', '示例医保', {
    within: '.identifier >> nth=1',
    journal: 'case.patient.identifiers.1.issuer',
    again: 'brought',
    printed: 'YB-330-0417（示例医保）',
  }),
  typed('patient', '就诊号', (n) => `JZ-26-00${n}`, {
    journal: 'case.patient.visitNumber',
    again: 'asked',
    printed: (n) => `就诊号JZ-26-00${n}`,
  }),
  typed('patient', '医嘱号', (n) => `YZ-77${n}`, {
    journal: 'case.patient.orderNumber',
    again: 'asked',
    printed: (n) => `医嘱号YZ-77${n}`,
  }),
  typed('patient', '床号', (n) => `1${n}`, {
    journal: 'case.patient.bed',
    again: 'asked',
    printed: (n) => `床号1${n}`,
  }),
  typed('patient', '送治病区', '肿瘤内科三病区', {
    journal: 'case.patient.referringWard',
    again: 'brought',
    printed: '送治病区肿瘤内科三病区',
  }),
  typed('patient', '治疗后返回病区', '日间病房', {
    journal: 'case.patient.returnWard',
    again: 'brought',
    printed: '治疗后返回病区日间病房',
  }),
  typed('patient', '身高，cm', '162', {
    journal: 'case.patient.heightCm',
    again: 'brought',
    value: 162,
    printed: (n) => `162cm，${weight(n).toFixed(1)}kg`,
  }),
  typed('patient', '体重，kg', (n) => String(weight(n)), {
    journal: 'case.patient.weightKg',
    again: 'asked',
    value: weight,
    printed: (n) => `162cm，${weight(n).toFixed(1)}kg`,
  }),
  chosen('patient', 'allergyAnswer', ['有', 'some'], {
    journal: 'case.patient.allergies.answer',
    again: 'asked',
    printed: '过敏史有：青霉素',
  }),
  typed('patient', '过敏原', '青霉素', {
    journal: 'case.patient.allergies.text',
    again: 'brought',
    printed: '过敏史有：青霉素',
  }),
  chosen('patient', 'otherTreatments.0.kind', ['全身治疗', 'systemic'], {
    journal: 'case.otherTreatments.0.kind',
    again: 'brought',
    printed: '全身治疗，2026-09-14：静脉化疗两周期',
  }),
  typed('patient', '内容及给药途径', '静脉化疗两周期', {
    within: '.list-entry >> nth=0',
    journal: 'case.otherTreatments.0.text',
    again: 'brought',
    printed: '：静脉化疗两周期',
  }),
  typed('patient', '日期', '2026-09-14', {
    within: '.list-entry >> nth=0',
    journal: 'case.otherTreatments.0.on',
    again: 'brought',
    printed: '，2026-09-14：',
  }),
  typed('patient', '治疗前体温，°C', (n) => `36.${n}`, {
    journal: 'case.bodyTemperatureBeforeCelsius',
    again: 'asked',
    value: (n: number) => 36 + n / 10,
    printed: (n) => `治疗前体温36.${n}°C`,
  }),
  chosen('patient', 'fluidBefore', ['无，已排空', 'no'], {
    journal: 'fluidInCavityMl',
    summary: 'volumes.beforeMl',
    again: 'asked',
    value: 0,
    printed: '开始前体腔内已有0mL',
  }),
  chosen('treatment', 'cavity', ['腹腔', 'peritoneal'], {
    journal: 'case.cavity',
    again: 'brought',
    printed: '体腔，灌注方式腹腔，闭合式',
  }),
  chosen('treatment', 'technique', ['闭合式', 'closed'], {
    journal: 'case.technique',
    again: 'brought',
    printed: '腹腔，闭合式',
  }),
  chosen('treatment', 'setting', ['经皮穿刺', 'percutaneous'], {
    journal: 'case.setting',
    again: 'brought',
    printed: '治疗场景经皮穿刺',
  }),
  typed('treatment', '诊断', '胃癌腹膜转移', {
    journal: 'case.diagnosis',
    again: 'brought',
    printed: '诊断胃癌腹膜转移',
  }),
  typed('treatment', '手术或操作名称', '腹腔热灌注治疗', {
    journal: 'case.procedure',
    again: 'brought',
    printed: '手术或操作名称腹腔热灌注治疗',
  }),
  typed('treatment', '第几次治疗', String, {
    journal: 'case.sessionNumber',
    again: 'counted',
    value: (n: number) => n,
    printed: (n) => `治疗次序第${n}次，共5次`,
  }),
  typed('treatment', '计划共几次', '5', {
    journal: 'case.sessionsPlanned',
    again: 'brought',
    value: 5,
    printed: (n) => `第${n}次，共5次`,
  }),
  typed('treatment', '适应证', '恶性胸、腹腔积液', {
    journal: 'case.indication',
    again: 'brought',
    offered: true,
    printed: '适应证恶性胸、腹腔积液',
  }),
  typed('treatment', '开具医师', '医师甲', {
    journal: 'case.prescriber',
    summary: 'team.prescriber',
    again: 'brought',
    printed: '开具医师医师甲',
  }),
  typed('treatment', '主管医师', '医师乙', {
    journal: 'case.surgeon',
    summary: 'team.surgeon',
    again: 'brought',
    printed: '主管医师医师乙',
  }),
  typed('treatment', '麻醉医师', '医师丙', {
    journal: 'case.anaesthetist',
    summary: 'team.anaesthetist',
    again: 'brought',
    printed: '麻醉医师医师丙',
  }),
  typed('treatment', '操作者', 'Perfusionist', {
    journal: 'case.perfusionist',
    summary: 'team.perfusionist',
    again: 'brought',
    printed: '操作者Perfusionist',
  }),
  typed('treatment', '耗材批号', (n) => `HC-26${n}`, {
    journal: 'case.disposablesLot',
    again: 'asked',
    printed: (n) => `耗材批号，有效期HC-26${n}，2034-0${n}-01`,
  }),
  typed('treatment', '耗材有效期', (n) => `2034-0${n}-01`, {
    journal: 'case.disposablesExpiry',
    again: 'asked',
    printed: (n) => `HC-26${n}，2034-0${n}-01`,
  }),
  ...drug(0),
  ...drug(1),
  chosen('placement', 'site2', ['出水', 'outflow'], {
    journal: 'case.probeSites.1',
    summary: 'probePlaces.1.site',
    again: 'brought',
    printed: 'T2出水',
  }),
  chosen('placement', 'site3', ['体腔上部', 'cavity-upper'], {
    journal: 'case.probeSites.2',
    summary: 'probePlaces.2.site',
    again: 'brought',
    printed: 'T3体腔上部右膈下',
  }),
  chosen('placement', 'place3', ['右膈下', 'right-subdiaphragm'], {
    journal: 'case.probePlaces.2',
    summary: 'probePlaces.2.place',
    again: 'brought',
    printed: 'T3体腔上部右膈下',
  }),
  chosen('placement', 'site4', ['未使用', 'not-used'], {
    journal: 'case.probeSites.3',
    summary: 'probePlaces.3.site',
    again: 'brought',
    printed: 'T4未使用',
  }),
  typed('placement', '核心体温部位', '鼓膜', {
    journal: 'case.coreSite',
    again: 'brought',
    printed: '核心患者核心体温鼓膜',
  }),
  ...[0, 1, 2, 3].flatMap(catheter),
];

/** Opened before the rows in it can be filled, in a first session. */
export const openedBefore: Readonly<Record<string, (hands: Hands) => Promise<void>>> = {
  '其他号码 2': press('add-identifier'),
  'otherTreatments.0.kind 全身治疗': press('add-treatment'),
  '药名 .drug-entry[aria-label="药物 1"]': press('add-drug'),
  '药名 .drug-entry[aria-label="药物 2"]': press('add-drug'),
};
