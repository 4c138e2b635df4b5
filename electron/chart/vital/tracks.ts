import type { Sample } from '../../domain/sample.ts';
import type { Track } from './packets.ts';

interface Signal extends Pick<Track, 'name' | 'unit' | 'lowest' | 'highest'> {
  /** `null`: no value. */
  readonly of: (sample: Sample) => number | null;
}

const temperature = (name: string, of: Signal['of']): Signal => ({
  name,
  unit: 'C',
  lowest: 20,
  highest: 50,
  of,
});
const flow = (name: string, of: Signal['of']): Signal => ({
  name,
  unit: 'mL/min',
  lowest: 0,
  highest: 3000,
  of,
});
const pressure = (name: string, of: Signal['of']): Signal => ({
  name,
  unit: 'mmHg',
  lowest: 0,
  highest: 300,
  of,
});

/** What is measured, counted and asked for, ten a second. The ranges are of a screen; no value is cut to them. */
export const signals: readonly Signal[] = [
  ...([0, 1, 2, 3] as const).map((probe) =>
    temperature(`T${probe + 1}`, ({ probesCelsius }) => probesCelsius[probe].value),
  ),
  temperature('CORE', ({ coreCelsius }) => coreCelsius.value),
  temperature('CONTROL', ({ controlCelsius }) => controlCelsius.value),
  temperature('INFLOW_SET', ({ requested }) => requested?.inflowSetpointCelsius ?? null),
  flow('FLOW', ({ flowMlPerMin }) => flowMlPerMin.value),
  flow('OUTFLOW', ({ outflowMlPerMin }) => outflowMlPerMin.value),
  flow('FLOW_SET', ({ requested }) => requested?.flowSetpointMlPerMin ?? null),
  pressure('LINE_PRESSURE', ({ inflowLinePressureMmHg }) => inflowLinePressureMmHg.value),
  pressure('CAVITY_PRESSURE', ({ cavityPressureMmHg }) => cavityPressureMmHg.value),
  {
    name: 'HEATER_POWER',
    unit: '%',
    lowest: 0,
    highest: 100,
    of: ({ heaterPowerPercent }) => heaterPowerPercent.value,
  },
  {
    name: 'PUMP_SPEED',
    unit: '1/min',
    lowest: 0,
    highest: 600,
    of: ({ pumpSpeedRpm }) => pumpSpeedRpm.value,
  },
  { name: 'RESERVOIR', unit: 'mL', lowest: 0, highest: 5000, of: ({ reservoirMl }) => reservoirMl.value },
  { name: 'CAVITY_VOLUME', unit: 'mL', lowest: 0, highest: 6000, of: ({ cavityVolumeMl }) => cavityVolumeMl },
];
