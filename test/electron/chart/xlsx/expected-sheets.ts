import { hardText } from '../chart-record.ts';

const format = 'yyyy\\-mm\\-dd\\ hh:mm:ss';
export const at = (local: string) => ({ at: local, format });
const winter = (second: string) => [at(`2026-03-29 01:59:${second}.000`), '+01:00'];
const summer = (time: string) => [at(`2026-03-29 ${time}.000`), '+02:00'];
const person = '李 𠮷';

/** Every cell of every sheet but summary and samples, reckoned by hand from `chartRecord`; heads first. */
export const expectedSheets: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  Events: [
    ['No.', 'Session, s', 'Local time', 'Ahead of UTC', 'Type', 'What', 'Who', 'Second person'],
    [1, 0, ...winter('30'), 'run-started', 'Run started, 42.5 °C × 60 min version 3', 'Console', null],
    [2, 0, ...winter('30'), 'phase', 'Treatment: confirmed', 'Console', null],
    [3, 1, ...winter('31'), 'action', `Note: ${hardText}`, person, null],
    [
      4,
      2,
      ...winter('32'),
      'action',
      'Drug: =cmd|first, 60 mg, 50 mL, LOT -7, checked by A. One and B. Two',
      person,
      'Dr. B (typed)',
    ],
    [5, 3, ...winter('33'), 'action', 'Blood glucose: 6.2 mmol/L', person, null],
    [6, 4, ...winter('34'), 'action', 'Core temperature read by hand: 37.90 °C', 'N. Urse (typed)', null],
    [
      7,
      10,
      ...winter('40'),
      'alarm-raised',
      'Medium alarm: T3 upper cavity: no usable value 43.60 °C, limit 43.50',
      'Console',
      null,
    ],
    [
      8,
      12,
      ...winter('42'),
      'unreadable',
      'An entry of the record (later) cannot be read: type: not one this console knows',
      'Console',
      null,
    ],
    [9, 15, ...winter('45'), 'action', 'Fluid out, suction: 250 mL', person, null],
    [
      10,
      60,
      ...summer('03:00:30'),
      'run-ended',
      'Run ended, completed: 1:00 elapsed, 1:00 in band, 100 mL not recovered by count',
      'Console',
      null,
    ],
  ],
  Alarms: [
    [
      ...['Id', 'Priority', 'Kind', 'What', 'Value', 'Limit', 'Worst', 'Unit', 'Session, s', 'Local time'],
      ...['Ahead of UTC', 'Over at, s', 'Lasted, s', 'Lost from sight', 'Acknowledged at, s', 'Who'],
      ...['What the console did', 'Explained by'],
    ],
    [
      ...['probe-fault:T3#1', 'Medium', 'Technical', 'T3 upper cavity: Probe without a usable value'],
      ...[43.6, 43.5, 43.75, '°C', 10, ...winter('40'), null, null, false, null, null, null, null],
    ],
  ],
  Drugs: [
    [
      ...['Planned or given', 'Planned addition, No.', 'Drug', 'Dose, mg', 'computed mg/m²', 'Volume, mL'],
      ...['Diluent', 'Lot', 'Expiry', 'Prepared by', 'Session, s', 'Local time', 'Ahead of UTC'],
      ...['min of treatment', 'Cavity by count, mL', 'computed mg/L in the cavity', 'Checked by'],
      ...['Recorded by', 'Second person'],
    ],
    [
      ...['Drugs planned', 1, 'As prescribed on sheet 4, first fraction', 60, 33.179, 50, null, 'P-7731'],
      ...['2026-03-03', 'Pharmacy', null, null, null, null, null, null, null, null, null],
    ],
    [
      ...['Drugs planned', 2, 'As prescribed on sheet 4, second fraction', 30, 16.589, null, null, null],
      ...[null, null, null, null, null, null, null, null, null, null, null],
    ],
    [
      ...['Drugs given', 2, '=cmd|first', 60, 33.179, 50, null, '-7', '2026-12-31', 'Pharmacy', 2],
      ...[...winter('32'), 0.033, 3000.25, 19.998, 'A. One; B. Two', person, 'Dr. B (typed)'],
    ],
  ],
  'Vital signs, readings': [
    ['Session, s', 'Local time', 'Ahead of UTC', 'What', 'Value', 'Unit', 'By', 'Second person'],
    [3, ...winter('33'), 'Blood glucose', 6.2, 'mmol/L', person, null],
    [4, ...winter('34'), 'Core temperature', 37.9, '°C', 'N. Urse (typed)', null],
  ],
  'Fluids by hand': [
    ['Session, s', 'Local time', 'Ahead of UTC', 'In or out', 'What', 'Volume, mL', 'By'],
    [15, ...winter('45'), 'Fluid out', 'Suction', 250, person],
  ],
  'Catheters and probes': [
    ['Subject', 'No.', 'Place', 'Measures', 'In or out', 'Fr'],
    ['Catheters', 1, 'Right, under the diaphragm', null, 'In', 28],
    ['Catheters', 2, 'Pelvis, left', null, 'Out', 30],
    ['Catheters', 3, 'Through the wound', null, 'Out', null],
    ['Probes', 'T1', null, 'inflow', null, null],
    ['Probes', 'T2', null, 'outflow', null, null],
    ['Probes', 'T3', 'Right, under the diaphragm', 'upper cavity', null, null],
    ['Probes', 'T4', 'Pelvic floor', 'lower cavity', null, null],
    ['Core', null, 'oesophagus', 'patient core', null, null],
  ],
  'Later entries': [
    ['No.', 'Local time', 'Ahead of UTC', 'Who', 'Kind', 'Of', 'Was', 'Value', 'Reason'],
    [1, ...summer('03:59:30'), person, 'Late entry', 'case.procedure', null, hardText, 'Left out'],
    [2, ...summer('04:01:10'), person, 'Correction', 'case.diagnosis', null, '-1', '@'],
    [3, ...summer('04:02:50'), person, 'Signature', null, null, 'performed the treatment', null],
  ],
};
