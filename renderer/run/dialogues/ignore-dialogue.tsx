import { useState } from 'react';
import { celsius } from '../../../electron/contract/text.ts';
import { fieldLimits, type ProbeId, probeIds } from '../../../electron/contract/words.ts';
import { isName } from '../../parts/name-field.tsx';
import { useText } from '../../text/text.ts';
import { ClinicianField } from './clinician-field.tsx';
import { ConfirmFrame } from './confirm-frame.tsx';
import type { DialogueProps } from './dialogue.tsx';
import { isSaid } from './form.ts';
import { Typed, useFocus } from './inputs.tsx';

/** A cavity probe does not count for five minutes, by a named clinician and for a reason. */
export function IgnoreDialogue({ probe, run, onClose }: DialogueProps & { readonly probe: ProbeId }) {
  const text = useText().actions.planChange.ignore;
  const words = useText().actions.dialogue;
  const focus = useFocus();
  const [reason, setReason] = useState('');
  const [clinician, setClinician] = useState('');
  const view = run.probes[probeIds.indexOf(probe)];
  const ready = view?.mayIgnore === true && isSaid(reason) && isName(clinician);
  return (
    <ConfirmFrame
      title={text.title(probe)}
      confirm={text.confirm(probe)}
      action={
        ready ? { type: 'ignore-probe', probe, reason: reason.trim(), clinician: clinician.trim() } : null
      }
      onClose={onClose}
    >
      <div className="dialogue-fields">
        <Typed
          label={words.reason}
          value={reason}
          onChange={setReason}
          most={fieldLimits.words}
          offers={text.reasons}
          long
          focus={focus}
        />
        <ClinicianField run={run} value={clinician} onChange={setClinician} />
      </div>
      <p className="dialogue-note">
        {text.note(view?.celsius.value == null ? null : celsius(view.celsius.value))}
      </p>
    </ConfirmFrame>
  );
}
