import { theatre } from '../../build/shipped-site.ts';
import { newAlarms } from '../../electron/alarms/step.ts';
import type { AlarmLimitView, SiteView } from '../../electron/contract/view.ts';
import { alarmLimitNames, alarmLimits } from '../../electron/domain/alarm-limits.ts';
import { recordedSite } from '../../electron/domain/site.ts';
import { siteView } from '../../electron/program/setup.ts';

export { theatre, ward } from '../../build/shipped-site.ts';

export const theatreView: SiteView = siteView({ site: theatre, problem: null });
export const recordedTheatre = recordedSite(theatre);
export const noAlarms = newAlarms(theatre.alarmLimits);

/** As a run begins with them. */
export const shownLimits: readonly AlarmLimitView[] = alarmLimitNames.map((name) => {
  const { unit, changedBy } = alarmLimits[name];
  const limit = theatre.alarmLimits[name];
  return { name, unit, changedBy, ...limit, value: limit.initial, changes: [] };
});
