import type { Words } from './dictionary.ts';

export const side: Words['side'] = {
  'not-applicable': '不适用',
  left: '左侧',
  right: '右侧',
  both: '双侧',
};
export const allergyAnswer: Words['allergyAnswer'] = {
  'none-known': '无已知过敏',
  some: '有',
  unknown: '不详',
};
export const otherTreatment: Words['otherTreatment'] = {
  systemic: '全身治疗',
  'intra-arterial': '经动脉治疗',
  embolisation: '栓塞治疗',
  'port-or-pump': '植入式输液港或泵',
  other: '其他',
};
export const checklistAnswer: Words['checklistAnswer'] = {
  done: '已完成',
  'not-applicable': '不适用',
  'not-done': '未完成',
};
export const contraindicationAnswer: Words['contraindicationAnswer'] = {
  no: '无',
  yes: '有',
  unknown: '不详',
};
export const catheterDirection: Words['catheterDirection'] = {
  in: '进水',
  out: '出水',
};
export const anyContraindication = '任何禁忌证';
