import { useCallback, useState } from 'react';
import type { RunView } from '../../electron/contract/view.ts';
import { Button } from '../parts/button.tsx';
import { useText } from '../text/text.ts';
import { useAct } from './acting.ts';
import { asks, type DialogueKind, toAction } from './dialogue-form.ts';
import './dialogue.css';

interface DialogueProps {
  readonly kind: DialogueKind;
  readonly run: RunView;
  readonly onClose: () => void;
}

/** Asks for a reason and a name. It lies over the trend only: banner, values and interventions stay free. */
export function Dialogue({ kind, run, onClose }: DialogueProps) {
  const text = useText().actions.dialogue;
  const act = useAct();
  const [reason, setReason] = useState('');
  const [clinician, setClinician] = useState('');
  const focus = useCallback((field: HTMLElement | null) => field?.focus(), []);
  const { surgeon, anaesthetist, prescriber, drugAsEntered, perfusionist } = run.case;
  const clinicians = [...new Set([surgeon, anaesthetist, prescriber])].filter((name) => name !== '');
  const offersReasons = kind === 'end-run' || kind === 'end-treatment' || kind === 'start-early';
  const reasons = offersReasons ? text.reasons[kind === 'start-early' ? 'start-treatment' : kind] : [];
  const starts = kind === 'start-treatment' || kind === 'start-early';
  const needsReason = asks[kind].includes('reason');
  const confirm = async (drugAdded: boolean) => {
    const action = toAction(kind, { reason, clinician, drugAdded });
    if (action === null) return;
    await act(action);
    onClose();
  };
  const ready = toAction(kind, { reason, clinician, drugAdded: false }) !== null;
  const reasonLabel =
    kind === 'record-drug' ? text.drugText : kind === 'record-note' ? text.noteText : text.reason;
  return (
    <div
      className="dialogue panel"
      role="dialog"
      aria-labelledby="dialogue-title"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <h2 id="dialogue-title">{text.title[kind]}</h2>
      {starts && <p>{text.drugAsEntered(drugAsEntered)}</p>}
      <div className="dialogue-fields">
        {needsReason && (
          <div>
            <label>
              {reasonLabel}
              <textarea ref={focus} value={reason} onChange={(event) => setReason(event.target.value)} />
            </label>
            <div className="dialogue-chips">
              {reasons.map((one) => (
                <Button key={one} title={one} aria-pressed={reason === one} onClick={() => setReason(one)} />
              ))}
            </div>
          </div>
        )}
        {asks[kind].includes('clinician') && (
          <div>
            <label>
              {text.clinician}
              <input
                ref={needsReason ? undefined : focus}
                value={clinician}
                onChange={(event) => setClinician(event.target.value)}
              />
            </label>
            <div className="dialogue-chips">
              {clinicians.map((one) => (
                <Button
                  key={one}
                  title={one}
                  aria-pressed={clinician === one}
                  onClick={() => setClinician(one)}
                />
              ))}
            </div>
          </div>
        )}
      </div>
      <div className="dialogue-buttons">
        <span>{text.by(perfusionist)}</span>
        <Button title={text.cancel} onClick={onClose} data-action="cancel" />
        {starts ? (
          <>
            <Button
              title={text.drugNotAdded}
              aria-disabled={!ready}
              onClick={() => void confirm(false)}
              data-action="confirm-without-drug"
            />
            <Button
              look="primary"
              title={text.drugAdded}
              aria-disabled={!ready}
              onClick={() => void confirm(true)}
              data-action="confirm-with-drug"
            />
          </>
        ) : (
          <Button
            look="primary"
            title={text.confirm[kind]}
            aria-disabled={!ready}
            onClick={() => void confirm(false)}
            data-action="confirm"
          />
        )}
      </div>
    </div>
  );
}
