import type { RunView } from '../../electron/contract/view.ts';
import type { Alarm } from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { useText } from '../text/text.ts';
import { useAct } from './acting.ts';
import { byCause, type Cause, pastAlarms } from './alarm-order.ts';
import { AlarmRow } from './alarm-row.tsx';
import './alarm-list.css';

/** What is over stands here as long as it is fresh; the history has all of it. */
const shownPast = 8;

/** What is on and what to do about it; what is over and waits for acknowledgement; what is over. */
export function AlarmList({ run }: { readonly run: RunView }) {
  const text = useText().run.alarms;
  const causes = byCause(run.alarms);
  const isOn = ({ alarm }: Cause) => alarm.clearedMs === null;
  const past = byCause(pastAlarms(run.alarmSystem.history, run.alarms).slice(0, shownPast));
  return (
    <div className="list alarm-list">
      {causes.length === 0 && <p className="list-empty">{text.none}</p>}
      <Section heading={text.on} causes={causes.filter(isOn)} run={run} />
      <Section heading={text.latched} causes={causes.filter((cause) => !isOn(cause))} run={run} />
      <AcknowledgeAll alarms={causes.map(({ alarm }) => alarm)} />
      <Section heading={text.past} causes={past} run={run} past />
    </div>
  );
}

interface SectionProps {
  readonly heading: string;
  readonly causes: readonly Cause[];
  readonly run: RunView;
  readonly past?: boolean;
}

function Section({ heading, causes, run, past = false }: SectionProps) {
  if (causes.length === 0) return null;
  return (
    <section className={past ? 'alarm-past' : undefined}>
      <h2>{heading}</h2>
      <ul>
        {causes.map((cause) => (
          <AlarmRow key={cause.alarm.id} cause={cause} run={run} past={past} />
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
