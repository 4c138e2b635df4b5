import { type AlarmState, stepAlarms } from '../../../../electron/alarms/step.ts';
import type { OperatorAction } from '../../../../electron/domain/action.ts';
import { defaultProbeSites } from '../../../../electron/domain/case.ts';
import { circuitModes } from '../../../../electron/domain/circuit.ts';
import { annunciations, type Intent } from '../../../../electron/domain/command.ts';
import { linkLostAfterMs } from '../../../../electron/domain/link.ts';
import type { Preset } from '../../../../electron/domain/preset.ts';
import type { Telemetry } from '../../../../electron/domain/telemetry.ts';
import { holdsHeartbeat } from '../../../../electron/protocol/self-test.ts';
import { newRun, type RunState } from '../../../../electron/protocol/state.ts';
import { CommandWatch, FlowSteady } from '../../../../electron/session/command-watch.ts';
import { runSignals } from '../../../../electron/session/run-signals.ts';
import type { Fault } from '../../../../native-bridge/simulator/faults.ts';
import { Rig, stepMs } from '../../../../native-bridge/simulator/rig.ts';
import type { Scenario } from '../../../../native-bridge/simulator/scenario.ts';
import { perfusionistNamed } from '../../../support/people.ts';
import { noAlarms, theatre } from '../../../support/site.ts';
import { header } from '../../record/example-run.ts';
import { Held, type Holding } from './held.ts';
import type { TruthPromise } from './truth-promises.ts';

const by = perfusionistNamed('Perfusionist');
const interventions: readonly string[] = ['heat-off', 'pause-flow', 'stop-run'];

/** Protocol and alarms on the simulated rig, wired as a session wires them but for the wire; time is a number. */
export class ClosedRun {
  readonly rig: Rig;
  readonly #held: Held;
  readonly #truths: readonly TruthPromise[];
  readonly #command = new CommandWatch();
  readonly #flow = new FlowSteady();
  readonly #faults = new Set<Fault['fault']>();
  #alarms: AlarmState = noAlarms;
  #nowMs = 0;
  #heartbeat = 0;
  #cutUntilMs = 0;
  #heardMs = 0;
  #uptimeMs = 0;
  #linkLost = false;
  #exchangesSinceOff: number | null = null;
  #noFlowSeconds = 0;
  #highestTargetCelsius = 0;
  #stillSeconds = 0;

  constructor(preset: Preset, scenario: Scenario, seed: number, holding: Holding) {
    this.rig = new Rig(scenario, seed, 1);
    this.#truths = holding.truths;
    this.#held = new Held(newRun(preset, defaultProbeSites, this.rig.identity, 0), holding);
    this.rig.onLineFault = (fault, forSeconds) => {
      if (fault.fault === 'line-cut') this.#cutUntilMs = this.#nowMs + (forSeconds ?? 60) * 1000;
    };
  }

  get state(): RunState {
    return this.#held.state;
  }

  press(action: OperatorAction): void {
    const { result } = this.#held.hear({ type: 'action', action, by }, this.#nowMs);
    if (result?.taken !== true) return;
    if (interventions.includes(action.type)) this.#exchangesSinceOff ??= 0;
    else if (action.type === 'resume-heat') this.#exchangesSinceOff = null;
  }

  inject(fault: Fault, forSeconds: number): void {
    this.#faults.add(fault.fault);
    this.rig.inject(fault, forSeconds);
  }

  tick(): void {
    this.#nowMs += stepMs;
    const cut = this.#nowMs < this.#cutUntilMs;
    const intent = this.#held.asked;
    if (!cut && intent !== null) this.#write(intent);
    this.rig.step(this.#nowMs);
    const telemetry = cut ? null : this.rig.telemetry();
    this.#noticeLink(telemetry);
    const heard = this.#linkLost ? null : telemetry;
    this.#held.hear({ type: 'tick', telemetry: heard, wallMs: this.#nowMs }, this.#nowMs);
    this.#watch(intent, heard);
    this.#holdTruth();
  }

  #write(intent: Intent): void {
    const holds = holdsHeartbeat(this.state);
    if (!holds) this.#heartbeat = (this.#heartbeat + 1) & 0xffff;
    const { taken } = this.rig.take(
      {
        ...intent,
        crcHolds: true,
        heartbeat: this.#heartbeat,
        mode: circuitModes.indexOf(intent.mode),
        annunciator: annunciations.indexOf(intent.annunciator),
      },
      this.#nowMs,
    );
    if (!taken) throw new Error(`not kept: the machine takes what is asked (${JSON.stringify(intent)})`);
    if (this.#exchangesSinceOff !== null) this.#exchangesSinceOff += 1;
  }

  #noticeLink(telemetry: Telemetry | null): void {
    const { memory } = this.#held;
    if (telemetry !== null) {
      this.#heardMs = this.#nowMs;
      if (this.#linkLost) {
        this.#linkLost = false;
        memory.linkUp = true;
        this.#held.hear({ type: 'link-restored', detail: 'cable' }, this.#nowMs);
      }
      if (telemetry.uptimeMs < this.#uptimeMs) {
        this.#held.hear({ type: 'rig-restarted', detail: 'its uptime went back' }, this.#nowMs);
      }
      this.#uptimeMs = telemetry.uptimeMs;
    } else if (!this.#linkLost && this.#nowMs - this.#heardMs > linkLostAfterMs) {
      this.#linkLost = true;
      memory.linkUp = false;
      this.#held.hear({ type: 'link-lost', detail: 'cable' }, this.#nowMs);
    }
  }

  /** The alarms of this tick, and what they ask for. */
  #watch(intent: Intent | null, telemetry: Telemetry | null): void {
    const signals = runSignals(this.state, {
      intent,
      commandMismatch: this.#command.mismatch(intent, telemetry),
      flowSteadyMs: this.#flow.steadyMs(intent, this.#nowMs),
      linkLost: this.#linkLost,
      linkAgeSeconds: (this.#nowMs - this.#heardMs) / 1000,
      storageFailing: false,
      freeStorageMegabytes: null,
      clockDisagreementSeconds: 0,
      screenStaleSeconds: 0,
      audioNotWorking: false,
      site: theatre,
      case: header.case,
    });
    const { state, reactions } = stepAlarms(this.#alarms, signals, this.#nowMs);
    this.#alarms = state;
    for (const { reaction, reason } of reactions) {
      this.#held.hear({ type: 'reaction', reaction, reason }, this.#nowMs);
    }
  }

  #holdTruth(): void {
    const { rig, state } = this;
    const telemetry = rig.telemetry();
    const flow = telemetry.flowMlPerMin.value ?? 0;
    const set = rig.control.accepted.flowSetpointMlPerMin;
    this.#stillSeconds = rig.plant.flows.pump > 0 ? 0 : this.#stillSeconds + stepMs / 1000;
    this.#noFlowSeconds = flow < 0.1 * set ? this.#noFlowSeconds + stepMs / 1000 : 0;
    this.#highestTargetCelsius = Math.max(this.#highestTargetCelsius, state.targetCelsius);
    const truth = {
      rig,
      state,
      heaterPercent: telemetry.heaterPowerPercent,
      faults: this.#faults,
      exchangesSinceOff: this.#exchangesSinceOff,
      stillSeconds: this.#stillSeconds,
      noFlowSeconds: this.#noFlowSeconds,
      highestTargetCelsius: this.#highestTargetCelsius,
    };
    for (const { says, kept } of this.#truths) {
      if (!kept(truth)) throw new Error(`not kept: ${says} (${describe(truth)})`);
    }
  }
}

function describe({
  rig,
  state,
  heaterPercent,
}: {
  rig: Rig;
  state: RunState;
  heaterPercent: number;
}): string {
  const { circuit, cavity, flows } = rig.plant;
  const inflow = circuit.inflowCelsius.toFixed(2);
  const hottest = Math.max(cavity.upperCelsius, cavity.lowerCelsius).toFixed(2);
  const at = (state.nowMs / 1000).toFixed(1);
  return `${state.phase} at ${at} s: inflow ${inflow}, cavity ${hottest}, heater ${heaterPercent.toFixed(0)} %, pump ${flows.pump.toFixed(0)}`;
}
