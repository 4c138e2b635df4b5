import type { RunView } from '../../electron/contract/view.ts';
import { useText } from '../text/text.ts';
import { type StripStep, stripSteps } from './phase-steps.ts';
import './phase-strip.css';

/** The way through the run. The current phase is wide and readable from across the room. */
export function PhaseStrip({ run }: { readonly run: RunView }) {
  const text = useText();
  const name = (step: StripStep) =>
    step.state !== 'current' && step.phase === 'rinse'
      ? text.run.phaseStrip.rinses(step.rounds)
      : text.run.phaseStrip.round(step.phase, step.round, step.rounds);
  return (
    <ol className="phase-strip" aria-label={text.run.phaseStrip.label}>
      {stripSteps(run.steps).map((step) => (
        <li
          key={step.phase}
          className="phase-step"
          data-state={step.state}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          {step.progress !== null && step.state === 'current' && (
            <i className="phase-progress" style={{ width: `${Math.min(1, step.progress) * 100}%` }} />
          )}
          <span className="phase-name">{name(step)}</span>
          {step.state === 'current' && step.startSeconds !== null && (
            <span className="phase-since">
              {text.run.phaseStrip.since(run.sessionSeconds - step.startSeconds)}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
