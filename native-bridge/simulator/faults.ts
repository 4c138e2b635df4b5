import { z } from 'zod';
import { circuitModes, interlocks } from '../../electron/domain/circuit.ts';

/*
 * What can go wrong, as data of a scenario. Faults of plant, sensors and rig last for seconds of the rig's session
 * time; faults of the line and the silence of a restart for seconds of wall time (docs/link.md).
 */

/** Probes 1 to 4 of the rig, or the patient's core probe. */
const probe = z.union([z.literal([1, 2, 3, 4]), z.literal('core')], {
  error: 'must be 1, 2, 3, 4 or "core"',
});
/** Share of the replies that are hit, picked by the seed. */
const share = z.number().gt(0).max(1).default(1);

const seconds = z.number().min(0).max(86_400);
/** Seconds of the rig's session time, or after the rig first entered a circuit mode. */
const at = z.union([seconds, z.strictObject({ mode: z.enum(circuitModes), after: seconds.default(0) })], {
  error: 'must be seconds (a number), or { "mode": …, "after": seconds }',
});
/** Seconds; without it the fault stays. */
const lasts = z.number().gt(0).max(86_400).optional();

const fault = <Name extends string, Shape extends z.ZodRawShape>(name: Name, shape: Shape) =>
  z.strictObject({ fault: z.literal(name), at, for: lasts, ...shape });

/** Of plant, sensors and rig. */
const machineFaults = [
  fault('probe-open', { probe }),
  fault('probe-shorted', { probe }),
  fault('probe-drifting', { probe, celsiusPerMin: z.number().min(-10).max(10) }),
  fault('probe-stuck', { probe }),
  /** A loose plug: without a value for `badSeconds` at the start of every `everySeconds`. */
  fault('probe-intermittent', {
    probe,
    everySeconds: z.number().min(0.2).max(60).default(1.5),
    badSeconds: z.number().min(0.1).max(60).default(0.5),
  }),
  /** It lies in the inflow jet: that share of what it reads is the perfusate delivered, while there is any. */
  fault('probe-in-jet', { probe, share: z.number().gt(0).max(1).default(0.5) }),
  /** A kink: in the inflow line before the pump, or in the outflow line. `openShare` of the flow still passes. */
  fault('flow-blocked', {
    line: z.enum(['inflow', 'outflow']).default('inflow'),
    openShare: z.number().min(0).max(1).default(0),
  }),
  fault('pump-stalled', {}),
  /** Its contactor is welded: it goes on at least as it ran, whatever is commanded and latched; the emergency stop ends it. */
  fault('pump-runs-on', {}),
  /** The pump displaces this share of what it is asked: wrong tube or occlusion. */
  fault('flow-wrong', { share: z.number().min(0.5).max(1.5) }),
  /** Its tube tires: the flow falls by this share a minute, down to `leastShare`. */
  fault('flow-falling', {
    sharePerMin: z.number().gt(0).max(1).default(0.02),
    leastShare: z.number().min(0).max(1).default(0.5),
  }),
  /** Irrigation, or a drug addition by hand: straight into the cavity. */
  fault('fluid-added', {
    ml: z.number().gt(0).max(2000),
    celsius: z.number().min(0).max(60).default(22),
    overSeconds: z.number().min(1).max(3600).default(60),
  }),
  /** The relay is welded: power no command and no interlock takes away, only the emergency stop or battery. */
  fault('heater-stuck-on', { percent: z.number().min(0).max(100).default(30) }),
  /** No more than this share of the rated power is to be had. */
  fault('heater-weak', { percent: z.number().min(0).max(100).default(50) }),
  /** The inflow line is clamped behind the pump: its pressure while the pump turns. */
  fault('over-pressure', { mmHg: z.number().min(0).max(600).default(400) }),
  fault('air-in-line', {}),
  /** A return that is measured, and runs beside the reservoir: it loses so much while it holds anything. */
  fault('reservoir-leaking', { mlPerMin: z.number().gt(0).max(3000).default(300) }),
  /** What the level sensor shows. */
  fault('reservoir-low', { ml: z.number().min(0).max(20_000).default(100) }),
  fault('heater-fault', {}),
  fault('pump-fault', {}),
  fault('cover-open', {}),
  fault('on-battery', {}),
  fault('emergency-stop', {}),
  fault('inflow-sensor-fault', {}),
  /** The rig's own check of itself fails: state "fault", everything off. */
  fault('rig-fault', {}),
  /** An interlock latches and its cause is gone at once. */
  fault('interlock-latched', { interlock: z.enum(interlocks) }),
  /** Power off and on; the line is silent meanwhile. */
  fault('rig-restart', {}),
] as const;

/** Of the line between rig and console. */
const lineFaults = [
  fault('crc-error', { share }),
  /** A register changed and CRC-16 right: only the block's CRC-32 can tell. */
  fault('block-crc-error', { share }),
  fault('reply-dropped', { share }),
  fault('reply-duplicated', { share }),
  fault('reply-late', { share, ms: z.number().min(1).max(10_000).default(150) }),
  /** Random bytes in front of the reply. */
  fault('noise-bytes', { share, bytes: z.int().min(1).max(256).default(8) }),
  fault('line-cut', {}),
] as const;

/** One line of a scenario: what goes wrong, when, and for how long. */
export const scenarioEvent = z.discriminatedUnion('fault', [...machineFaults, ...lineFaults]);
export type ScenarioEvent = z.infer<typeof scenarioEvent>;

type Untimed<Event> = Event extends unknown ? Omit<Event, 'at' | 'for'> : never;
export type MachineFault = Untimed<z.infer<(typeof machineFaults)[number]>>;
export type LineFault = Untimed<z.infer<(typeof lineFaults)[number]>>;
export type Fault = MachineFault | LineFault;
export type FaultProbe = z.infer<typeof probe>;

const lineFaultNames: ReadonlySet<string> = new Set(lineFaults.map((schema) => schema.shape.fault.value));
export const isLineFault = (of: Fault): of is LineFault => lineFaultNames.has(of.fault);
