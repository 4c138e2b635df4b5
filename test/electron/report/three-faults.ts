import { typedActor } from '../../../electron/domain/actor.ts';
import type { Alarm } from '../../../electron/domain/alarm.ts';
import type { RunRecord } from '../../../electron/record/run-record.ts';
import { AutoOperator } from '../../../electron/session/auto-operator.ts';
import { clinicianNamed, perfusionistNamed } from '../../support/people.ts';
import { shortPreset, Treatment, warm } from '../../support/treatment.ts';

export const people = {
  perfusionist: 'First perfusionist',
  nurse: 'Circulating nurse',
  surgeon: 'Surgeon',
} as const;

/** What the screen showed of every occurrence when the run was over, and the record of it. */
export interface ThreeFaults {
  readonly record: RunRecord;
  readonly history: readonly Alarm[];
}

/**
 * A treatment with three faults, and people who act on them: a cavity probe comes off for so long that it is called
 * to mind after its acknowledgement; the flow is reduced meanwhile, and later more; then, while audio is paused for
 * that, the link is cut. Heat is resumed, the treatment ended early. The record is there for as long as `use` runs.
 */
export async function withThreeFaults(use: (run: ThreeFaults) => Promise<void>): Promise<void> {
  const treatment = await Treatment.start({ scenario: warm, preset: shortPreset() });
  try {
    await treatment.untilPhase('treatment', 900);
    await treatment.seconds(30);
    treatment.operator = null;
    await probeOffAndFlowReduced(treatment);
    await linkCutWhilePaused(treatment);
    treatment.operator = new AutoOperator();
    await treatment.until('heat resumed', ({ heatHeld }) => heatHeld === null, 120);
    await treatment.seconds(10);
    const early = { reason: 'Link lost, decided with the surgeon', clinician: people.surgeon };
    treatment.engine.act(perfusionistNamed(people.perfusionist), { type: 'end-treatment', early });
    await treatment.untilPhase('complete', 900);
    const { history } = treatment.run.alarmSystem;
    const record = await treatment.record();
    try {
      await use({ record, history });
    } finally {
      record.close();
    }
  } finally {
    await treatment.close();
  }
}

async function probeOffAndFlowReduced(treatment: Treatment): Promise<void> {
  treatment.fault({ fault: 'probe-open', probe: 3 }, 230);
  await treatment.untilAlarm('probe-fault', 10);
  await treatment.seconds(15);
  acknowledgeAll(treatment);
  await treatment.seconds(150);
  treatment.fault({ fault: 'flow-blocked', line: 'inflow', openShare: 0.85 }, 50);
  await treatment.untilAlarm('flow-deviation', 60);
  await treatment.seconds(10);
  acknowledgeAll(treatment);
  treatment.engine.act(clinicianNamed(people.surgeon), {
    type: 'change-alarm-limit',
    limit: 'flow-off',
    value: 12,
  });
  await treatment.until('all over', ({ alarms }) => alarms.length === 0, 240);
  await treatment.seconds(20);
}

async function linkCutWhilePaused(treatment: Treatment): Promise<void> {
  treatment.fault({ fault: 'flow-blocked', line: 'inflow', openShare: 0.7 }, 40);
  await treatment.untilAlarm('flow-deviation-large', 60);
  treatment.engine.act(typedActor(people.nurse), { type: 'pause-audio' });
  await treatment.seconds(20);
  treatment.loopback.wire = 'cut';
  await treatment.untilAlarm('link-lost', 5);
  await treatment.seconds(12);
  acknowledgeAll(treatment);
  treatment.loopback.wire = 'whole';
}

function acknowledgeAll(treatment: Treatment): void {
  const alarmIds = treatment.run.alarms.map(({ id }) => id);
  treatment.engine.act(typedActor(people.perfusionist), { type: 'acknowledge', alarmIds });
}
