/*
 * Two touches each: the sign, then its value: on a scale of buttons, or by a pad of digits and its Enter. The panel
 * stays for the next sign.
 */
import { useState } from 'react';
import type { RunView, VitalView } from '../../../electron/contract/view.ts';
import type { VitalSign } from '../../../electron/contract/words.ts';
import { Button } from '../../parts/button.tsx';
import { number } from '../../text/format.ts';
import { type Text, useText } from '../../text/text.ts';
import { ambiguous } from '../../text/typed-number.ts';
import { useAct } from '../acting.ts';
import { pressSettleMs, useSettled } from '../use-settled.ts';
import type { DialogueProps } from './dialogue.tsx';
import { DialogueFrame } from './frame.tsx';
import { NumberPad } from './number-pad.tsx';
import { scaleOf, type VitalProblem, vitalOf, vitalRule } from './vital-value.ts';
import './vital-dialogue.css';

export function VitalDialogue({ run, onClose }: DialogueProps) {
  const words = useText();
  const text = words.records.vitals;
  const act = useAct();
  const [chosen, setChosen] = useState<string | null>(null);
  const { vitalSigns } = run.lists;
  const sign = vitalSigns.find(({ id }) => id === chosen);
  const record = async (one: VitalSign, value: number) => {
    if ((await act({ type: 'record-vital', sign: one.id, value })) === 'taken') setChosen(null);
  };
  return (
    <DialogueFrame title={text.title} cancel={words.run.panel.close} onClose={onClose} buttons={null}>
      {vitalSigns.length === 0 ? (
        <p className="dialogue-note">{text.none}</p>
      ) : (
        <div className="vital-panel">
          <ul className="vital-signs">
            {vitalSigns.map((one) => (
              <li key={one.id}>
                <SignButton
                  sign={one}
                  last={lastOf(run, one)}
                  chosen={one.id === chosen}
                  onChoose={() => setChosen(one.id)}
                />
              </li>
            ))}
          </ul>
          <div className="vital-entry">
            {sign === undefined ? (
              <p className="dialogue-note">{text.choose}</p>
            ) : (
              <ValueEntry key={sign.id} sign={sign} onRecord={(value) => void record(sign, value)} />
            )}
          </div>
        </div>
      )}
    </DialogueFrame>
  );
}

const lastOf = ({ vitals }: RunView, { id }: VitalSign): VitalView | undefined =>
  vitals.find(({ sign }) => sign === id);

interface SignButtonProps {
  readonly sign: VitalSign;
  readonly last: VitalView | undefined;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

/** A sign with its last value and how long ago that was; due, it says so and does no more. */
function SignButton({ sign, last, chosen, onChoose }: SignButtonProps) {
  const { records, domain } = useText();
  const text = records.vitals;
  const value = last?.value ?? null;
  const ago = last?.secondsAgo ?? null;
  return (
    <button
      type="button"
      className="vital-sign"
      data-sign={sign.id}
      data-due={last?.due === true}
      aria-pressed={chosen}
      onClick={onChoose}
    >
      <span className="vital-name">{sign[domain.spoken]}</span>
      <span className="vital-last">
        {value === null ? text.never : <b>{text.value(number(value, sign.decimals), sign.unit)}</b>}
        {ago !== null && <small>{text.ago(Math.floor(ago / 60))}</small>}
        {last?.due === true && <small className="vital-due">{text.due}</small>}
      </span>
    </button>
  );
}

interface ValueEntryProps {
  readonly sign: VitalSign;
  readonly onRecord: (value: number) => void;
}

function ValueEntry({ sign, onRecord }: ValueEntryProps) {
  const words = useText();
  const settled = useSettled(sign.id, pressSettleMs);
  const [typed, setTyped] = useState('');
  const name = sign[words.domain.spoken];
  const scale = scaleOf(sign);
  if (scale !== null)
    return (
      <fieldset className="vital-scale" aria-label={name}>
        {scale.map((value) => (
          <Button
            key={value}
            data-value={value}
            title={number(value)}
            aria-disabled={!settled}
            onClick={() => settled && onRecord(value)}
          />
        ))}
      </fieldset>
    );
  const { value, problem } = vitalOf(sign, typed);
  return (
    <NumberPad
      label={name}
      rule={vitalRule(sign)}
      unit={sign.unit}
      typed={typed}
      onType={setTyped}
      ready={value !== null}
      onEnter={() => value !== null && onRecord(value)}
      note={said(words, sign, typed, problem)}
    />
  );
}

/** What is wrong with what is typed; the unit where nothing is. */
function said({ records, entry }: Text, sign: VitalSign, typed: string, problem: VitalProblem): string {
  const text = records.vitals;
  const either = ambiguous(typed, vitalRule(sign));
  if (either !== null) return entry.ambiguous(either);
  if (problem === 'decimals') return text.decimals(sign.decimals);
  if (problem !== 'outside') return sign.unit;
  return text.outside(number(sign.lowest, sign.decimals), number(sign.highest, sign.decimals), sign.unit);
}
