import { useState } from 'react';
import type { PortOnOffer, RigView } from '../../electron/contract/view.ts';
import { Button } from '../parts/button.tsx';
import { useText } from '../text/text.ts';
import './port-choice.css';

type Step =
  | { readonly at: 'closed' | 'looking' }
  | { readonly at: 'offered'; readonly ports: readonly PortOnOffer[]; readonly problem: string | null }
  | { readonly at: 'chosen'; readonly path: string };

/**
 * A cable that came back under another name, or hangs on another port: a person says which. Only while the rig is not
 * heard; which machine is taken does not change with it.
 */
export function PortChoice({ rig }: { readonly rig: RigView }) {
  const words = useText();
  const text = words.machine.port;
  const [step, setStep] = useState<Step>({ at: 'closed' });
  if (rig.link === 'up' || rig.link === 'ageing' || rig.problem === null) return null;
  const look = async (problem: string | null = null): Promise<void> => {
    setStep({ at: 'looking' });
    try {
      const { ports } = await window.isotherm.invoke('ports', null);
      setStep({ at: 'offered', ports, problem });
    } catch {
      setStep({ at: 'offered', ports: [], problem });
    }
  };
  const use = async (path: string): Promise<void> => {
    setStep({ at: 'chosen', path });
    const reply = await window.isotherm.invoke('choosePort', { path }).catch((error: Error) => error);
    if (reply instanceof Error) await look(reply.message);
    else if (!reply.ok) await look(reply.problem);
  };
  return (
    <section className="port-choice">
      {step.at === 'offered' && (
        <>
          <p>
            {step.problem !== null
              ? words.domain.problem(step.problem)
              : step.ports.length === 0
                ? text.none
                : text.choose}
          </p>
          <div className="port-list">
            {step.ports.map(({ path, about }) => (
              <Button
                key={path}
                data-port={path}
                title={path}
                caption={about}
                onClick={() => void use(path)}
              />
            ))}
          </div>
        </>
      )}
      {step.at === 'chosen' && <p role="status">{text.chosen(step.path)}</p>}
      <button
        type="button"
        className="segment"
        data-action="find-ports"
        disabled={step.at === 'looking'}
        onClick={() => void look()}
      >
        {step.at === 'looking' ? text.looking : text.ask}
      </button>
    </section>
  );
}
