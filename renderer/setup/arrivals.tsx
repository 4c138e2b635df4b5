import { useState } from 'react';
import type { ConsoleView, EarlierSession, Waiting } from '../../electron/contract/view.ts';
import { Button } from '../parts/button.tsx';
import { useText } from '../text/text.ts';
import { type Draft, newDraft } from './draft.ts';
import { draftOfWaiting } from './draft-of-case.ts';
import type { ChangeDraft } from './form-context.ts';
import { RecallPanel } from './recall-panel.tsx';
import { recalled } from './recalled.ts';
import { useWorklist } from './use-worklist.ts';
import { WaitingPanel } from './waiting-panel.tsx';
import { WristbandField } from './wristband-field.tsx';

interface ArrivalsProps {
  readonly view: ConsoleView;
  readonly draft: Draft;
  readonly change: ChangeDraft;
}

/** What spares typing: who waits, and earlier sessions; and whether the wristband is the one of the form. */
export function Arrivals({ view, draft, change }: ArrivalsProps) {
  const text = useText().arrivals;
  const [open, setOpen] = useState<'waiting' | 'recall' | null>(null);
  const reply = useWorklist(view);
  const number = draft.identifiers[0]?.value ?? '';
  const start = () => newDraft({ ...view.setup, draftCase: null });
  const take = (next: Draft) => {
    setOpen(null);
    change(next);
  };
  const wait = (entry: Waiting) => take({ ...start(), ...draftOfWaiting(entry) });
  const again = (session: EarlierSession) => take(recalled(start(), session, view.setup.presets));
  const toggle = (which: 'waiting' | 'recall') => setOpen(open === which ? null : which);
  const hasFolder = reply !== null && reply !== 'no-answer' && reply.ok && reply.worklist.folder !== '';
  return (
    <div className="arrivals-head">
      <div className="arrivals-ways">
        {hasFolder && (
          <Button
            data-action="waiting"
            aria-expanded={open === 'waiting'}
            title={text.worklist.heading}
            onClick={() => toggle('waiting')}
          />
        )}
        <Button
          data-action="recall"
          aria-expanded={open === 'recall'}
          title={text.recall.heading}
          onClick={() => toggle('recall')}
        />
      </div>
      {open === 'waiting' && <WaitingPanel reply={reply} onChoose={wait} />}
      {open === 'recall' && (
        <RecallPanel hospitalNumber={number} signedInId={view.access.signedIn?.id ?? null} onChoose={again} />
      )}
      {number.trim() !== '' && <WristbandField identifiers={identifiersOf(draft)} />}
    </div>
  );
}

/** One at least. */
const identifiersOf = ({ identifiers: [first = { value: '', issuer: '' }, ...others] }: Draft) =>
  [first, ...others] as const;
