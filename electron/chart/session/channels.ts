import { z } from 'zod';
import { circuitModes } from '../../domain/circuit.ts';
import { phases } from '../../domain/phase.ts';
import type { Reading } from '../../domain/reading.ts';
import type { Sample, SampleCommand } from '../../domain/sample.ts';

const numbers = z.array(z.number());
const numbersOrNull = z.array(z.number().nullable());
const yesOrNo = z.array(z.boolean());
const yesNoOrNull = z.array(z.boolean().nullable());
const modesOrNull = z.array(z.enum(circuitModes).nullable());

/** One value a sample, by name; the unit stands in the name. */
export const channelSchemas = {
  sessionMs: numbers,
  wallMs: numbers,
  phase: z.array(z.enum(phases)),
  t1Celsius: numbersOrNull,
  t2Celsius: numbersOrNull,
  t3Celsius: numbersOrNull,
  t4Celsius: numbersOrNull,
  coreCelsius: numbersOrNull,
  controlCelsius: numbersOrNull,
  flowMlPerMin: numbersOrNull,
  outflowMlPerMin: numbersOrNull,
  inflowLinePressureMmHg: numbersOrNull,
  cavityPressureMmHg: numbersOrNull,
  reservoirMl: numbersOrNull,
  heaterPowerPercent: numbersOrNull,
  pumpSpeedRpm: numbersOrNull,
  cavityVolumeMl: numbers,
  requestedMode: modesOrNull,
  requestedHeaterEnable: yesNoOrNull,
  requestedPumpEnable: yesNoOrNull,
  requestedInflowSetpointCelsius: numbersOrNull,
  requestedFlowSetpointMlPerMin: numbersOrNull,
  inForceMode: modesOrNull,
  inForceHeaterEnable: yesNoOrNull,
  inForcePumpEnable: yesNoOrNull,
  inForceInflowSetpointCelsius: numbersOrNull,
  inForceFlowSetpointMlPerMin: numbersOrNull,
  interlockBits: numbersOrNull,
  inBand: yesOrNo,
} as const;
export type Channel = keyof typeof channelSchemas;
type Value<C extends Channel> = z.infer<(typeof channelSchemas)[C]>[number];

/** Measured by the rig: those that can be missing, each with why. */
export const readingChannels = {
  t1Celsius: ({ probesCelsius }) => probesCelsius[0],
  t2Celsius: ({ probesCelsius }) => probesCelsius[1],
  t3Celsius: ({ probesCelsius }) => probesCelsius[2],
  t4Celsius: ({ probesCelsius }) => probesCelsius[3],
  coreCelsius: ({ coreCelsius }) => coreCelsius,
  controlCelsius: ({ controlCelsius }) => controlCelsius,
  flowMlPerMin: ({ flowMlPerMin }) => flowMlPerMin,
  outflowMlPerMin: ({ outflowMlPerMin }) => outflowMlPerMin,
  inflowLinePressureMmHg: ({ inflowLinePressureMmHg }) => inflowLinePressureMmHg,
  cavityPressureMmHg: ({ cavityPressureMmHg }) => cavityPressureMmHg,
  reservoirMl: ({ reservoirMl }) => reservoirMl,
  heaterPowerPercent: ({ heaterPowerPercent }) => heaterPowerPercent,
  pumpSpeedRpm: ({ pumpSpeedRpm }) => pumpSpeedRpm,
} as const satisfies Partial<Record<Channel, (sample: Sample) => Reading>>;
export type ReadingChannel = keyof typeof readingChannels;
export const readingNames = Object.keys(readingChannels) as ReadingChannel[];

type Others = { readonly [C in Exclude<Channel, ReadingChannel>]: (sample: Sample) => Value<C> };

const commandValue =
  <K extends keyof SampleCommand>(of: 'requested' | 'inForce', field: K) =>
  (sample: Sample): SampleCommand[K] | null =>
    sample[of]?.[field] ?? null;

const otherChannels: Others = {
  sessionMs: ({ sessionMs }) => sessionMs,
  wallMs: ({ wallMs }) => wallMs,
  phase: ({ phase }) => phase,
  cavityVolumeMl: ({ cavityVolumeMl }) => cavityVolumeMl,
  requestedMode: commandValue('requested', 'mode'),
  requestedHeaterEnable: commandValue('requested', 'heaterEnable'),
  requestedPumpEnable: commandValue('requested', 'pumpEnable'),
  requestedInflowSetpointCelsius: commandValue('requested', 'inflowSetpointCelsius'),
  requestedFlowSetpointMlPerMin: commandValue('requested', 'flowSetpointMlPerMin'),
  inForceMode: commandValue('inForce', 'mode'),
  inForceHeaterEnable: commandValue('inForce', 'heaterEnable'),
  inForcePumpEnable: commandValue('inForce', 'pumpEnable'),
  inForceInflowSetpointCelsius: commandValue('inForce', 'inflowSetpointCelsius'),
  inForceFlowSetpointMlPerMin: commandValue('inForce', 'flowSetpointMlPerMin'),
  interlockBits: ({ interlockBits }) => interlockBits,
  inBand: ({ inBand }) => inBand,
};

export const channelNames = Object.keys(channelSchemas) as Channel[];

/** What each channel holds of a sample. */
export const channelValues = Object.fromEntries([
  ...Object.entries(otherChannels),
  ...readingNames.map((name) => [name, (sample: Sample) => readingChannels[name](sample).value]),
]) as Readonly<Record<Channel, (sample: Sample) => string | number | boolean | null>>;
