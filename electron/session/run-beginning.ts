import type { TrendMark } from '../contract/view.ts';
import type { KeptEvent, RunEvent, RunHeader } from '../domain/run-event.ts';
import { rigWithin } from '../domain/site.ts';
import { knownPatient } from '../protocol/estimate/priors.ts';
import { newRun, type RunState } from '../protocol/state.ts';
import { AlarmDesk } from './alarm-desk.ts';

/** What a run is begun with, or gone on with. */
export interface RunBeginning {
  readonly state: RunState;
  readonly alarms: AlarmDesk;
  /** As far as a screen shows them. */
  readonly events: readonly KeptEvent[];
  readonly marks: readonly TrendMark[];
  /** To be kept first. */
  readonly told: readonly RunEvent[];
}

type Begun = Pick<RunHeader, 'preset' | 'case' | 'site' | 'rig' | 'fluidInCavityMl'>;

/** The state every run begins with. Of the rig it uses what the site allows in such a case. */
export const newRunOf = (header: Begun): RunState =>
  newRun(
    header.preset,
    header.case.probeSites,
    rigWithin(header.site, header.case.setting, header.rig),
    0,
    knownPatient(header.case),
    {
      fluidInCavityMl: header.fluidInCavityMl,
      coreHold: header.site.coreHold,
      checksEachDrug: header.site.twoCheckersForEachAddition,
      needsSecond: { heat: header.site.twoPeopleStartHeat, drugs: header.site.twoPeopleRecordDrugs },
      asksTimeOut: true,
      reservoirRestMl: header.site.reservoirRestMl,
      circuitVolumeMl: header.site.circuitVolumeMl,
    },
  );

/** Of a run that has not begun before. */
export function newBeginning(header: RunHeader): RunBeginning {
  return {
    state: newRunOf(header),
    alarms: new AlarmDesk(header.site.alarmLimits),
    events: [],
    marks: [],
    told: [
      { type: 'run-started', header },
      { type: 'phase', from: null, to: 'self-test', cause: 'start' },
    ],
  };
}
