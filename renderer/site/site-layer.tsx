/*
 * Ten seconds: on the day of commissioning a service engineer sees how many values nobody stands for, goes through a
 * group, mends one with its old value beside it, and signs for the rest; nothing typed is lost without being told.
 */
import { useCallback, useEffect, useState } from 'react';
import type { Replies } from '../../electron/contract/channels.ts';
import type { ConsoleView } from '../../electron/contract/view.ts';
import { notSignedOff, type SiteKey, signOffKeys } from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { useFocusInside } from '../parts/keep-focus.ts';
import { useText } from '../text/text.ts';
import { change, isTyped, type Task } from './editing.ts';
import { useFreeSpace } from './free-space.ts';
import { GroupList } from './group-list.tsx';
import { closeSite, useSiteOpen } from './opened.ts';
import { type Group, groups } from './shapes.ts';
import { ChangeView, LookView, SignView } from './task-view.tsx';
import './site.css';

/** The rules of the site over the set-up screen, while they are open. */
export function SiteLayer({ view }: { readonly view: ConsoleView | null }) {
  const isOpen = useSiteOpen((state) => state.isOpen);
  const hasPlace = view !== null && view.stage === 'setup' && view.recovery === null;
  // A run that came meanwhile is not followed by them.
  useEffect(() => {
    if (!hasPlace) closeSite();
  }, [hasPlace]);
  if (!isOpen || !hasPlace) return null;
  return <SitePanel view={view} />;
}

type Read = Replies['site'];

function SitePanel({ view }: { readonly view: ConsoleView }) {
  const text = useText().site;
  const { top, bottom } = useFreeSpace();
  const inside = useFocusInside<HTMLDivElement>();
  const [read, setRead] = useState<Read | null>(null);
  const [failed, setFailed] = useState(false);
  const load = useCallback(async () => {
    setFailed(false);
    try {
      setRead(await window.isotherm.invoke('site', null));
    } catch {
      setFailed(true);
    }
  }, []);
  useEffect(() => void load(), [load]);
  return (
    <div
      ref={inside}
      className="site-panel panel"
      style={{ top: `calc(${top}px + 0.5rem)`, bottom: `calc(${bottom}px + 0.5rem)` }}
    >
      {read === null ? (
        <div className="site-waiting">
          <h2 id="site-title">{text.title}</h2>
          <p>{failed ? text.notRead : text.reading}</p>
          <div className="site-buttons">
            <Button title={text.close} data-action="close-site" onClick={closeSite} />
            {failed && <Button look="primary" title={text.again} onClick={() => void load()} />}
          </div>
        </div>
      ) : (
        <SiteEditor view={view} read={read} onChanged={load} />
      )}
    </div>
  );
}

interface SiteEditorProps {
  readonly view: ConsoleView;
  readonly read: Read;
  readonly onChanged: () => Promise<void>;
}

function SiteEditor({ view, read: { site, changeable }, onChanged }: SiteEditorProps) {
  const words = useText();
  const text = words.site;
  const [group, setGroup] = useState<Group>('hospital');
  const [selected, setSelected] = useState<ReadonlySet<SiteKey>>(new Set());
  const [task, setTask] = useState<Task | null>(null);
  const [notice, setNotice] = useState('');
  /** What waits for a word about what was typed. */
  const [leaving, setLeaving] = useState<(() => void) | null>(null);

  const leave = (then: () => void) => {
    if (isTyped(site, task)) setLeaving(() => then);
    else then();
  };
  const toList = () => {
    setTask(null);
    setLeaving(null);
  };
  const show = (next: Group) =>
    leave(() => {
      toList();
      setGroup(next);
      setSelected(new Set());
      setNotice('');
    });
  const done = (what: string) => {
    toList();
    setSelected(new Set());
    setNotice(what);
    void onChanged();
  };
  const unsigned = notSignedOff(site);
  return (
    <section
      className="site-editor"
      role="dialog"
      aria-labelledby="site-title"
      onKeyDown={(event) => event.key === 'Escape' && leave(task === null ? closeSite : toList)}
    >
      <header>
        <h2 id="site-title">{text.titled(site.name)}</h2>
        <p className="site-unsigned-count">{text.unsigned(unsigned.length, signOffKeys.length)}</p>
        <Button title={text.close} data-action="close-site" onClick={() => leave(closeSite)} />
      </header>
      <nav className="site-groups">
        {(Object.keys(groups) as Group[]).map((one) => {
          const open = unsigned.filter((key) => (groups[one] as readonly string[]).includes(key)).length;
          return (
            <Button
              key={one}
              data-group={one}
              aria-pressed={one === group}
              title={text.group[one]}
              caption={open === 0 ? '' : text.countUnsigned(open)}
              onClick={() => show(one)}
            />
          );
        })}
      </nav>
      <div className="site-main">
        {!changeable && <p className="site-note">{text.notChangeable}</p>}
        {view.setup.site.problem !== null && (
          <p className="site-note">{words.domain.problem(view.setup.site.problem)}</p>
        )}
        {notice !== '' && (
          <p className="site-note" role="status">
            {notice}
          </p>
        )}
        {leaving !== null && (
          <div className="site-leaving" role="alertdialog" aria-label={text.typedWouldBeLost}>
            <p>{text.typedWouldBeLost}</p>
            <Button
              look="primary"
              title={text.keepTyping}
              data-action="keep-typing"
              onClick={() => setLeaving(null)}
            />
            <Button title={text.throwAway} data-action="throw-away" onClick={() => leaving()} />
          </div>
        )}
        {task === null && (
          <GroupList
            site={site}
            keys={groups[group]}
            changeable={changeable}
            selected={selected}
            onSelect={setSelected}
            onChange={(key) => {
              setNotice('');
              setTask(change(site, key));
            }}
            onSign={() =>
              setTask({ kind: 'sign', keys: groups[group].filter((key: SiteKey) => selected.has(key)) })
            }
          />
        )}
        {task?.kind === 'change' && (
          <ChangeView task={task} site={site} onTask={setTask} onLeave={() => leave(toList)} />
        )}
        {task?.kind === 'look' && (
          <LookView task={task} site={site} access={view.access} onTask={setTask} onDone={done} />
        )}
        {task?.kind === 'sign' && (
          <SignView task={task} site={site} access={view.access} onTask={setTask} onDone={done} />
        )}
      </div>
    </section>
  );
}
