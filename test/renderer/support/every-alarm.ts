import { conditions } from '../../../electron/alarms/conditions.ts';
import { signalTable } from '../../../electron/alarms/signal-table.ts';
import type { Alarm, AlarmUnit } from '../../../electron/domain/alarm.ts';
import { alarm } from './sample-run.ts';

const broken: Readonly<Record<AlarmUnit, Pick<Alarm, 'value' | 'limit'>>> = {
  celsius: { value: 43.52, limit: 43.5 },
  kelvin: { value: -0.82, limit: -0.8 },
  mlPerMin: { value: 1164, limit: 1350 },
  mmHg: { value: 162, limit: 150 },
  ml: { value: 4020, limit: 4000 },
  percent: { value: 22.4, limit: 20 },
  seconds: { value: 1864, limit: 1800 },
  megabytes: { value: 480, limit: 500 },
  none: { value: null, limit: null },
};

const byCode = new Map(
  conditions.map(({ code, signal, priority, kind, reaction }) => {
    const { unit, subjects } = signalTable[signal];
    const subject = subjects.at(-1) ?? '';
    return [code, alarm({ code, subject, priority, kind, reaction, unit, ...broken[unit] })];
  }),
);

/** One alarm of every kind, with unit, value, limit and reaction as they are of it. */
export const everyAlarm: readonly Alarm[] = [...byCode.values()];
