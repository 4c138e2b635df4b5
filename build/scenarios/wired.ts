import type { RunView } from '../../electron/contract/view.ts';
import { isTesting, type Phase } from '../../electron/domain/phase.ts';
import { phasePlans } from '../../electron/protocol/phase-plan.ts';
import { type SelfTestCheck, testChecks } from '../../electron/protocol/self-test.ts';
import { AutoOperator } from '../../electron/session/auto-operator.ts';
import { shortPreset, Treatment, warm } from '../../test/support/treatment.ts';
import type { Observed } from './cell.ts';
import { type Expectation, expectationOf, type Row } from './expectation.ts';
import { CellWatch, type Sight } from './watch.ts';

/** After this with no valid telemetry the link is lost, ms (docs/link.md). */
const linkLostMs = 1000;
/** In the phase, undisturbed, for this long before the fault comes, s. */
const settleSeconds = 5;
/** Longest a phase may take to come, recovery from the fault before it included, s. */
const patienceSeconds = 1800;

/** All phases of one fault over the real link: one treatment at the console, in which it comes in every phase. */
export async function runWired(
  row: Row,
  phases: readonly Phase[],
  seen: (observed: Observed) => void,
): Promise<void> {
  const treatment = await Treatment.start({
    scenario: warm,
    preset: { ...shortPreset(), fillVolumeMl: 2000, rinses: { count: 1, volumeMl: 1500 } },
  });
  try {
    for (const phase of phases) seen(await runPhase(treatment, row, phase));
    await end(treatment);
  } finally {
    await treatment.close();
  }
}

/** The journal is closed when the run is over. */
async function end(treatment: Treatment): Promise<void> {
  treatment.act({ type: 'end-run', reason: 'What was to be seen has been seen' });
  await treatment.untilPhase('complete', 60);
  await treatment.seconds(10);
  (await treatment.record()).close();
}

async function runPhase(treatment: Treatment, row: Row, phase: Phase): Promise<Observed> {
  await come(treatment, phase);
  treatment.operator = null;
  await treatment.seconds(isTesting(phase) ? 0.5 : settleSeconds);
  const expect = expectationOf(row, phase);
  const faultMs = treatment.clock.monotonicMs();
  const sight = () => sightOf(treatment, row, expect, faultMs);
  const watch = new CellWatch(row.name, phase, expect, sight());
  treatment.fault(row.fault, row.forSeconds);
  for (let tick = 0; tick < expect.watchSeconds * 10; tick += 1) {
    await treatment.seconds(0.1);
    watch.look(sight());
  }
  treatment.operator = new AutoOperator();
  return watch.observed;
}

/** An operator brings the run there, and lifts what the fault before has held. */
async function come(treatment: Treatment, phase: Phase): Promise<void> {
  const isThere = (run: RunView) =>
    run.phase === phase && run.alarms.length === 0 && (isTesting(phase) || isAsPlanned(run));
  await treatment.until(
    phase,
    (run) => {
      if (run.phase === 'treatment' && phase === 'drain') endTreatment(treatment);
      return isThere(run);
    },
    patienceSeconds,
  );
}

function isAsPlanned({ phase, mode, heatHeld, flowHeld }: RunView): boolean {
  const plan = phasePlans[phase];
  return mode.inForce === plan.mode && flowHeld === null && (plan.heat === 'off' || heatHeld === null);
}

const endTreatment = (treatment: Treatment): void =>
  void treatment.act({
    type: 'end-treatment',
    early: { reason: 'What was to be seen has been seen', clinician: 'Scenario clinician' },
  });

function sightOf(treatment: Treatment, row: Row, { alarm }: Expectation, faultMs: number): Sight {
  const { run, clock, rig } = treatment;
  const { inForce } = rig.rig.telemetry();
  const nowMs = clock.monotonicMs();
  const passedAfterMs = alarm === 'rig-restarted' ? 1000 * (row.forSeconds ?? 0) : linkLostMs;
  return {
    nowMs,
    standing: {
      mode: inForce.mode,
      heaterRequested: run.heater.requested === true,
      heaterInForce: inForce.heaterEnable,
      pumpRequested: (run.flow.requestedMlPerMin ?? 0) > 0,
      pumpInForce: inForce.pumpEnable,
    },
    alarms: run.alarms,
    limitPassed: nowMs - faultMs >= passedAfterMs,
    failedCheck: failedCheckOf(run),
    inflowCelsius: rig.rig.plant.circuit.inflowCelsius,
  };
}

const allChecks: readonly SelfTestCheck[] = Object.values(testChecks).flat();

function failedCheckOf({ selfTest }: RunView): SelfTestCheck | null {
  const failed = selfTest.find(({ state }) => state === 'failed');
  return allChecks.find((check) => check === failed?.check) ?? null;
}
