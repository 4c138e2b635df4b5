import type { MissingReason, Reading } from '../../domain/reading.ts';
import type { Sample } from '../../domain/sample.ts';
import { probeName } from '../../domain/text/dictionary.ts';
import { coreMetricCodes, coreSiteOf, type ExternalCode, externalCodes, type UcumUnit } from '../codes.ts';
import type { LocalCode } from '../local-codes.ts';
import type { Draft } from './draft.ts';

/** What is measured ten times a second, and counted or computed from it. */
export interface Channel {
  readonly code: LocalCode;
  readonly text: string;
  readonly also: readonly ExternalCode[];
  readonly unit: UcumUnit;
  readonly category: 'measurement' | 'calculation' | 'setting';
  readonly of: (sample: Sample) => number | null;
  readonly missing: (sample: Sample) => MissingReason | null;
}

/** Probes that the case uses, T1 first, then the others. */
export function channelsOf(draft: Draft): Channel[] {
  const { header } = draft.source;
  const { probeSites, coreSite } = header.case;
  const probes = probeSites.flatMap((site, index) =>
    site === 'not-used' ? [] : [{ id: `T${index + 1}` as 'T1' | 'T2' | 'T3' | 'T4', index }],
  );
  const reading = (
    code: LocalCode,
    unit: UcumUnit,
    read: (sample: Sample) => Reading | undefined,
    beside: Partial<Channel> = {},
  ): Channel => ({
    code,
    text: draft.label(code),
    also: [],
    unit,
    category: 'measurement',
    of: (sample) => read(sample)?.value ?? null,
    missing: (sample) => read(sample)?.missing ?? null,
    ...beside,
  });
  const count = (code: LocalCode, unit: UcumUnit, beside: Pick<Channel, 'category' | 'of'>): Channel => ({
    code,
    text: draft.label(code),
    also: [],
    unit,
    missing: () => 'no-telemetry',
    ...beside,
  });
  const core = coreMetricCodes[coreSiteOf(coreSite)];
  return [
    ...probes.map(({ id, index }) =>
      reading(`probe-${id}`, 'Cel', ({ probesCelsius }) => probesCelsius[index], {
        text: probeName(draft.names, id, { probeSites, coreSite }),
        also: [externalCodes.temperature],
      }),
    ),
    reading('core-temperature', 'Cel', ({ coreCelsius }) => coreCelsius, {
      text: [draft.label('core-temperature'), coreSite].filter((part) => part !== '').join(', '),
      also: [core],
    }),
    reading('control-temperature', 'Cel', ({ controlCelsius }) => controlCelsius, {
      category: 'calculation',
    }),
    reading('flow', 'mL/min', ({ flowMlPerMin }) => flowMlPerMin, { also: [externalCodes.fluidFlow] }),
    reading('outflow', 'mL/min', ({ outflowMlPerMin }) => outflowMlPerMin),
    reading('line-pressure', 'mm[Hg]', ({ inflowLinePressureMmHg }) => inflowLinePressureMmHg),
    reading('cavity-pressure', 'mm[Hg]', ({ cavityPressureMmHg }) => cavityPressureMmHg),
    reading('reservoir', 'mL', ({ reservoirMl }) => reservoirMl),
    reading('heater-power', '%', ({ heaterPowerPercent }) => heaterPowerPercent),
    reading('pump-speed', '/min', ({ pumpSpeedRpm }) => pumpSpeedRpm),
    count('cavity-volume', 'mL', { category: 'calculation', of: ({ cavityVolumeMl }) => cavityVolumeMl }),
    count('inflow-setpoint', 'Cel', {
      category: 'setting',
      of: ({ inForce }) => inForce?.inflowSetpointCelsius ?? null,
    }),
    count('flow-setpoint', 'mL/min', {
      category: 'setting',
      of: ({ inForce }) => inForce?.flowSetpointMlPerMin ?? null,
    }),
  ];
}
