import type { SetupView } from '../../electron/contract/view.ts';
import { useText } from '../text/text.ts';
import { fits } from './draft.ts';
import { useForm, useProblem } from './field.tsx';
import './protocol-section.css';

/** The presets as cards: what is going to be done, and where the figures come from. */
export function ProtocolSection({ setup }: { readonly setup: SetupView }) {
  const { preset: text } = useText().setup;
  const { draft, change, touch } = useForm();
  const problem = useProblem('preset');
  return (
    <>
      {setup.presets.length === 0 && <p className="form-heading">{text.none}</p>}
      <div className="preset-cards">
        {setup.presets.map((preset) => (
          <button
            key={preset.name}
            type="button"
            className="preset-card"
            aria-pressed={preset.name === draft.presetName}
            data-fits={fits(preset, draft)}
            onClick={() => {
              change({ presetName: preset.name });
              touch('preset');
            }}
          >
            <b>{text.headline(preset)}</b>
            <span className="preset-name">{text.name(preset)}</span>
            <span>{text.for(preset)}</span>
            <span>
              {text.flow(preset)}. {text.controlSite(preset)}
            </span>
            <span>{text.volume(preset)}</span>
            <span>{text.fillDrain(preset)}</span>
            <span>{text.rinses(preset)}</span>
            <span className="preset-source">{text.source(preset)}</span>
          </button>
        ))}
      </div>
      <p className="field-problem">{problem}</p>
      {setup.presetProblems.length > 0 && (
        <div className="preset-problems">
          <h3>{text.refused}</h3>
          <ul>
            {setup.presetProblems.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
