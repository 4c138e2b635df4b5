import type { Placement } from '../../electron/contract/text.ts';
import type { AlarmSystemView } from '../../electron/contract/view.ts';
import type { Alarm } from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { useText } from '../text/text.ts';
import { useAct } from './acting.ts';
import { byCause, type Cause, pastAlarms } from './alarm-order.ts';
import { AlarmRow } from './alarm-row.tsx';
import './alarm-list.css';

/** What is over stands here as long as it is fresh; the history has all of it. */
const shownPast = 8;

interface AlarmListProps {
  readonly alarms: readonly Alarm[];
  readonly system: AlarmSystemView;
  readonly placement: Placement;
  /** Where another target may be chosen now. */
  readonly onChangeTarget?: (() => void) | null;
}

/** What is on and what to do about it; what is over and waits for acknowledgement; what is over. */
export function AlarmList({ alarms, system, placement, onChangeTarget = null }: AlarmListProps) {
  const text = useText().run.alarms;
  const causes = byCause(alarms);
  const isOn = ({ alarm }: Cause) => alarm.clearedMs === null;
  const past = byCause(pastAlarms(system.history, alarms).slice(0, shownPast));
  const { figures } = system;
  return (
    <div className="list alarm-list">
      {causes.length === 0 && <p className="list-empty">{text.none}</p>}
      <Section
        heading={text.on}
        causes={causes.filter(isOn)}
        figures={figures}
        placement={placement}
        onChangeTarget={onChangeTarget}
      />
      <Section
        heading={text.latched}
        causes={causes.filter((cause) => !isOn(cause))}
        figures={figures}
        placement={placement}
      />
      <AcknowledgeAll alarms={causes.map(({ alarm }) => alarm)} />
      <Section heading={text.past} causes={past} figures={figures} placement={placement} past />
    </div>
  );
}

interface SectionProps {
  readonly heading: string;
  readonly causes: readonly Cause[];
  readonly figures: AlarmSystemView['figures'];
  readonly placement: Placement;
  readonly past?: boolean;
  readonly onChangeTarget?: (() => void) | null;
}

function Section({ heading, causes, past = false, onChangeTarget = null, ...row }: SectionProps) {
  if (causes.length === 0) return null;
  return (
    <section className={past ? 'alarm-past' : undefined}>
      <h2>{heading}</h2>
      <ul>
        {causes.map((cause) => (
          <AlarmRow key={cause.alarm.id} cause={cause} past={past} onChangeTarget={onChangeTarget} {...row} />
        ))}
      </ul>
    </section>
  );
}

/** Below what it acknowledges. What stands under another asks for itself should it outlast its cause. */
function AcknowledgeAll({ alarms }: { readonly alarms: readonly Alarm[] }) {
  const text = useText().run.alarms;
  const act = useAct();
  const open = alarms.filter((alarm) => alarm.acknowledgedMs === null);
  if (open.length === 0) return null;
  return (
    <Button
      data-action="acknowledge-all"
      title={text.acknowledgeAll(open.length)}
      onClick={() => void act({ type: 'acknowledge', alarmIds: open.map((alarm) => alarm.id) })}
    />
  );
}
