/*
 * Ten seconds: the console's core is silent. From 4 m: red, and what to do with one's hands. At 1 m: why, what was
 * known last and how old that is, and the four interventions in the same place as ever, which say what became of them.
 */
import { useEffect, useRef, useState } from 'react';
import type { ConsoleView, RunView } from '../../electron/contract/view.ts';
import { OffButton } from '../machine/machine-bar.tsx';
import { type Rescuing, useRescuing } from '../machine/rescuing.ts';
import { Button } from '../parts/button.tsx';
import { PriorityMark } from '../parts/priority-mark.tsx';
import { ActContext, useActing } from '../run/acting.ts';
import { Interventions } from '../run/interventions.tsx';
import { useText } from '../text/text.ts';
import { useCore } from './core.ts';
import { LastValues } from './last-values.tsx';
import './core-cover.css';

export function CoreCover({ view }: { readonly view: ConsoleView | null }) {
  const { silence, ageSeconds } = useCore();
  if (silence === 'none') return null;
  return <Cover view={view} faulted={silence === 'faulted'} ageSeconds={ageSeconds} />;
}

interface CoverProps {
  readonly view: ConsoleView | null;
  readonly faulted: boolean;
  readonly ageSeconds: number;
}

function Cover({ view, faulted, ageSeconds }: CoverProps) {
  const text = useText().core;
  const run = view?.run ?? null;
  const { act, notice: notTaken } = useActing();
  const rescuing = useRescuing();
  const notice = notTaken ?? rescuing.notice;
  const self = useRef<HTMLElement>(null);
  useEffect(() => coverUp(self.current), []);
  return (
    <ActContext value={act}>
      <section className="core-cover" role="alert" data-priority="high" ref={self}>
        <div className="core-words">
          <PriorityMark priority="high" acknowledged={false} size="large" />
          <h1>{text.useTheSwitch}</h1>
          <p>{faulted ? text.faulted : text.silent(ageSeconds)}</p>
          {notice !== null && (
            <p className="core-notice" role="status">
              {notice}
            </p>
          )}
        </div>
        <div className="core-last panel">
          {run !== null && (
            <>
              <h2>{text.lastValues(ageSeconds)}</h2>
              <LastValues run={run} />
            </>
          )}
        </div>
        <CoverBar view={view} run={run} faulted={faulted} rescuing={rescuing} />
      </section>
    </ActContext>
  );
}

function CoverBar({
  view,
  run,
  faulted,
  rescuing,
}: {
  readonly view: ConsoleView | null;
  readonly run: RunView | null;
  readonly faulted: boolean;
  readonly rescuing: Rescuing;
}) {
  const inRun = view?.stage === 'run';
  return (
    <footer className="action-bar">
      {view !== null && run !== null && inRun && <Interventions run={run} rig={view.rig} covered />}
      {/* Outside a run nobody has interventions: what stops the machine is left. */}
      {view !== null && !inRun && !faulted && <OffButton view={view} rescuing={rescuing} />}
      <span className="core-space" />
      {faulted && <Restart />}
    </footer>
  );
}

function Restart() {
  const text = useText().core;
  const [asked, setAsked] = useState<'no' | 'asked' | 'refused'>('no');
  const restart = async () => {
    setAsked('asked');
    const reply = await window.isotherm.invoke('restart', null).catch(() => ({ ok: false }));
    setAsked(reply.ok ? 'asked' : 'refused');
  };
  return (
    <Button
      look="primary"
      className="primary-action"
      data-action="restart"
      aria-disabled={asked === 'asked'}
      title={text.restart}
      caption={text.restartCaption[asked]}
      onClick={() => asked !== 'asked' && void restart()}
    />
  );
}

/** What lies under the cover can neither be pressed nor reached by a key. Returns the function that frees it again. */
function coverUp(cover: HTMLElement | null): () => void {
  const under = [...(cover?.parentElement?.children ?? [])].filter(
    (one): one is HTMLElement => one instanceof HTMLElement && one !== cover,
  );
  for (const one of under) one.inert = true;
  return () => {
    for (const one of under) one.inert = false;
  };
}
