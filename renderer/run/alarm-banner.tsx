import { actorName, advisesLowerTarget, alarmText, type Placement } from '../../electron/contract/text.ts';
import type { AlarmSystemView } from '../../electron/contract/view.ts';
import type { Alarm } from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { PriorityMark } from '../parts/priority-mark.tsx';
import { useText } from '../text/text.ts';
import { ems, wide } from '../text/width.ts';
import { AcknowledgeButton } from './acknowledge-button.tsx';
import { alarmNow } from './alarm-now.ts';
import { AlarmStanding } from './alarm-standing.tsx';
import { AudioButton } from './audio-button.tsx';
import { OtherAlarms } from './other-alarms.tsx';
import { pressSettleMs, useMeant } from './use-settled.ts';
import './alarm-banner.css';

interface AlarmBannerProps {
  readonly alarm: Alarm;
  readonly others: readonly Alarm[];
  readonly placement: Placement;
  readonly system: AlarmSystemView;
  readonly onMore: () => void;
  /** Where another target may be chosen now. */
  readonly onChangeTarget?: (() => void) | null;
}

/** The most urgent alarm: its value now, where it began, what the console did, at most three things to do, one a line. */
export function AlarmBanner(props: AlarmBannerProps) {
  const { alarm, others, placement, system, onMore, onChangeTarget = null } = props;
  const words = useText();
  const text = words.run.alarms;
  const { title, did, steps } = alarmText(words.domain, alarmNow(alarm, system.figures), placement);
  const numbered = steps.map((step, index) => text.step(index + 1, step));
  const acknowledged = alarm.acknowledgedMs !== null;
  const meant = useMeant(alarm.id, pressSettleMs);
  return (
    <section
      className="status-strip alarm-banner"
      role="alert"
      data-priority={alarm.priority}
      data-acknowledged={acknowledged}
      data-alarm={alarm.id}
    >
      <PriorityMark priority={alarm.priority} acknowledged={acknowledged} size="large" />
      <div className="alarm-words" data-full={ems(did) > fullEms} data-many={numbered.length > 2}>
        <p className="alarm-title" style={wide(ems(title))}>
          {title}
        </p>
        <p className="alarm-did" style={wide(ems(did) + standingEms)}>
          <AlarmStanding alarm={alarm} figures={system.figures} /> {did !== '' && <span>{did}</span>}
        </p>
        <ol className="alarm-steps" style={wide(Math.max(...numbered.map(ems)))}>
          {numbered.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </div>
      {onChangeTarget !== null && advisesLowerTarget.has(alarm.code) && (
        <Button
          className="alarm-offer"
          data-action="change-target"
          title={words.run.control.change}
          onClick={onChangeTarget}
        />
      )}
      {others.length > 0 && <OtherAlarms others={others} figures={system.figures} onMore={onMore} />}
      <AudioButton sound={system.sound} />
      {acknowledged ? (
        <Acknowledged alarm={alarm} />
      ) : (
        <AcknowledgeButton alarms={[alarm, ...others]} meant={meant} />
      )}
    </section>
  );
}

function Acknowledged({ alarm }: { readonly alarm: Alarm }) {
  const { run, domain } = useText();
  const text = run.alarms;
  if (alarm.acknowledgedMs === null) return null;
  return (
    <p className="alarm-acknowledged">
      <b>{text.acknowledged}</b>
      <br />
      {text.acknowledgedBy(
        alarm.acknowledgedBy && actorName(domain, alarm.acknowledgedBy),
        alarm.acknowledgedMs / 1000,
      )}
    </p>
  );
}

/** Beside other alarms what was done takes two lines from here on, em. */
const fullEms = 38;
/** About as wide as "began at 43.52 °C", em. */
const standingEms = 11;
