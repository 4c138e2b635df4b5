import type { AlarmUnit } from '../../domain/alarm.ts';
import type { LoggedAlarm } from '../../report/figures/alarm-log.ts';
import { placementOf } from '../../report/sections/time-text.ts';
import { externalCodes, type UcumUnit } from '../codes.ts';
import { conceptOf, type Draft, quantity } from './draft.ts';
import { observe } from './observe.ts';
import type { Field } from './types.ts';

const section = 'section-alarms';

const units: Readonly<Record<Exclude<AlarmUnit, 'none' | 'megabytes'>, UcumUnit>> = {
  celsius: 'Cel',
  kelvin: 'K',
  mlPerMin: 'mL/min',
  mmHg: 'mm[Hg]',
  ml: 'mL',
  percent: '%',
  seconds: 's',
};

/** Every alarm of the run, in the order it came; its priority is the highest it had. */
export function placeAlarms(draft: Draft): void {
  const { figures } = draft.source;
  for (const [index, logged] of figures.alarms.entries()) placeAlarm(draft, logged, index + 1);
  if (figures.alarms.length === 0) draft.line(section, draft.label('alarm'), draft.label('none-recorded'));
}

function placeAlarm(draft: Draft, logged: LoggedAlarm, number: number): void {
  const { alarm, raised, cleared } = logged;
  const { header, time } = draft.source;
  const name = draft.names.alarm[alarm.code].title(alarm, placementOf(header));
  observe(draft, section, {
    name: `alarm/${number}`,
    code: draft.concept('alarm'),
    title: `${time.time(raised.wallMs)}, ${draft.names.priority[alarm.priority]}`,
    value: { concept: draft.localConcept(`alarm-${alarm.code}`, alarm.code, name) },
    effective: {
      effectivePeriod:
        cleared === null ? { start: draft.at(raised.wallMs) } : draft.period(raised.wallMs, cleared.wallMs),
    },
    how: 'computed',
    also: {
      component: [
        {
          code: draft.concept('alarm-priority'),
          valueCodeableConcept: draft.concept(
            `priority-${alarm.priority}`,
            draft.names.priority[alarm.priority],
          ),
        },
        { code: draft.concept('alarm-value'), ...figureOf(alarm.value, alarm.unit) },
        { code: draft.concept('alarm-limit'), ...figureOf(alarm.limit, alarm.unit) },
        { code: draft.concept('alarm-worst'), ...figureOf(alarm.worst, alarm.unit) },
      ],
    },
  });
}

/** A fact without a value has none to tell, which is another thing than one that is missing. */
function figureOf(value: number | null, unit: AlarmUnit): { readonly [key: string]: Field } {
  if (unit === 'none') return { dataAbsentReason: conceptOf(externalCodes.notApplicable) };
  if (value === null) return { dataAbsentReason: conceptOf(externalCodes.notKnown) };
  return { valueQuantity: unit === 'megabytes' ? { value, unit: 'MB' } : quantity(value, units[unit]) };
}
