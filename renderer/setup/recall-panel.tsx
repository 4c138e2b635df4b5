import { useEffect, useId, useState } from 'react';
import type { Replies } from '../../electron/contract/channels.ts';
import type { EarlierSession } from '../../electron/contract/view.ts';
import { fieldLimits, fullName, hospitalNumberOf, textProblem } from '../../electron/contract/words.ts';
import { withPeople } from '../access/asking.ts';
import { Button } from '../parts/button.tsx';
import { usePreferences } from '../preferences.ts';
import { openReview } from '../review/opened.ts';
import { asSet, minutesSeconds, number, wallDate } from '../text/format.ts';
import { useText } from '../text/text.ts';
import './arrivals.css';
import './field.css';

interface RecallPanelProps {
  /** As typed in the form; the first search is for it. */
  readonly hospitalNumber: string;
  /** Whoever is signed in; what was found for somebody else is not for this one. */
  readonly signedInId: string | null;
  readonly onChoose: (session: EarlierSession) => void;
}

/** `null`: nothing was asked. */
type Answered = Replies['recall'] | 'asking' | 'no-answer' | null;

/** Sessions on record, by number or name: what the next one may begin with. */
export function RecallPanel({ hospitalNumber, signedInId, onChoose }: RecallPanelProps) {
  const words = useText();
  const text = words.arrivals.recall;
  const id = useId();
  const [query, setQuery] = useState(hospitalNumber);
  const [answered, setAnswered] = useState<Answered>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was found goes with whoever asked for it
  useEffect(() => setAnswered((now) => (now === 'asking' ? now : null)), [signedInId]);
  const wrong = textProblem(query, fieldLimits.line);
  const canAsk = query.trim() !== '' && wrong === null && answered !== 'asking';
  const search = async () => {
    if (!canAsk) return;
    setAnswered('asking');
    try {
      const ask = () => window.isotherm.invoke('recall', { query: query.trim() });
      setAnswered(await withPeople(ask, (reply) => (reply.ok ? null : reply.why)));
    } catch {
      setAnswered('no-answer');
    }
  };
  return (
    <section className="arrivals" aria-label={text.heading}>
      <h2>{text.heading}</h2>
      <div className="arrivals-search field" data-invalid={wrong !== null}>
        <label htmlFor={id}>{wrong === null ? text.query : words.entry.text(wrong)}</label>
        <input
          id={id}
          name="recall"
          value={query}
          autoComplete="off"
          aria-invalid={wrong !== null}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && !event.repeat && void search()}
        />
        <Button
          look="primary"
          data-action="recall"
          title={text.search}
          aria-disabled={!canAsk}
          onClick={() => void search()}
        />
      </div>
      <Found {...{ answered, onChoose }} />
    </section>
  );
}

interface FoundProps {
  readonly answered: Answered;
  readonly onChoose: RecallPanelProps['onChoose'];
}

function Found({ answered, onChoose }: FoundProps) {
  const words = useText();
  const text = words.arrivals.recall;
  if (answered === null) return null;
  if (answered === 'asking') return <p className="arrivals-note">{text.searching}</p>;
  if (answered === 'no-answer') return <p className="arrivals-note">{text.noAnswer}</p>;
  if (!answered.ok) return <p className="arrivals-note">{words.domain.problem(answered.problem)}</p>;
  const { found, problems } = answered;
  return (
    <>
      {found.length === 0 && <p className="arrivals-note">{text.none}</p>}
      <ul>
        {found.map((session) => (
          <Session key={session.runId} session={session} onChoose={() => onChoose(session)} />
        ))}
      </ul>
      {problems.length > 0 && (
        <div className="arrivals-problems">
          <h3>{text.problems}</h3>
          {problems.map((said) => (
            <p key={said}>{words.domain.problem(said)}</p>
          ))}
        </div>
      )}
    </>
  );
}

interface SessionProps {
  readonly session: EarlierSession;
  readonly onChoose: () => void;
}

function Session({ session, onChoose }: SessionProps) {
  const words = useText();
  const text = words.arrivals.recall;
  const language = usePreferences((state) => state.language);
  const { case: earlier, preset, simulation, startedWallMs } = session;
  const { patient, sessionNumber, sessionsPlanned } = earlier;
  const who = [
    fullName(patient, language),
    words.arrivals.worklist.born(patient.birthDate),
    hospitalNumberOf(patient),
  ];
  return (
    <li className="arrival">
      <button type="button" className="arrival-choose" data-run={session.runId} onClick={onChoose}>
        <b>
          {wallDate(startedWallMs)} · {text.session(sessionNumber, sessionsPlanned)}
          {simulation && <em className="arrival-simulation">{text.simulation}</em>}
        </b>
        <span>{who.join(' · ')}</span>
        <span className="arrival-facts">
          {text.protocol(preset.name, asSet(preset.targetCelsius), preset.minutes)}
        </span>
        <span className="arrival-facts">{useCourse(session).join(' · ')}</span>
      </button>
      <Button
        className="arrival-notes-button"
        data-action="review-run"
        title={words.signing.tab}
        onClick={() => openReview(session.runId)}
      />
    </li>
  );
}

/** How it went: how it ended, time in band, what was not recovered. */
function useCourse({ outcome, totals }: EarlierSession): readonly string[] {
  const words = useText();
  const text = words.arrivals.recall;
  if (outcome === null || totals === null) return [text.brokenOff];
  const { inBandSeconds, elapsedSeconds, volumeRetainedMl } = totals;
  return [
    words.domain.outcome[outcome],
    text.inBand(minutesSeconds(inBandSeconds), minutesSeconds(elapsedSeconds)),
    volumeRetainedMl === null ? text.notRecoveredUnknown : text.notRecovered(number(volumeRetainedMl)),
  ];
}
