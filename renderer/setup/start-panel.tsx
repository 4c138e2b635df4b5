import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { HeldButton } from '../parts/held-button.tsx';
import { missingText } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { type Draft, fluidInCavityMl, toCase } from './draft.ts';
import { fieldNames } from './field.tsx';
import { type Chosen, editedToStart } from './preset-form.ts';
import type { Problem, Section } from './problems.ts';
import { refusalInWords } from './refusal.ts';
import { sections } from './section-tabs.tsx';
import './start-panel.css';

interface StartPanelProps {
  readonly draft: Draft;
  readonly chosen: Chosen | null;
  readonly problems: readonly Problem[];
  readonly section: Section;
  /** What is missing needs the room of the way through the form. */
  readonly brief: boolean;
  readonly onGo: (section: Section) => void;
}

/** What is still missing, the way to it, and the button that starts the run, which is held as all that goes on is. */
export function StartPanel({ draft, chosen, problems, section, brief, onGo }: StartPanelProps) {
  const words = useText();
  const { setup: text } = words.setup;
  const { domain } = words;
  const [starting, setStarting] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const names: Readonly<Record<string, string>> = {
    ...domain.setUpCheck,
    ...fieldNames(words, draft),
  };
  const next = sections[sections.indexOf(section) + 1];
  const showMissing = () => {
    const first = problems.find((problem) => problem.section !== 'rig');
    if (first === undefined || first.section === 'rig') return;
    onGo(first.section);
    requestAnimationFrame(showFirstWrong);
  };
  const start = async () => {
    setStarting(true);
    setRefusal(null);
    try {
      const request = {
        case: toCase(draft),
        presetName: draft.presetName,
        edited: chosen === null ? null : editedToStart(chosen),
        fluidInCavityMl: fluidInCavityMl(draft),
      };
      const reply = await window.isotherm.invoke('start', request);
      if (!reply.ok) setRefusal(reply.problem);
    } catch (error) {
      setRefusal(refusalInWords(error, words) ?? text.noAnswer);
    }
    setStarting(false);
  };
  return (
    <>
      <section className="missing panel">
        {refusal !== null && (
          <div className="rig-problem" role="alert">
            <h2>{text.refused}</h2>
            <p>{domain.problem(refusal)}</p>
          </div>
        )}
        {problems.length === 0 && <Summary draft={draft} chosen={chosen} />}
        {problems.length > 0 && (
          <>
            <h2>{text.missingHeading}</h2>
            <ul>
              {problems.map((problem) => (
                <li key={`${problem.field} ${problem.text}`}>
                  <b>{names[problem.field]}</b> {problem.text}
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      {next !== undefined && !brief && (
        <Button
          data-action="next-section"
          title={text.next(text.sections[next])}
          onClick={() => onGo(next)}
        />
      )}
      <HeldButton
        look="primary"
        className="start-run"
        action="start-run"
        enabled={problems.length === 0 && !starting}
        title={starting ? text.starting : text.start}
        caption={
          problems.length > 0 ? text.cannotStart(problems.length) : words.actions.hold(text.startCaption)
        }
        keepHolding={words.actions.interventionNotes.keepHolding}
        onHeld={() => void start()}
        onRefused={showMissing}
      />
    </>
  );
}

/** What is asked for may lie below the edge of the form. */
const showFirstWrong = (): void =>
  document.querySelector('.setup-form [data-invalid="true"]')?.scrollIntoView({ block: 'nearest' });

/** Who gets what, once more and large, above the button that starts it. */
function Summary({ draft, chosen }: { readonly draft: Draft; readonly chosen: Chosen | null }) {
  const words = useText();
  const { setup: text, preset: presetText, editor, choices, unit } = words.setup;
  const fields = fieldNames(words, draft);
  const fluidAnswer = ({ fluidBefore, fluidMl }: Draft) =>
    fluidBefore === 'about' ? `${fluidMl.trim()} ${unit.ml}` : choices.fluidBefore.unknown;
  const changes = chosen?.changes.length ?? 0;
  const rows = [
    [fields.name, `${draft.name}, ${draft.birthDate}`],
    [fields.hospitalNumber, draft.hospitalNumber],
    [
      fields.preset,
      chosen?.preset == null
        ? ''
        : `${presetText.headline(chosen.preset)}${changes === 0 ? '' : `, ${editor.changed(changes)}`}`,
    ],
    [fields.drugAsEntered, draft.drugAsEntered],
    ...(draft.fluidBefore === 'no' ? [] : [[fields.fluidBefore, fluidAnswer(draft)] as const]),
    [fields.perfusionist, draft.perfusionist],
  ];
  return (
    <>
      <h2>{text.readyHeading}</h2>
      <dl className="start-summary">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value === '' ? missingText : value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
