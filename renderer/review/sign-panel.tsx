import { useState } from 'react';
import type { ReviewView } from '../../electron/contract/view.ts';
import { type Said, signatureMeanings } from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { HeldButton } from '../parts/held-button.tsx';
import { Scrolled } from '../parts/scrolled.tsx';
import { useConsole } from '../store.ts';
import { useText } from '../text/text.ts';
import { DeviationRows, EnteredRows, MissingRows, NoteRows, SignatureRows } from './record-rows.tsx';
import { say } from './said.ts';
import { type Asked, SayForm } from './say-form.tsx';
import type { Reviewing } from './use-review.ts';
import './sign.css';

interface SignPanelProps {
  readonly reviewing: Reviewing;
  /** Its documents are still being written. */
  readonly waits: boolean;
  readonly onRead: () => void;
  readonly onSaid: (review: ReviewView) => void;
}

/** A closed record: what went otherwise, what is missing, who stands for it. */
export function SignPanel({ reviewing, waits, onRead, onSaid }: SignPanelProps) {
  const words = useText();
  const text = words.signing;
  if (waits) return <p className="sign-note">{text.waits}</p>;
  if (reviewing === null) return <p className="sign-note">{text.reading}</p>;
  if (reviewing === 'no-answer' || !reviewing.ok)
    return (
      <div className="sign-note">
        <p>
          {text.notRead}
          {reviewing !== 'no-answer' && `: ${words.domain.problem(reviewing.problem)}`}
        </p>
        <Button data-action="review-again" title={text.again} onClick={onRead} />
      </div>
    );
  return <Record review={reviewing.review} onSaid={onSaid} />;
}

interface RecordProps {
  readonly review: ReviewView;
  readonly onSaid: (review: ReviewView) => void;
}

function Record({ review, onSaid }: RecordProps) {
  const words = useText();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const send = async (said: Said, about: string): Promise<void> => {
    setBusy(true);
    setProblem('');
    const answer = await say(review.runId, said, about, words);
    setBusy(false);
    if (typeof answer === 'string') return setProblem(answer);
    setAsked(null);
    onSaid(answer);
  };
  const ask = (next: Asked | null) => {
    setProblem('');
    setAsked(next);
  };
  if (asked !== null) return <SayForm {...{ asked, problem, busy }} onBack={() => ask(null)} onSay={send} />;
  return (
    <div className="sign">
      <Head review={review} busy={busy} onSign={send} />
      {problem !== '' && (
        <p className="sign-problem" role="alert">
          {problem}
        </p>
      )}
      <Scrolled className="sign-body">
        <SignatureRows review={review} onAsk={ask} />
        <DeviationRows review={review} onAsk={ask} />
        <MissingRows review={review} onAsk={ask} />
        <NoteRows review={review} onAsk={ask} />
        <EnteredRows review={review} onAsk={ask} />
      </Scrolled>
    </div>
  );
}

interface HeadProps {
  readonly review: ReviewView;
  readonly busy: boolean;
  readonly onSign: (said: Said, about: string) => Promise<void>;
}

/** How far the record may be relied on, and the buttons that make it so. */
function Head({ review, busy, onSign }: HeadProps) {
  const text = useText().signing;
  const signedIn = useConsole(({ view }) => view?.access.signedIn?.name ?? null);
  const { fingerprint, status } = review;
  const enabled = fingerprint !== null && !busy;
  return (
    <header className="sign-head" data-status={status}>
      <div className="sign-state">
        <h2>{useStatus(review)}</h2>
        {fingerprint === null && <p>{text.notSealed}</p>}
        <p>{signedIn === null ? text.nobodySignedIn : text.inNameOf(signedIn)}</p>
      </div>
      {signatureMeanings.map((meaning) => (
        <HeldButton
          key={meaning}
          look={status === 'preliminary' ? 'primary' : 'plain'}
          action={`sign-${meaning}`}
          enabled={enabled}
          title={text.sign[meaning]}
          caption={text.signCaption}
          keepHolding={text.keepHolding}
          onHeld={() => void onSign({ type: 'signature', meaning }, text.sign[meaning])}
        />
      ))}
    </header>
  );
}

/** The state of a record in words: of one that half is signed, that it waits for the other half. */
export function useStatus({ status, wantsReview, addenda }: ReviewView): string {
  const text = useText().signing;
  const half = wantsReview && addenda.some(({ said }) => said.type === 'signature');
  return status === 'preliminary' && half ? text.waitsForReview : text.status[status];
}
