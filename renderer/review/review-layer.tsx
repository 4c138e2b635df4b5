import { useEffect } from 'react';
import type { ConsoleView, ReviewView } from '../../electron/contract/view.ts';
import { fullName } from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { useFocusInside } from '../parts/keep-focus.ts';
import { usePreferences } from '../preferences.ts';
import { useFreeSpace } from '../site/free-space.ts';
import { minutesSeconds } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { closeReview, useReviewOpen } from './opened.ts';
import { SignPanel } from './sign-panel.tsx';
import { useReview } from './use-review.ts';

/** The record of an earlier run over the set-up screen, while it is open. */
export function ReviewLayer({ view }: { readonly view: ConsoleView | null }) {
  const runId = useReviewOpen((state) => state.runId);
  const hasPlace = view !== null && view.stage === 'setup' && view.recovery === null;
  // A run that came meanwhile is not followed by it.
  useEffect(() => {
    if (!hasPlace) closeReview();
  }, [hasPlace]);
  return runId === null || !hasPlace ? null : <EarlierRun key={runId} runId={runId} />;
}

function EarlierRun({ runId }: { readonly runId: string }) {
  const text = useText().signing;
  const { top, bottom } = useFreeSpace();
  const inside = useFocusInside<HTMLDivElement>();
  const { reviewing, read, show } = useReview(runId, true);
  const isRead = reviewing !== null && reviewing !== 'no-answer' && reviewing.ok;
  return (
    <div
      ref={inside}
      className="review-layer panel"
      role="dialog"
      aria-labelledby="review-layer-title"
      style={{ top: `calc(${top}px + 0.5rem)`, bottom: `calc(${bottom}px + 0.5rem)` }}
    >
      <header>
        <div>
          <h2 id="review-layer-title">{text.title}</h2>
          {isRead && <Which review={reviewing.review} />}
        </div>
        <Button title={text.close} data-action="close-review" onClick={closeReview} />
      </header>
      <div className="review-layer-body">
        <SignPanel reviewing={reviewing} waits={false} onRead={() => void read()} onSaid={show} />
      </div>
    </div>
  );
}

/** Whose run it was, when, and how it went. */
function Which({ review }: { readonly review: ReviewView }) {
  const words = useText();
  const language = usePreferences((state) => state.language);
  const { patientName, startedAt, outcome, inBandSeconds, elapsedSeconds } = review;
  const parts = [
    fullName(patientName, language),
    startedAt,
    words.domain.outcome[outcome],
    ...(elapsedSeconds === null
      ? []
      : [words.arrivals.recall.inBand(minutesSeconds(inBandSeconds), minutesSeconds(elapsedSeconds))]),
  ];
  return <p>{parts.join(' · ')}</p>;
}
