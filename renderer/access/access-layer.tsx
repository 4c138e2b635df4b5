/*
 * Ten seconds: somebody wants to resume heat and nobody is signed in. The panel says so beside the field, one touch is
 * the name, four are the PIN, and what was asked is done. An alarm meanwhile is read and acknowledged past the panel.
 */
import { useEffect, useState } from 'react';
import type { ConsoleView } from '../../electron/contract/view.ts';
import { type Role, rolesThatMay } from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { useFocusInside } from '../parts/keep-focus.ts';
import { openSite } from '../site/opened.ts';
import { useText } from '../text/text.ts';
import { ask, close, nothingBeside, type Prompt, settle, useAsking } from './asking.ts';
import { FirstAccount } from './first-account.tsx';
import { GlassForm } from './glass-form.tsx';
import { PeopleList } from './people-list.tsx';
import { SignIn } from './sign-in.tsx';
import './access.css';

/** To change the rules of the site, or to sign for them. */
const mayOpenSite = rolesThatMay('sign-site');
const mayHoldChair = rolesThatMay('hand-over-chair');
/** A service engineer treats nobody. */
const mayBeSecond: readonly Role[] = ['perfusionist', 'clinician', 'or-staff'];

const signIn = (personId: string, pin: string) => window.isotherm.invoke('signIn', { personId, pin });
const takeChair = (personId: string, pin: string) => window.isotherm.invoke('takeChair', { personId, pin });

/** Whatever is asked of people, over every screen; nothing of it where nothing is. */
export function AccessLayer({ view }: { readonly view: ConsoleView | null }) {
  const prompt = useAsking((state) => state.prompt);
  if (view === null || prompt === null) return null;
  return <AskingPanel view={view} prompt={prompt} />;
}

/**
 * What was pressed minutes ago is not done because somebody signs in now, ms (chosen): untouched for so long, the panel
 * goes, and it stays undone.
 */
const lapsesAfterMs = 120_000;

function AskingPanel({ view, prompt }: { readonly view: ConsoleView; readonly prompt: Prompt }) {
  const inside = useFocusInside<HTMLElement>();
  const [touched, setTouched] = useState(0);
  const touch = () => setTouched((times) => times + 1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each touch begins it anew
  useEffect(() => {
    if (prompt.kind !== 'needs') return;
    const lapsing = setTimeout(close, lapsesAfterMs);
    return () => clearTimeout(lapsing);
  }, [prompt, touched]);
  return (
    <section
      ref={inside}
      onPointerDownCapture={touch}
      onKeyDownCapture={touch}
      className="access-panel panel"
      data-stage={view.stage}
      role="dialog"
      aria-labelledby="access-title"
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <Panel view={view} prompt={prompt} />
    </section>
  );
}

function Panel({ view, prompt }: { readonly view: ConsoleView; readonly prompt: Prompt }) {
  const text = useText().access;
  const { access } = view;
  switch (prompt.kind) {
    case 'people':
      return (
        <Framed title={text.list.title}>
          <PeopleList access={access} signIn={signIn} />
        </Framed>
      );
    case 'menu':
      return <Menu view={view} />;
    case 'take-chair':
      return (
        <Framed title={text.takeChair} note={text.takeChairNote}>
          <SignIn people={access.people} roles={mayHoldChair} check={takeChair} onDone={() => close()} />
        </Framed>
      );
    case 'sign-in':
      return access.wantsFirstAccount ? (
        <Framed title={text.first.title} note={text.first.note}>
          <FirstAccount onDone={() => close()} />
        </Framed>
      ) : (
        <Framed title={text.signIn} note={access.problem}>
          <SignIn people={access.people} check={signIn} onDone={() => close()} />
        </Framed>
      );
    case 'needs':
      return <Needs view={view} prompt={prompt} />;
  }
}

/** What stands in the way of what was pressed, and who can take it away. */
function Needs({
  view: { access },
  prompt,
}: {
  readonly view: ConsoleView;
  readonly prompt: Prompt & { kind: 'needs' };
}) {
  const words = useText();
  const text = words.access;
  const me = access.signedIn;
  // Whoever is signed in gives a reason only, and goes on with it where the console locks meanwhile.
  const [without, setWithout] = useState(me !== null || access.people.every(({ active }) => !active));
  const why = words.domain.refusal[prompt.why];
  if (prompt.what === 'second')
    return (
      <Framed title={text.second.title} about={prompt.about} note={why}>
        <SignIn
          people={access.people}
          roles={mayBeSecond}
          not={me?.id}
          check={async () => ({ ok: true })}
          onDone={(personId, pin) => settle({ glass: null, second: { personId, pin } })}
        />
      </Framed>
    );
  const glass = prompt.what === 'glass';
  return (
    <Framed title={glass ? text.glass.title : text.signIn} about={prompt.about} note={why}>
      {glass && me === null && (
        <div className="access-tabs">
          <Button title={text.signIn} aria-pressed={!without} onClick={() => setWithout(false)} />
          <Button
            title={text.glass.tab}
            data-action="without-signing-in"
            aria-pressed={without}
            onClick={() => setWithout(true)}
          />
        </div>
      )}
      {glass && (without || me !== null) ? (
        <GlassForm signedInName={me?.name ?? null} onGo={(told) => settle({ glass: told, second: null })} />
      ) : (
        <SignIn people={access.people} not={me?.id} check={signIn} onDone={() => settle(nothingBeside)} />
      )}
    </Framed>
  );
}

/** What whoever is signed in can do about that. */
function Menu({ view: { access, run } }: { readonly view: ConsoleView }) {
  const words = useText();
  const text = words.access;
  const { signedIn, chair } = access;
  const lock = async () => {
    await window.isotherm.invoke('signOut', null).catch(() => null);
    close();
  };
  const toSite = () => {
    openSite();
    close();
  };
  return (
    <Framed title={signedIn?.name ?? ''} note={chair === null ? null : text.inCharge(chair.name)}>
      <div className="access-people">
        <Button data-action="lock" title={text.lock} onClick={() => void lock()} />
        <Button data-action="switch" title={text.switchPerson} onClick={() => ask({ kind: 'sign-in' })} />
        {run !== null && (
          <Button
            data-action="take-chair"
            title={text.takeChair}
            onClick={() => ask({ kind: 'take-chair' })}
          />
        )}
        {signedIn?.role === 'service' && run === null && (
          <Button data-action="people" title={text.people} onClick={() => ask({ kind: 'people' })} />
        )}
        {signedIn !== null && mayOpenSite.includes(signedIn.role) && run === null && (
          <Button data-action="site" title={words.site.menu} onClick={toSite} />
        )}
      </div>
    </Framed>
  );
}

interface FramedProps {
  readonly title: string;
  /** What somebody is to stand for. */
  readonly about?: string;
  readonly note?: string | null;
  readonly children: React.ReactNode;
}

function Framed({ title, about = '', note = null, children }: FramedProps) {
  const text = useText().access;
  return (
    <>
      <header>
        <h2 id="access-title">{title}</h2>
        <Button data-action="close-access" title={text.close} onClick={() => close()} />
      </header>
      {about !== '' && <p className="access-about">{about}</p>}
      {note !== null && <p className="access-note">{note}</p>}
      <div className="access-body">{children}</div>
    </>
  );
}
