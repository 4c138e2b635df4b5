import { useState } from 'react';
import type { AccessView } from '../../electron/contract/view.ts';
import { withPeople } from '../access/asking.ts';
import { Button } from '../parts/button.tsx';
import { HeldButton } from '../parts/held-button.tsx';
import { useLatest } from '../parts/latest.ts';
import { Scrolled } from '../parts/scrolled.tsx';
import { wallTime } from '../text/format.ts';
import { type Text, useText } from '../text/text.ts';
import type { Draft } from './draft.ts';
import { fluidInCavityMl } from './draft-numbers.ts';
import type { Problem, Section } from './finder.ts';
import { keepDraft } from './kept-draft.ts';
import { type Chosen, editedToStart } from './preset-form.ts';
import { refusalInWords } from './refusal.ts';
import { sections } from './section-tabs.tsx';
import { StartSummary } from './start-summary.tsx';
import { toCase } from './to-case.ts';
import './start-panel.css';

interface StartPanelProps {
  readonly draft: Draft;
  readonly access: AccessView;
  readonly chosen: Chosen | null;
  readonly problems: readonly Problem[];
  readonly section: Section;
  /** What is missing needs the room of the way through the form. */
  readonly brief: boolean;
  readonly onGo: (section: Section) => void;
}

/** What is still missing, the way to it, and the button that starts the run, which is held as all that goes on is. */
export function StartPanel({ draft, access, chosen, problems, section, brief, onGo }: StartPanelProps) {
  const words = useText();
  const { setup: text } = words.setup;
  const { domain } = words;
  const [starting, setStarting] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const shown = useLatest(draft);
  const next = sections[sections.indexOf(section) + 1];
  const showMissing = () => {
    const first = problems.find((problem) => problem.section !== 'rig');
    if (first === undefined || first.section === 'rig') return;
    onGo(first.section);
    requestAnimationFrame(showFirstWrong);
  };
  const send = async (what: 'start' | 'release') => {
    setStarting(true);
    setRefusal(null);
    try {
      // What is released or started is what is kept.
      await keepDraft(draft);
      const request = {
        case: toCase(draft),
        presetName: draft.presetName,
        edited: chosen === null ? null : editedToStart(chosen),
        fluidInCavityMl: fluidInCavityMl(draft),
      };
      // While somebody signs in, the form can be changed beside the panel: then nobody has asked for what it says now.
      const reply = await withPeople(
        async () => (shown.current === draft ? window.isotherm.invoke(what, request) : 'changed'),
        (told) => (told === 'changed' || told.ok ? null : told.why),
        what === 'start' ? text.start : words.access.release,
      );
      if (reply === 'changed') setRefusal(text.changedMeanwhile);
      else if (!reply.ok) setRefusal(reply.problem);
    } catch (error) {
      setRefusal(refusalInWords(error, words) ?? text.noAnswer);
    }
    setStarting(false);
  };
  return (
    <>
      <Scrolled className="missing panel">
        {refusal !== null && (
          <div className="rig-problem" role="alert">
            <h2>{text.refused}</h2>
            <p>{domain.problem(refusal)}</p>
          </div>
        )}
        {problems.length === 0 && <StartSummary draft={draft} chosen={chosen} />}
        {problems.length > 0 && (
          <>
            <h2>{text.missingHeading}</h2>
            <ul>
              {folded(problems, words).map(({ field, name, text: what }) => (
                <li key={`${field} ${what}`}>
                  <b>{name}</b> {what}
                </li>
              ))}
            </ul>
          </>
        )}
      </Scrolled>
      {problems.length === 0 && (
        <Release access={access} busy={starting} onRelease={() => void send('release')} />
      )}
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
        onHeld={() => void send('start')}
        onRefused={showMissing}
      />
    </>
  );
}

interface ReleaseProps {
  readonly access: AccessView;
  readonly busy: boolean;
  readonly onRelease: () => void;
}

/** Whoever may treat lets OR staff start exactly this; who did, until anything is changed. In sight beside the start. */
function Release({ access: { released, signedIn }, busy, onRelease }: ReleaseProps) {
  const text = useText().access;
  if (released !== null)
    return (
      <p className="released">
        <i aria-hidden="true">✓</i> {text.released(released.name, wallTime(released.atWallMs))}
      </p>
    );
  if (signedIn?.role === 'or-staff') return <p className="released">{text.notReleased}</p>;
  if (signedIn?.role !== 'perfusionist' && signedIn?.role !== 'clinician') return null;
  return (
    <Button
      data-action="release"
      aria-disabled={busy}
      title={text.release}
      caption={text.releaseCaption}
      onClick={() => !busy && onRelease()}
    />
  );
}

/** What is asked for may lie below the edge of the form. */
const showFirstWrong = (): void =>
  document.querySelector('.setup-form [data-invalid="true"]')?.scrollIntoView({ block: 'nearest' });

type Line = Pick<Problem, 'field' | 'name' | 'text'>;

/** Many questions of one list that nobody has answered yet are one line. */
function folded(problems: readonly Problem[], { setup }: Text): Line[] {
  const { fields, fieldProblems } = setup;
  return problems.flatMap((problem, index): Line[] => {
    const { of } = problem;
    if (of === undefined) return [problem];
    const isFirst = problems.findIndex((other) => other.of === of) === index;
    const open = problems.filter((other) => other.of === of).length;
    return isFirst ? [{ field: of, name: fields[of], text: fieldProblems.count(open) }] : [];
  });
}
