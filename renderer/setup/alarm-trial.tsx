import { useRef } from 'react';
import { useColourProblem } from '../parts/alarm-colours.ts';
import { AlarmMarks } from '../parts/alarm-marks.tsx';
import { Button } from '../parts/button.tsx';
import { askForTrial, useSound } from '../sound/trial.ts';
import { useText } from '../text/text.ts';
import './alarm-trial.css';

/** Lets people hear the three bursts and see the three colours before they tick that they did. */
export function AlarmTrial() {
  const text = useText().trial;
  const marks = useRef<HTMLSpanElement>(null);
  const problem = useColourProblem(marks);
  const { audio, tries } = useSound();
  const sound = audio === null ? text.testing : text.audio[audio];
  return (
    <div className="alarm-trial" data-colours={problem ?? 'right'} data-audio={audio}>
      <Button data-action="try-alarms" title={text.button} onClick={askForTrial} />
      <AlarmMarks ref={marks} />
      <p aria-live="polite">
        {tries === null ? sound : text.sounds[tries]}
        <br />
        {problem == null ? text.coloursRight : text.colourProblem[problem]}
      </p>
    </div>
  );
}
