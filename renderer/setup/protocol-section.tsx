import { useState } from 'react';
import type { SetupView, SiteView } from '../../electron/contract/view.ts';
import {
  isComplete,
  type PresetTemplate,
  reckonedFill,
  reservoirNeedsMl,
} from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { useText } from '../text/text.ts';
import { fits } from './draft.ts';
import { bodyOf, refusedHere } from './draft-numbers.ts';
import { useForm, useProblem } from './form-context.ts';
import { withoutAnyAddition } from './planned-additions.ts';
import { PresetEditor } from './preset-editor.tsx';
import { type Chosen, plannedFillMl } from './preset-form.ts';
import './protocol-section.css';

interface ProtocolSectionProps {
  readonly setup: SetupView;
  readonly chosen: Chosen | null;
}

/** The presets as cards: what is going to be done, and where the figures come from; then one of them to be changed. */
export function ProtocolSection({ setup, chosen }: ProtocolSectionProps) {
  const { setup: words, domain } = useText();
  const { preset: text, editor } = words;
  const { draft, change } = useForm();
  const problem = useProblem('preset');
  const [editing, setEditing] = useState(draft.presetForm !== null);
  if (editing && chosen !== null) {
    return <PresetEditor chosen={chosen} onLeave={() => setEditing(false)} />;
  }
  const choose = (preset: PresetTemplate) => {
    if (preset.name !== draft.presetName)
      change({ presetName: preset.name, presetForm: null, drugs: withoutAnyAddition(draft.drugs) });
    if (!isComplete(preset)) setEditing(true);
  };
  return (
    <>
      {setup.presets.length === 0 && <p className="form-heading">{text.none}</p>}
      <div className="preset-cards">
        {[...setup.presets, ...setup.templates].map((preset) => (
          <PresetCard
            key={preset.name}
            preset={preset}
            chosen={preset.name === draft.presetName ? chosen : null}
            site={setup.site}
            onChoose={() => choose(preset)}
          />
        ))}
      </div>
      <p className="field-problem">{problem}</p>
      <Button
        data-action="edit-preset"
        className="edit-preset"
        title={editor.edit}
        caption={editor.editCaption}
        aria-disabled={chosen === null}
        onClick={() => chosen !== null && setEditing(true)}
      />
      {setup.presetProblems.length > 0 && (
        <div className="preset-problems">
          <h3>{text.refused}</h3>
          <ul>
            {setup.presetProblems.map((one) => (
              <li key={one}>{domain.problem(one)}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

interface PresetCardProps {
  readonly preset: PresetTemplate;
  /** Where this one is chosen: what became of it. */
  readonly chosen: Chosen | null;
  readonly site: SiteView;
  readonly onChoose: () => void;
}

function PresetCard({ preset, chosen, site, onChoose }: PresetCardProps) {
  const { setup, domain } = useText();
  const { preset: text, editor } = setup;
  const formula = domain.bodySurfaceFormula[site.bodySurfaceFormula];
  const { draft, touch } = useForm();
  const shown = chosen?.preset ?? preset;
  const reckoned = reckonedFill(shown, bodyOf(draft), site.bodySurfaceFormula);
  const fillMl = plannedFillMl(shown, bodyOf(draft), site.bodySurfaceFormula);
  const needs = fillMl === null ? null : reservoirNeedsMl(site, fillMl);
  return (
    <button
      type="button"
      className="preset-card"
      aria-pressed={chosen !== null}
      data-fits={fits(preset, draft) && refusedHere(site, draft, preset).length === 0}
      onClick={() => {
        onChoose();
        touch('preset');
      }}
    >
      <b>{text.headline(shown)}</b>
      <span className="preset-name">
        {text.name(preset)}
        {chosen !== null && chosen.changes.length > 0 && <em> {editor.changed(chosen.changes.length)}</em>}
      </span>
      <span>{text.for(preset)}</span>
      {isComplete(shown) ? (
        <>
          <span>
            {text.flow(shown)}. {text.controlSite(shown)}
          </span>
          <span>{text.volume(shown, reckoned, formula)}</span>
          <span>{text.clock(shown)}</span>
          <span>{text.fillDrain(shown)}</span>
          {needs !== null && <span>{text.reservoir(needs)}</span>}
        </>
      ) : (
        <span className="preset-blank">{editor.blank}</span>
      )}
      <span>{text.rinses(shown)}</span>
      <span className="preset-source">{text.source(preset)}</span>
    </button>
  );
}
