import type { Sound } from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { hotkeys, useHotkey } from '../parts/hotkey.ts';
import { minutesSeconds } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { useAct } from './acting.ts';

/** Pauses what sounds, with the time that is left of a pause; the alarm itself stays as it is. */
export function AudioButton({ sound }: { readonly sound: Sound }) {
  const text = useText().run.alarms;
  const act = useAct();
  const press = () => void act({ type: sound.state === 'paused' ? 'resume-audio' : 'pause-audio' });
  const button = useHotkey(hotkeys.audio, press);
  if (sound.state !== 'sounding' && sound.state !== 'paused') return null;
  const paused = sound.state === 'paused';
  return (
    <Button
      ref={button}
      hotkey={hotkeys.audio}
      className="alarm-audio"
      data-action={paused ? 'resume-audio' : 'pause-audio'}
      title={paused ? text.audioPaused : text.pauseAudio}
      caption={paused ? minutesSeconds(sound.secondsLeft) : text.pauseLasts}
      onClick={press}
    />
  );
}
