import type { ConsoleView } from '../../electron/contract/view.ts';
import { AlarmList } from '../run/alarm-list.tsx';
import { standingAlarms } from './standing-alarms.ts';

/** All alarms that stand outside a run, in the place of what is less urgent. */
export function AtRestList({ view }: { readonly view: ConsoleView }) {
  const standing = standingAlarms(view);
  return <section className="at-rest-list panel">{standing !== null && <AlarmList {...standing} />}</section>;
}
