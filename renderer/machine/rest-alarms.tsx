import type { ConsoleView } from '../../electron/contract/view.ts';
import { AlarmBanner } from '../run/alarm-banner.tsx';
import { byCause } from '../run/alarm-order.ts';
import { standingAlarms } from './standing-alarms.ts';

interface RestAlarmsProps {
  readonly view: ConsoleView;
  readonly onMore: () => void;
}

/** The banner of a run, outside one; it takes its place at the top only while there is something to tell. */
export function RestAlarms({ view, onMore }: RestAlarmsProps) {
  const standing = standingAlarms(view);
  const [first, ...others] = byCause(standing?.alarms ?? []).map(({ alarm }) => alarm);
  if (standing === null || first === undefined) return null;
  const { placement, system } = standing;
  return <AlarmBanner alarm={first} others={others} placement={placement} system={system} onMore={onMore} />;
}
