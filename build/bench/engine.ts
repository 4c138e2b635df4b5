/** Ticks per second of the whole engine, held against its exchanges alone, and of what decides against real time. */
import { newAlarms, stepAlarms } from '../../electron/alarms/step.ts';
import { intentOf } from '../../electron/protocol/intent.ts';
import { step } from '../../electron/protocol/step.ts';
import { tickMs } from '../../electron/session/pace.ts';
import { runSignals } from '../../electron/session/run-signals.ts';
import { theatre } from '../shipped-site.ts';
import { demoCase, type EngineRun, runEngine } from './engine-run.ts';
import type { BenchRow } from './row.ts';

const ticks = 10_000;
/** Rounds that count, after one that warms up; a figure is the best of them: other work only ever slows one down. */
const rounds = 3;
const realTimeTicksPerSecond = 1000 / tickMs;

export async function run(): Promise<BenchRow[]> {
  const engine: number[] = [];
  const link: number[] = [];
  const decisions: number[] = [];
  for (let round = -1; round < rounds; round += 1) {
    const engineRun = await runEngine(ticks);
    const decisionRate = decide(engineRun);
    if (round < 0) continue;
    engine.push(engineRun.ticksPerSecond);
    link.push(engineRun.linkTicksPerSecond);
    decisions.push(decisionRate);
  }
  const name = `engine: ${ticks} ticks of treatment`;
  return [
    row(`${name}, loopback, journal on disk`, Math.max(...engine), 'RigLink alone', Math.max(...link)),
    row(`${name}, protocol and alarms only`, Math.max(...decisions), 'real time', realTimeTicksPerSecond),
  ];
}

const row = (name: string, ours: number, peer: string, peerValue: number): BenchRow => ({
  name,
  ours,
  peer,
  peerValue,
  unit: 'ticks/s',
  ratio: ours / peerValue,
});

/** The telemetry of the run again, through the pure parts alone. */
function decide({ state: atFirst, telemetry }: EngineRun): number {
  let state = atFirst;
  let alarms = newAlarms(theatre.alarmLimits);
  const treatmentCase = demoCase();
  const startMs = performance.now();
  for (const heard of telemetry) {
    const nowMs = state.nowMs + tickMs;
    const intent = intentOf(state);
    state = step(state, { type: 'tick', telemetry: heard, wallMs: nowMs }, nowMs).state;
    const signals = runSignals(state, {
      intent,
      commandMismatch: false,
      flowSteadyMs: nowMs,
      linkLost: false,
      linkAgeSeconds: 0,
      storageFailing: false,
      freeStorageMegabytes: null,
      clockDisagreementSeconds: 0,
      screenStaleSeconds: 0,
      audioNotWorking: false,
      site: theatre,
      case: treatmentCase,
    });
    alarms = stepAlarms(alarms, signals, nowMs).state;
  }
  return (1000 * telemetry.length) / (performance.now() - startMs);
}
