import type { AlarmCode } from '../../domain/alarm.ts';
import { type Interlock, interlocks } from '../../domain/circuit.ts';
import { storageLowMegabytes } from '../../domain/storage.ts';
import { absolute, type Condition, fact, proposal, quiet } from './condition.ts';

const rig = { ...fact, ...quiet, priority: 'high', delayMs: 0, source: 'docs/link.md' } as const;

/** The emergency stop is an interlock by its bit, and an alarm by its own name. */
const interlockCode = (name: Interlock): AlarmCode =>
  name === 'emergency-stop' ? 'emergency-stop' : `interlock-${name}`;

/** A machine that pumps against its orders is not heated until a person says so. */
const notObeyed = {
  ...fact,
  reaction: 'heater-off',
  reason: 'command-not-in-force',
  code: 'pump-on-while-off',
  when: 'pump-asked-off',
  priority: 'high',
  delayMs: 3_000,
  source: 'after the time a pump takes to run down; proposal',
} as const;

const contradicted = {
  code: 'inflow-contradicted',
  kind: 'technical',
  priority: 'medium',
  escalation: null,
  signal: 'inflow-off-balance',
  when: 'controlled',
  hysteresis: 0.3,
  delayMs: 30_000,
  source: 'balance of heat between outflow, heater and inflow (docs/control.md)',
} as const;

/** Faults of probes, commands, link, machine and console. */
export const technicalConditions: readonly Condition[] = [
  {
    ...fact,
    reaction: 'heater-off-bypass',
    reason: 'command-not-in-force',
    code: 'heater-on-while-off',
    priority: 'high',
    signal: 'heater-power',
    when: 'heater-asked-off',
    is: '>',
    limit: absolute(2),
    delayMs: 5_000,
    source: proposal,
  },
  {
    ...notObeyed,
    signal: 'flow-while-off',
    is: '>',
    limit: { basis: 'last-set-flow', as: 'times', by: 0.1 },
  },
  // Where the meter says nothing, or reads too low.
  { ...notObeyed, signal: 'pump-turns-while-off' },
  {
    ...fact,
    reaction: 'heater-off-bypass',
    reason: 'command-not-in-force',
    code: 'command-not-in-force',
    priority: 'high',
    signal: 'command-mismatch',
    delayMs: 1_000,
    source: proposal,
  },
  {
    ...fact,
    ...quiet,
    code: 'probe-fault',
    priority: 'medium',
    signal: 'probe-fault',
    delayMs: 1_000,
    source: proposal,
  },
  {
    ...fact,
    ...quiet,
    code: 'probe-outvoted',
    priority: 'medium',
    signal: 'probe-outvoted',
    delayMs: 1_000,
    source: 'the outflow as third witness (docs/control.md)',
  },
  {
    ...fact,
    ...quiet,
    code: 'last-cavity-probe-doubted',
    priority: 'medium',
    signal: 'last-cavity-probe-doubted',
    delayMs: 1_000,
    source: 'the outflow as third witness (docs/control.md)',
  },
  {
    // The limits of the inflow are blind then, and the rig's own cut-off uses the same sensor. No reaction of its own:
    // the protocol holds heat once T1 has been missing for 2 s, whatever is alarmed.
    ...fact,
    ...quiet,
    code: 'inflow-probe-lost',
    priority: 'medium',
    escalation: { afterMs: 120_000, priority: 'high' },
    signal: 'inflow-probe-lost',
    delayMs: 1_000,
    source: 'proposal; the protocol holds heat after 2 s (docs/control.md)',
  },
  {
    // The limits of the inflow follow a sensor that reads too low; so does the rig's own cut-off.
    ...contradicted,
    reaction: 'heater-off',
    reason: 'inflow-contradicted',
    is: '<',
    limit: absolute(-0.8),
  },
  // One that reads too high starves the cavity: told, nothing turned off.
  { ...contradicted, ...quiet, is: '>', limit: absolute(0.8) },
  {
    ...fact,
    ...quiet,
    code: 'core-probe-lost',
    priority: 'low',
    escalation: { afterMs: 600_000, priority: 'medium' },
    signal: 'core-probe-lost',
    delayMs: 5_000,
    source: 'a reading by hand every 10 min where no core probe is fitted; proposal',
  },
  {
    ...fact,
    reaction: 'heater-off',
    reason: 'control-temperature-unknown',
    code: 'control-temperature-unknown',
    priority: 'high',
    signal: 'control-temperature-unknown',
    when: 'heats',
    delayMs: 2_000,
    source: 'no heat without a known control temperature',
  },
  {
    ...rig,
    code: 'link-lost',
    signal: 'link-lost',
    limit: absolute(1),
    source: 'telemetry older than 1 s (docs/link.md)',
  },
  { ...rig, code: 'rig-restarted', signal: 'rig-restarted' },
  {
    ...fact,
    reaction: 'heater-off',
    reason: 'console-fault',
    code: 'console-fault',
    priority: 'high',
    signal: 'console-fault',
    delayMs: 0,
    source: 'the engine of the console failed in a tick (docs/architecture.md)',
  },
  {
    ...rig,
    code: 'machine-still-pumps',
    signal: 'machine-still-pumps',
    source: 'a run that is over leaves a machine that stands',
  },
  { ...rig, code: 'another-console', signal: 'another-console', source: 'heartbeat echo (docs/link.md)' },
  ...interlocks.map(
    (name): Condition => ({ ...rig, code: interlockCode(name), signal: `interlock-${name}` }),
  ),
  {
    ...fact,
    ...quiet,
    code: 'storage-failing',
    priority: 'medium',
    signal: 'storage-failing',
    delayMs: 0,
    source: proposal,
  },
  {
    ...fact,
    ...quiet,
    code: 'storage-low',
    priority: 'low',
    signal: 'free-storage',
    is: '<',
    limit: absolute(storageLowMegabytes),
    hysteresis: 5,
    delayMs: 0,
    source: 'six hours of record and its documents, looked at every 5 s; proposal',
  },
  {
    ...fact,
    ...quiet,
    code: 'record-removed',
    priority: 'low',
    signal: 'record-removed',
    delayMs: 0,
    source: 'nothing is lost, and whoever removed it may do so again; shown for 60 s; proposal',
  },
  {
    ...fact,
    ...quiet,
    code: 'clock-disagreement',
    priority: 'medium',
    signal: 'clock-disagreement',
    is: '>',
    limit: absolute(2),
    delayMs: 5_000,
    source: proposal,
  },
  {
    ...fact,
    ...quiet,
    code: 'screen-not-updating',
    priority: 'medium',
    signal: 'screen-stale',
    is: '>',
    limit: absolute(5),
    delayMs: 0,
    source: proposal,
  },
  {
    ...fact,
    ...quiet,
    code: 'audio-not-working',
    priority: 'medium',
    signal: 'audio-not-working',
    delayMs: 5_000,
    source: proposal,
  },
];
