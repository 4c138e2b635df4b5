import { unitSymbol } from '../../electron/contract/text.ts';
import type { AccessView } from '../../electron/contract/view.ts';
import {
  type AlarmLimitName,
  alarmLimits,
  type Site,
  type SiteKey,
  siteValue,
} from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { useText } from '../text/text.ts';
import { Beside } from './beside.tsx';
import { Confirm } from './confirm.tsx';
import { looked, type Sent, sendChange, sendSignature, type Task } from './editing.ts';
import { Signature } from './group-list.tsx';
import { shapes } from './shapes.ts';
import { ValueEditor } from './value-editor.tsx';
import { plainNumber, valueWords } from './value-words.ts';

interface TaskProps<Kind extends Task['kind']> {
  readonly task: Task & { kind: Kind };
  readonly site: Site;
  readonly onTask: (task: Task | null) => void;
}
interface SentProps<Kind extends Task['kind']> extends TaskProps<Kind> {
  readonly access: AccessView;
  /** It is done: the rules are read again. */
  readonly onDone: (what: string) => void;
}

/** One value, typed. `onLeave` asks first where something was typed. */
export function ChangeView({
  task,
  site,
  onTask,
  onLeave,
}: TaskProps<'change'> & { readonly onLeave: () => void }) {
  const words = useText();
  const text = words.site;
  const { key, draft, problems } = task;
  const look = () => onTask(looked(task, site, words));
  return (
    <form
      className="site-change"
      onSubmit={(event) => {
        event.preventDefault();
        look();
      }}
    >
      <h2>{words.domain.siteKey[key]}</h2>
      <Outermost name={key} />
      <div className="site-body">
        <ValueEditor
          shape={shapes[key]}
          label={text.newValue}
          draft={draft}
          problems={problems}
          onChange={(typed) => onTask({ ...task, draft: typed, problems: [] })}
        />
      </div>
      <p className="site-count">{problems.length === 0 ? '' : text.mend(problems.length)}</p>
      <div className="site-buttons">
        <Button title={text.back} data-action="site-back" onClick={onLeave} />
        <Button
          look="primary"
          type="submit"
          title={text.secondLook}
          caption={text.secondLookCaption}
          data-action="second-look"
        />
      </div>
    </form>
  );
}

/** How far any site may go, and who says so. */
function Outermost({ name }: { readonly name: SiteKey }) {
  const text = useText().site;
  if (!name.startsWith('alarmLimits.')) return null;
  const { lowest, highest, unit } = alarmLimits[name.slice('alarmLimits.'.length) as AlarmLimitName];
  return (
    <p className="site-note">{text.outermost(plainNumber(lowest), plainNumber(highest), unitSymbol(unit))}</p>
  );
}

/** What the value was and what it becomes. */
export function LookView({ task, site, access, onTask, onDone }: SentProps<'look'>) {
  const words = useText();
  const text = words.site;
  const { key, draft, value } = task;
  const again = (sent: Sent) => {
    if (sent.ok) return onDone(text.changed(words.domain.siteKey[key]));
    // What is wrong with a field is mended at the field.
    if (sent.problems.some(({ at }) => at !== ''))
      onTask({ kind: 'change', key, draft, problems: sent.problems });
  };
  return (
    <Confirm
      title={text.secondLookAt(words.domain.siteKey[key])}
      access={access}
      confirm={text.putInForce}
      onBack={() => onTask({ kind: 'change', key, draft, problems: [] })}
      send={(reason) => sendChange(key, value, reason, words)}
      onDone={again}
    >
      <Beside shape={shapes[key]} old={siteValue(site, key)} now={value} />
      {site.signedOff[key] !== undefined && <p className="site-note">{text.voids(site.signedOff[key].by)}</p>}
    </Confirm>
  );
}

/** What somebody is about to stand for, in full. */
export function SignView({ task, site, access, onTask, onDone }: SentProps<'sign'>) {
  const words = useText();
  const text = words.site;
  return (
    <Confirm
      title={text.signTitle(task.keys.length)}
      access={access}
      confirm={text.signNow}
      onBack={() => onTask(null)}
      send={(reason) => sendSignature(task.keys, reason, words)}
      onDone={(sent) => sent.ok && onDone(text.signedFor(task.keys.length))}
    >
      <ul className="site-values">
        {task.keys.map((key) => (
          <li key={key} className="site-signing" data-key={key}>
            <b>{words.domain.siteKey[key]}</b>
            {valueWords(shapes[key], siteValue(site, key), words).map((line) => (
              <p key={line}>{line}</p>
            ))}
            <Signature site={site} name={key} />
          </li>
        ))}
      </ul>
    </Confirm>
  );
}
