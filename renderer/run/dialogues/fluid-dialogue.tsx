/*
 * Two touches: "± Fluid", then what came in or out and how much. Anything else is typed, and its kind touched.
 */
import { useState } from 'react';
import {
  type FluidKind,
  type FluidWay,
  fluidKinds,
  fluidRules,
  isFluidVolume,
  mostFluidMl,
} from '../../../electron/contract/words.ts';
import { Button } from '../../parts/button.tsx';
import { NumberInput } from '../../parts/number-input.tsx';
import { number } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { typedNumber } from '../../text/typed-number.ts';
import { useAct } from '../acting.ts';
import { pressSettleMs, useSettled } from '../use-settled.ts';
import { ConfirmFrame } from './confirm-frame.tsx';
import type { DialogueProps } from './dialogue.tsx';
import './fluid-dialogue.css';

const ways: readonly FluidWay[] = ['in', 'out'];
const isUsual = (kind: FluidKind): boolean => fluidRules[kind].usualMl.length > 0;
/** Whole millilitres, whatever the kind is going to be. */
const anyVolume = { bounds: [1, mostFluidMl], whole: true } as const;
const unusual = fluidKinds.filter((kind) => !isUsual(kind));

export function FluidDialogue({ onClose }: Pick<DialogueProps, 'onClose'>) {
  const words = useText();
  const text = words.actions.fluid;
  const act = useAct();
  const settled = useSettled(text.title, pressSettleMs);
  const [kind, setKind] = useState<FluidKind | null>(null);
  const [typed, setTyped] = useState('');
  const ml = typedNumber(typed, anyVolume);
  const isRight = kind !== null && ml !== null && isFluidVolume(kind, ml);
  const problem = kind === null || ml === null || isRight ? null : text.outside(...fluidRules[kind].boundsMl);
  const named = kind === null ? text.chooseKind : words.domain.fluidKind[kind];
  // As it is understood, before it counts.
  const understood = isRight ? `${named}, ${number(ml)} ${text.ml}` : named;
  const record = async (one: FluidKind, volumeMl: number) => {
    if (settled && (await act({ type: 'record-fluid', kind: one, volumeMl })) === 'taken') onClose();
  };
  const choose = (one: FluidKind) => (
    <Button
      key={one}
      data-kind={one}
      title={words.domain.fluidKind[one]}
      aria-pressed={one === kind}
      onClick={() => setKind(one)}
    />
  );
  return (
    <ConfirmFrame
      title={text.title}
      confirm={words.actions.dialogue.confirm['record-note']}
      caption={problem ?? understood}
      action={isRight ? { type: 'record-fluid', kind, volumeMl: ml } : null}
      onClose={onClose}
    >
      <div className="fluid-ways">
        {ways.map((way) => (
          <div key={way}>
            <h3>{text.way[way]}</h3>
            {fluidKinds
              .filter((one) => fluidRules[one].way === way && isUsual(one))
              .map((one) => (
                <div key={one} className="fluid-row">
                  {choose(one)}
                  {fluidRules[one].usualMl.map((usualMl) => (
                    <Button
                      key={usualMl}
                      data-record={`${one} ${usualMl}`}
                      aria-disabled={!settled}
                      title={number(usualMl)}
                      caption={text.ml}
                      onClick={() => void record(one, usualMl)}
                    />
                  ))}
                </div>
              ))}
            {way === 'in' && (
              <div className="fluid-typed">
                <NumberInput
                  aria-label={text.another}
                  placeholder={text.another}
                  rule={anyVolume}
                  unit={text.ml}
                  value={typed}
                  aria-invalid={problem !== null}
                  onType={setTyped}
                />
                {unusual.map(choose)}
              </div>
            )}
          </div>
        ))}
      </div>
    </ConfirmFrame>
  );
}
