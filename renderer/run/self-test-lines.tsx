import { useRef } from 'react';
import type { RunView, SelfTestLine } from '../../electron/contract/view.ts';
import { useColourProblem } from '../parts/alarm-colours.ts';
import { AlarmMarks } from '../parts/alarm-marks.tsx';
import { askForTrial, useSound } from '../sound/trial.ts';
import { useText } from '../text/text.ts';
import './self-test-lines.css';

/** Every check of the self-test, in order: what it proves, how it stands, what was found; then sound and colours. */
export function SelfTestLines({ run }: { readonly run: RunView }) {
  const { run: text, domain } = useText();
  return (
    <ol className="list self-test">
      {run.selfTest.map(({ check, state, detail }) => (
        <li key={check} data-state={state}>
          <i />
          <span className="self-test-check">{text.selfTestChecks[check] ?? check}</span>
          <span className="self-test-detail">{domain.selfTestDetail(detail)}</span>
          <b>{text.panel.selfTestState[state]}</b>
        </li>
      ))}
      <SoundLine />
      <ColourLine />
    </ol>
  );
}

/** The console proves that its output runs; that the bursts are heard, people tell. */
function SoundLine() {
  const { trial: text, run } = useText();
  const { audio, tries, tried } = useSound();
  const state = soundState(audio === 'working', audio === null || tries !== null, tried);
  return (
    <li data-check="sound" data-state={state}>
      <i />
      <span className="self-test-check">{text.sound}</span>
      <span className="self-test-detail">
        {tries !== null ? text.sounds[tries] : audio === null ? text.testing : text.audio[audio]}
      </span>
      <button type="button" className="segment" data-action="try-alarms" onClick={askForTrial}>
        {text.again}
      </button>
      <b>{run.panel.selfTestState[state]}</b>
    </li>
  );
}

function soundState(works: boolean, busy: boolean, tried: boolean): SelfTestLine['state'] {
  if (busy) return 'running';
  if (!works) return 'failed';
  return tried ? 'passed' : 'waiting';
}

function ColourLine() {
  const { trial: text, run } = useText();
  const marks = useRef<HTMLSpanElement>(null);
  const problem = useColourProblem(marks);
  const state = problem === undefined ? 'running' : problem === null ? 'passed' : 'failed';
  return (
    <li data-check="colours" data-state={state}>
      <i />
      <span className="self-test-check">{text.colours}</span>
      <span className="self-test-detail">
        {problem == null ? text.coloursRight : text.colourProblem[problem]}
      </span>
      <AlarmMarks ref={marks} />
      <b>{run.panel.selfTestState[state]}</b>
    </li>
  );
}
