import { alarmText, type Placement } from '../../electron/contract/text.ts';
import type { RunView } from '../../electron/contract/view.ts';
import type { Alarm } from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { PriorityMark } from '../parts/priority-mark.tsx';
import { minutesSeconds } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { useAct } from './acting.ts';
import { perPriority } from './alarm-order.ts';
import './alarm-banner.css';

interface AlarmBannerProps {
  readonly alarm: Alarm;
  readonly others: readonly Alarm[];
  readonly placement: Placement;
  readonly sound: RunView['alarmSystem']['sound'];
  readonly onMore: () => void;
}

/** The most urgent alarm: value and limit, what the console did, at most three things to do. */
export function AlarmBanner({ alarm, others, placement, sound, onMore }: AlarmBannerProps) {
  const text = useText();
  const act = useAct();
  const { title, did, steps } = alarmText(text.domain, alarm, placement);
  const acknowledged = alarm.acknowledgedMs !== null;
  return (
    <section
      className="status-strip alarm-banner"
      role="alert"
      data-priority={alarm.priority}
      data-acknowledged={acknowledged}
      data-alarm={alarm.id}
    >
      <PriorityMark priority={alarm.priority} acknowledged={acknowledged} size="large" />
      <div className="alarm-words">
        <p className="alarm-title" data-long={title.length > 44}>
          {title}
        </p>
        <p className="alarm-did">
          {alarm.clearedMs !== null && <b>{text.run.alarms.cleared(alarm.clearedMs / 1000)} </b>}
          {did}
        </p>
        <ol className="alarm-steps" data-long={steps.join(' ').length > 96}>
          {steps.map((step, index) => (
            <li key={step}>{text.run.alarms.step(index + 1, step)}</li>
          ))}
        </ol>
      </div>
      {others.length > 0 && (
        <Button
          className="alarm-more"
          onClick={onMore}
          title={text.run.alarms.more(others.length)}
          caption={
            <span className="alarm-more-marks">
              {perPriority(others).map(({ priority, acknowledged }) => (
                <PriorityMark key={priority} priority={priority} acknowledged={acknowledged} size="small" />
              ))}
            </span>
          }
        />
      )}
      <AudioButton sound={sound} />
      {alarm.acknowledgedMs === null ? (
        <Button
          className="alarm-acknowledge"
          data-action="acknowledge"
          title={text.run.alarms.acknowledge}
          onClick={() => void act({ type: 'acknowledge', alarmIds: [alarm.id] })}
        />
      ) : (
        <p className="alarm-acknowledged">
          <b>{text.run.alarms.acknowledged}</b>
          <br />
          {text.run.alarms.acknowledgedBy(alarm.acknowledgedBy, alarm.acknowledgedMs / 1000)}
        </p>
      )}
    </section>
  );
}

/** Pauses what sounds, with the time that is left of a pause; the alarm itself stays as it is. */
function AudioButton({ sound }: { readonly sound: RunView['alarmSystem']['sound'] }) {
  const text = useText().run.alarms;
  const act = useAct();
  if (sound.state === 'sounding') {
    return (
      <Button
        className="alarm-audio"
        data-action="pause-audio"
        title={text.pauseAudio}
        caption={text.pauseLasts}
        onClick={() => void act({ type: 'pause-audio' })}
      />
    );
  }
  if (sound.state !== 'paused') return null;
  return (
    <Button
      className="alarm-audio"
      data-action="resume-audio"
      title={text.audioPaused}
      caption={minutesSeconds(sound.secondsLeft)}
      onClick={() => void act({ type: 'resume-audio' })}
    />
  );
}
