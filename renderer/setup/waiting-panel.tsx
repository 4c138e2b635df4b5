import type { Waiting, WorklistView } from '../../electron/contract/view.ts';
import { ask } from '../access/asking.ts';
import { Button } from '../parts/button.tsx';
import { usePreferences } from '../preferences.ts';
import { useText } from '../text/text.ts';
import type { WorklistReply } from './use-worklist.ts';
import { WaitingRow } from './waiting-row.tsx';
import './arrivals.css';

interface WaitingPanelProps {
  readonly reply: WorklistReply;
  readonly onChoose: (entry: Waiting) => void;
}

/** Who waits for a treatment, as the hospital sent them. Whoever is chosen is confirmed in the form. */
export function WaitingPanel({ reply, onChoose }: WaitingPanelProps) {
  const text = useText().arrivals.worklist;
  return (
    <section className="arrivals" aria-label={text.heading}>
      <h2>{text.heading}</h2>
      <Answer {...{ reply, onChoose }} />
    </section>
  );
}

function Answer({ reply, onChoose }: WaitingPanelProps) {
  const words = useText();
  const text = words.arrivals.worklist;
  if (reply === null) return <p className="arrivals-note">{text.looking}</p>;
  if (reply === 'no-answer') return <p className="arrivals-note">{text.noAnswer}</p>;
  if (reply.ok) return <List worklist={reply.worklist} onChoose={onChoose} />;
  return (
    <>
      <p className="arrivals-note">
        {reply.why === 'needs-sign-in' ? text.needsSignIn : words.domain.problem(reply.problem)}
      </p>
      <Button
        className="arrivals-alone"
        look="primary"
        data-action="sign-in"
        title={text.signIn}
        onClick={() => ask({ kind: 'sign-in' })}
      />
    </>
  );
}

interface ListProps {
  readonly worklist: WorklistView;
  readonly onChoose: (entry: Waiting) => void;
}

function List({ worklist, onChoose }: ListProps) {
  const text = useText().arrivals.worklist;
  const { folder, waiting, moreWaiting } = worklist;
  if (folder === '') return <p className="arrivals-note">{text.noFolder}</p>;
  return (
    <>
      {waiting.length === 0 && <p className="arrivals-note">{text.empty}</p>}
      <ul>
        {waiting.map((entry) => (
          <WaitingRow key={`${entry.from} ${entry.key}`} entry={entry} onChoose={() => onChoose(entry)} />
        ))}
      </ul>
      {moreWaiting > 0 && <p className="arrivals-note">{text.more(moreWaiting)}</p>}
      <Problems worklist={worklist} />
    </>
  );
}

function Problems({ worklist: { problems, moreProblems } }: { readonly worklist: WorklistView }) {
  const text = useText().arrivals.worklist;
  const language = usePreferences((state) => state.language);
  if (problems.length === 0) return null;
  return (
    <div className="arrivals-problems">
      <h3>{text.problems}</h3>
      {problems.map(({ file, text: said }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two of one file may be the same.
        <p key={index}>
          {file !== '' && <b>{file}</b>} {said[language]}
        </p>
      ))}
      {moreProblems > 0 && <p>{text.moreProblems(moreProblems)}</p>}
    </div>
  );
}
