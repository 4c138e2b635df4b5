import type { Words } from './dictionary.ts';
import { limitKeys } from './limit-keys.ts';
import { alarmLimit } from './zh-names.ts';

export const siteKey: Words['siteKey'] = {
  ...limitKeys((name) => `报警限值：${alarmLimit[name]}`),
  name: '单位名称',
  hospital: '医院',
  department: '科室',
  reportFolder: '报告文件夹',
  worklistFolder: '候诊名单文件夹',
  lockAfterMinutes: '自动锁定时间',
  inflowLinePressureLimitMmHg: '进水管路压力上限（超过即关加热和泵）',
  flowCeilingMlPerMin: '各场合的最高流量',
  leastWeightKg: '最低体重',
  leastFillVolumeMl: '最小充盈量',
  bodySurfaceFormula: '体表面积公式',
  coreHold: '停止加热的患者核心温度',
  calibrationIntervalMonths: '探头和流量计校准有效期',
  flowMeterCalibration: '流量计校准',
  circuitVolumeMl: '管路容量',
  reservoirRestMl: '储液罐留存量',
  openCavityHighSeconds: '开放式：单个腔内探头可超限的时间',
  twoCheckersForEachAddition: '每次加药由两人核对',
  twoPeopleStartHeat: '开始加热由两人签认',
  twoPeopleRecordDrugs: '每次药物记录由两人签认',
  'lists.checklist': '运行前核对单',
  'lists.contraindications': '禁忌证',
  'lists.indications': '适应证',
  'lists.catheterPlaces': '灌注管位置',
  'lists.probePlaces': '探头位置',
  'lists.vitalSigns': '生命体征',
  'lists.drugNames': '药物名称',
};
