import type { Replies } from '../../electron/contract/channels.ts';
import { type Site, type SiteKey, siteValue } from '../../electron/contract/words.ts';
import { withPeople } from '../access/asking.ts';
import type { Text } from '../text/text.ts';
import { type Draft, type DraftProblem, draftOf, typedValue } from './draft.ts';
import { shapes } from './shapes.ts';

/** What somebody is at. */
export type Task =
  | {
      readonly kind: 'change';
      readonly key: SiteKey;
      readonly draft: Draft;
      readonly problems: readonly DraftProblem[];
    }
  /** The second look at a change. */
  | { readonly kind: 'look'; readonly key: SiteKey; readonly draft: Draft; readonly value: unknown }
  | { readonly kind: 'sign'; readonly keys: readonly SiteKey[] };

export const change = (site: Site, key: SiteKey): Task => ({
  kind: 'change',
  key,
  draft: draftOf(shapes[key], siteValue(site, key)),
  problems: [],
});

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Something was typed that would be lost. */
export function isTyped(site: Site, task: Task | null): boolean {
  if (task === null || task.kind === 'sign') return false;
  return !same(task.draft, draftOf(shapes[task.key], siteValue(site, task.key)));
}

/** On to the second look, or back with what is wrong. */
export function looked(task: Task & { kind: 'change' }, site: Site, text: Text): Task {
  const { value, problems } = typedValue(shapes[task.key], task.draft, text);
  if (problems.length > 0) return { ...task, problems };
  if (same(value, siteValue(site, task.key)))
    return { ...task, problems: [{ at: '', text: text.site.unchanged }] };
  return { kind: 'look', key: task.key, draft: task.draft, value };
}

export type Sent = { ok: true } | { ok: false; problems: readonly DraftProblem[] };

export async function sendChange(key: SiteKey, value: unknown, reason: string, text: Text): Promise<Sent> {
  return sent(key, text, () => window.isotherm.invoke('changeSite', { key, value, reason }));
}

export async function sendSignature(keys: readonly SiteKey[], reason: string, text: Text): Promise<Sent> {
  return sent('', text, () => window.isotherm.invoke('signSite', { keys: [...keys], reason }));
}

/** Whoever may is asked to sign in; what main says is wrong comes back by its place below `key`. */
async function sent(key: string, text: Text, send: () => Promise<Replies['changeSite']>): Promise<Sent> {
  try {
    const reply = await withPeople(send, (answer) => (answer.ok ? null : answer.why));
    if (reply.ok) return reply;
    return { ok: false, problems: reply.problems.map((problem) => placed(key, problem, text)) };
  } catch {
    return { ok: false, problems: [{ at: '', text: text.access.noAnswer }] };
  }
}

function placed(
  key: string,
  { at, message }: { readonly at: string; readonly message: string },
  text: Text,
): DraftProblem {
  const said = text.domain.siteProblem(message);
  if (at === key || at === '') return { at: '', text: said };
  if (key !== '' && at.startsWith(`${key}.`)) return { at: at.slice(key.length + 1), text: said };
  // Of another value: limits have to stay in order.
  const other = (Object.keys(shapes) as SiteKey[]).find((one) => at === one || at.startsWith(`${one}.`));
  return { at: '', text: `${other === undefined ? at : text.domain.siteKey[other]}: ${said}` };
}
