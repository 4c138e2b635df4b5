import { isTesting, type Phase } from '../../electron/domain/phase.ts';
import { phasePlans } from '../../electron/protocol/phase-plan.ts';
import { Treatment } from '../campaign/treatment/treatment.ts';
import type { Observed } from './cell.ts';
import { type Expectation, expectationOf, type Row } from './expectation.ts';
import { passed } from './onset.ts';
import { scenarioPatient } from './patient.ts';
import { CellWatch, type Sight } from './watch.ts';

/** Nobody gets anywhere within this: a phase that never comes, s. */
const patienceSeconds = 3 * 3600;
/** In the phase, with its mode in force, for this long before the fault comes, s: the flow is judged from 15 s on. */
const settleSeconds = 25;
/** The self-test is over soon, s. */
const testSettleSeconds = { 'self-test': 1, 'machine-test': 0 } as const;

/** One cell without the wire: to the phase with a careful operator, then nobody at the controls, and the fault. */
export function runDirect(row: Row, phase: Phase): Observed {
  const treatment = settled(phase);
  const expect = expectationOf(row, phase);
  const watch = new CellWatch(row.name, phase, expect, sightOf(treatment, expect));
  treatment.rig.inject(row.fault, row.forSeconds);
  for (let tick = 0; tick < expect.watchSeconds * 10; tick += 1) {
    treatment.tick();
    watch.look(sightOf(treatment, expect));
  }
  return watch.observed;
}

function settled(phase: Phase): Treatment {
  const treatment = Treatment.begin(scenarioPatient(phase));
  while (!isIn(treatment, phase)) {
    treatment.tick();
    if (treatment.nowMs > patienceSeconds * 1000) throw new Error(`The run never came to ${phase}.`);
  }
  treatment.operated = false;
  const seconds = isTesting(phase) ? testSettleSeconds[phase] : settleSeconds;
  for (let tick = 0; tick < seconds * 10; tick += 1) treatment.tick();
  return treatment;
}

/** In the phase, and fluid goes where the phase sends it: not still through bypass. */
function isIn({ state, phase }: Treatment, wanted: Phase): boolean {
  if (phase !== wanted) return false;
  return wanted === 'self-test' || state.telemetry?.inForce.mode === phasePlans[wanted].mode;
}

function sightOf(treatment: Treatment, { alarm, subject, limit }: Expectation): Sight {
  const { nowMs, intent, state, alarms } = treatment;
  const telemetry = state.telemetry ?? treatment.rig.telemetry();
  const isPassed = alarm === null ? undefined : passed[limit === 'first' ? alarm : limit];
  return {
    nowMs,
    standing: {
      mode: telemetry.inForce.mode,
      heaterRequested: intent.heaterEnable,
      heaterInForce: telemetry.inForce.heaterEnable,
      pumpRequested: intent.pumpEnable,
      pumpInForce: telemetry.inForce.pumpEnable,
    },
    alarms: alarms.shown,
    limitPassed: isPassed?.({ nowMs, intent, telemetry, state }, subject) ?? false,
    inflowCelsius: treatment.rig.plant.circuit.inflowCelsius,
    failedCheck: state.selfTest.results.find((result) => !result.passed)?.check ?? null,
  };
}
