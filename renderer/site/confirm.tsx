import { type ReactNode, useState } from 'react';
import type { AccessView } from '../../electron/contract/view.ts';
import { fieldLimits, textProblem } from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { useText } from '../text/text.ts';
import type { DraftProblem } from './draft.ts';
import type { Sent } from './editing.ts';
import { Said } from './value-editor.tsx';

interface ConfirmProps {
  readonly title: string;
  readonly access: AccessView;
  /** What it is about, to be looked at. */
  readonly children: ReactNode;
  readonly confirm: string;
  readonly onBack: () => void;
  readonly send: (reason: string) => Promise<Sent>;
  readonly onDone: (sent: Sent) => void;
}

/** The second look: what becomes of it, why, and in whose name; only then is it asked of the console. */
export function Confirm({ title, access, children, confirm, onBack, send, onDone }: ConfirmProps) {
  const words = useText();
  const text = words.site;
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly DraftProblem[]>([]);
  const wrong = textProblem(reason, fieldLimits.line);
  const ready = !busy && reason.trim() !== '' && wrong === null;
  const go = async () => {
    setBusy(true);
    const sent = await send(reason.trim());
    setBusy(false);
    if (!sent.ok) setProblems(sent.problems.filter(({ at }) => at === ''));
    onDone(sent);
  };
  return (
    <form
      className="site-confirm"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void go();
      }}
    >
      <h2>{title}</h2>
      <div className="site-body">{children}</div>
      <div className="site-why">
        <label className="site-field" data-wrong={wrong !== null}>
          <span>{text.reason}</span>
          <input
            name="siteReason"
            autoComplete="off"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <Said problems={wrong === null ? problems : [{ at: '', text: words.entry.text(wrong) }]} />
        </label>
        <p>{access.signedIn === null ? text.nobodySignedIn : text.inNameOf(access.signedIn.name)}</p>
      </div>
      <div className="site-buttons">
        <Button title={text.back} data-action="site-back" onClick={onBack} />
        <Button
          type="submit"
          look="primary"
          data-action="site-confirm"
          aria-disabled={!ready}
          title={confirm}
          caption={busy ? text.writing : reason.trim() === '' ? text.reasonNeeded : ''}
        />
      </div>
    </form>
  );
}
