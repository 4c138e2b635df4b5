import { alarmText } from '../../electron/contract/text.ts';
import type { RunView } from '../../electron/contract/view.ts';
import type { Alarm } from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { PriorityMark } from '../parts/priority-mark.tsx';
import { useText } from '../text/text.ts';
import { useAct } from './acting.ts';
import { inOrder, pastAlarms } from './alarm-order.ts';
import './alarm-list.css';

/** Active and latched alarms with what they say, since when, who acknowledged them; below, those that are over. */
export function AlarmList({ run }: { readonly run: RunView }) {
  const text = useText();
  const act = useAct();
  const alarms = inOrder(run.alarms);
  const open = alarms.filter((alarm) => alarm.acknowledgedMs === null);
  const past = pastAlarms(run.events, alarms);
  return (
    <div className="list alarm-list">
      {alarms.length === 0 && <p className="list-empty">{text.run.alarms.none}</p>}
      <ul>
        {alarms.map((alarm) => (
          <AlarmRow key={alarm.id} alarm={alarm} run={run} />
        ))}
      </ul>
      {open.length > 0 && (
        <Button
          data-action="acknowledge-all"
          title={text.run.alarms.acknowledgeAll(open.length)}
          onClick={() => void act({ type: 'acknowledge', alarmIds: open.map((alarm) => alarm.id) })}
        />
      )}
      {past.length > 0 && (
        <>
          <h2>{text.run.alarms.past}</h2>
          <ul className="alarm-past">
            {past.map((alarm) => (
              <AlarmRow key={alarm.id} alarm={alarm} run={run} over />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

interface AlarmRowProps {
  readonly alarm: Alarm;
  readonly run: RunView;
  /** Over and done with: what to do about it is no longer said. */
  readonly over?: boolean;
}

function AlarmRow({ alarm, run, over = false }: AlarmRowProps) {
  const text = useText();
  const { title, did, steps } = alarmText(text.domain, alarm, run.case);
  return (
    <li className="alarm-row" data-priority={alarm.priority}>
      <PriorityMark
        priority={alarm.priority}
        acknowledged={over || alarm.acknowledgedMs !== null}
        size="small"
      />
      <div className="alarm-row-words">
        <p className="alarm-row-title">{title}</p>
        {!over && (
          <p>
            {did} {steps.map((step, index) => text.run.alarms.step(index + 1, step)).join('  ')}
          </p>
        )}
      </div>
      <p className="alarm-row-times">
        {text.run.alarms.raised(alarm.raisedMs / 1000)}
        <br />
        {alarm.clearedMs === null ? text.run.alarms.present : text.run.alarms.cleared(alarm.clearedMs / 1000)}
        <br />
        {alarm.acknowledgedMs !== null &&
          text.run.alarms.acknowledgedBy(alarm.acknowledgedBy, alarm.acknowledgedMs / 1000)}
      </p>
    </li>
  );
}
