import { useState } from 'react';
import type { RunView } from '../../../electron/contract/view.ts';
import {
  type CarrierUsed,
  carrierPlaceholder,
  drugBounds,
  fieldLimits,
  textProblem,
} from '../../../electron/contract/words.ts';
import { useText } from '../../text/text.ts';
import { ambiguous, type NumberRule, typedNumber } from '../../text/typed-number.ts';
import { ConfirmFrame } from './confirm-frame.tsx';
import type { DialogueProps } from './dialogue.tsx';
import { Typed, useFocus } from './inputs.tsx';

const rule: NumberRule = { bounds: drugBounds.carrierMl };

/** What stands as its name at first: what was recorded, or what the plan names. */
export function carrierAtFirst({ carrier, preset }: Pick<RunView, 'carrier' | 'preset'>): string {
  if (carrier !== null) return carrier.name;
  return preset.carrier === carrierPlaceholder ? '' : preset.carrier;
}

/** The carrier as main takes it; `null` while name or volume is missing or typed wrongly. */
export function carrierOf(typedName: string, typedMl: string): CarrierUsed | null {
  const name = typedName.trim();
  const volumeMl = typedNumber(typedMl, rule);
  const [least, most] = rule.bounds;
  if (name === '' || textProblem(name, fieldLimits.line) !== null) return null;
  return volumeMl !== null && volumeMl >= least && volumeMl <= most ? { name, volumeMl } : null;
}

/** The fluid that is pumped and how much was hung. The plan says neither for sure. */
export function CarrierDialogue({ run, onClose }: DialogueProps) {
  const words = useText();
  const text = words.records.carrier;
  const focus = useFocus();
  const [name, setName] = useState(() => carrierAtFirst(run));
  const [typed, setTyped] = useState('');
  const carrier = carrierOf(name, typed);
  const volumeWrong = typed.trim() !== '' && carrierOf('x', typed) === null;
  const either = ambiguous(typed, rule);
  return (
    <ConfirmFrame
      title={text.title}
      confirm={words.actions.dialogue.confirm['record-note']}
      action={carrier === null ? null : { type: 'record-carrier', carrier }}
      onClose={onClose}
    >
      {run.carrier !== null && (
        <p className="dialogue-note">{text.recorded(run.carrier.name, run.carrier.volumeMl)}</p>
      )}
      <div className="dialogue-fields carrier-fields">
        <Typed
          label={text.name}
          value={name}
          onChange={setName}
          most={fieldLimits.line}
          focus={name === '' ? focus : undefined}
        />
        <Typed
          label={text.volume}
          value={typed}
          onChange={setTyped}
          numeric={{ rule, unit: words.run.tiles.ml }}
          problem={
            volumeWrong
              ? either === null
                ? text.outside(...rule.bounds)
                : words.entry.ambiguous(either)
              : null
          }
          focus={name === '' ? undefined : focus}
        />
      </div>
    </ConfirmFrame>
  );
}
