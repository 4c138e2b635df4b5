import type { Sound } from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { minutesSeconds } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { useAct } from './acting.ts';

/** Pauses what sounds, with the time that is left of a pause; the alarm itself stays as it is. */
export function AudioButton({ sound }: { readonly sound: Sound }) {
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
