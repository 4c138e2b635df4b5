import type { Placement } from '../../electron/contract/text.ts';
import type { AlarmSystemView, ConsoleView } from '../../electron/contract/view.ts';
import { type Alarm, defaultProbeSites } from '../../electron/contract/words.ts';

/** The alarms that stand now and what belongs to them: those of the run, or of the console where none is shown. */
export interface StandingAlarms {
  readonly alarms: readonly Alarm[];
  readonly system: AlarmSystemView;
  readonly placement: Placement;
}

/** Without a run nobody has said yet where the probes lie. */
const unplaced: Placement = { probeSites: defaultProbeSites, coreSite: '' };

export function standingAlarms({ run, machine }: ConsoleView): StandingAlarms | null {
  if (run !== null) return { alarms: run.alarms, system: run.alarmSystem, placement: run.case };
  const { alarms, alarmSystem: system } = machine;
  return system === null ? null : { alarms, system, placement: unplaced };
}
