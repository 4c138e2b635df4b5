import type { ReactNode } from 'react';
import type { ConsoleView } from '../../electron/contract/view.ts';
import type { Reading } from '../../electron/contract/words.ts';
import { Figure } from '../parts/figure.tsx';
import { minutesSeconds, missingText, number } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { HandDrain, needsHands } from './hand-drain.tsx';
import { compactWords, isHeard, machineLines, standsOut } from './standing.ts';
import './machine-words.css';

interface MachineWordsProps {
  readonly view: ConsoleView;
  /** Why what was asked last was not taken. */
  readonly notice?: string | null;
}

/** What the machine does now, in words and in the figures that show it; who may write where that matters. */
export function MachineWords({ view, notice = null }: MachineWordsProps) {
  const words = useText();
  const { machine } = view;
  const lines = machineLines(view, words);
  const hands = needsHands(view);
  const urgent = machine.doing !== 'stood-down' || machine.rescue?.written === false;
  return (
    <section className="machine-words panel" data-doing={machine.doing} data-urgent={urgent}>
      <div className="machine-says">
        <h2 aria-live="polite">{words.machine.doing(machine.doing, machine.inForce?.mode ?? null)}</h2>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {notice !== null && (
          <p className="machine-notice" role="status">
            {notice}
          </p>
        )}
      </div>
      {hands && <HandDrain />}
      {(!hands || isHeard(view)) && <MachineFacts view={view} />}
    </section>
  );
}

/** Measured and in force, never what was asked. */
function MachineFacts({ view: { machine } }: { readonly view: ConsoleView }) {
  const words = useText();
  const text = words.machine;
  const { inForce, rescue } = machine;
  const onOff = (on: boolean | undefined) => (on === undefined ? missingText : on ? text.on : text.off);
  const flow: Reading = inForce?.flowMlPerMin ?? { value: null, missing: 'link-lost' };
  const rows: (readonly [string, ReactNode])[] = [
    [text.facts.mode, inForce === null ? missingText : words.domain.circuitMode[inForce.mode]],
    [text.facts.flow, <Figure key="flow" reading={flow} decimals={0} unit={text.mlPerMin} />],
    [text.facts.pump, onOff(inForce?.pumpEnable)],
    [text.facts.heater, onOff(inForce?.heaterEnable)],
  ];
  if (rescue?.asked === 'drain') {
    rows.push(
      [text.facts.drained, `${number(Math.round(rescue.drainedMl))} ${text.ml}`],
      [text.facts.dry, minutesSeconds(rescue.drySeconds)],
    );
  }
  return (
    <dl className="machine-facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** One line of it where it has stood down and there is nothing to do; as large as it gets where there is. */
export function MachineStrip({ view }: { readonly view: ConsoleView }) {
  const words = useText();
  if (standsOut(view)) return null;
  return (
    <p className="machine-strip" data-doing={view.machine.doing}>
      {compactWords(view, words)}
    </p>
  );
}
