import type { Words } from './dictionary.ts';

export const side: Words['side'] = {
  'not-applicable': 'Not applicable',
  left: 'Left',
  right: 'Right',
  both: 'Both',
};
export const allergyAnswer: Words['allergyAnswer'] = {
  'none-known': 'None known',
  some: 'Yes',
  unknown: 'Not known',
};
export const otherTreatment: Words['otherTreatment'] = {
  systemic: 'Systemic',
  'intra-arterial': 'Intra-arterial',
  embolisation: 'Embolisation',
  'port-or-pump': 'Implanted port or pump',
  other: 'Other',
};
export const checklistAnswer: Words['checklistAnswer'] = {
  done: 'Done',
  'not-applicable': 'Not applicable',
  'not-done': 'Not done',
};
export const contraindicationAnswer: Words['contraindicationAnswer'] = {
  no: 'No',
  yes: 'Yes',
  unknown: 'Not known',
};
export const catheterDirection: Words['catheterDirection'] = {
  in: 'In',
  out: 'Out',
};
export const anyContraindication = 'Any contraindication';
