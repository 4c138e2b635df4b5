import type { RequestName } from '../../../../electron/contract/channel-names.ts';
import type { AccessProblem } from '../../../../electron/domain/access-problem.ts';
import { refusals } from '../../../../electron/domain/action.ts';
import { accessProblem } from '../../../../electron/domain/text/en-access.ts';
import { changed, type Moment } from './facets.ts';
import type { Asked } from './fuzzed-console.ts';
import { forbidden, mayChange } from './may-change.ts';
import type { Message } from './messages.ts';
import type { Promised } from './terms.ts';

export interface Verdict {
  readonly promise: Promised;
  readonly holds: boolean;
  readonly why: string;
}

/** One message, what stood before and after it, and what came back. */
export interface Case {
  readonly name: RequestName;
  /** It is none of the contract, or of another sender: it must be refused. */
  readonly none: boolean;
  /** As the screen could send it; `null`: it could not. */
  readonly message: Message | null;
  readonly before: Moment;
  readonly after: Moment;
  readonly asked: Asked;
}

/** Words of a runtime that tell a person nothing. */
const babble =
  /\[object |Cannot read|Cannot convert|is not a function|is not iterable|Maximum call stack|\n\s+at |undefined is not/;
const longestWords = 3000;

export function judge(tried: Case): Verdict[] {
  const verdicts: Verdict[] = [];
  const say = (promise: Promised, holds: boolean, why: string): void =>
    void verdicts.push({ promise, holds, why: holds ? '' : why });
  const { asked, before, after } = tried;
  say('crash', asked.kind === 'reply' || asked.kind === 'rejected', `${tried.name}: ${wordsOf(asked)}`);
  say('ticks', after.failures === before.failures, `${tried.name}: a tick failed`);
  if (asked.kind !== 'reply' && asked.kind !== 'rejected') return verdicts;
  const refusal = refusalIn(tried.name, asked);
  if (tried.none)
    say(
      'refused',
      asked.kind === 'rejected',
      `${tried.name} was taken: ${JSON.stringify(asked).slice(0, 200)}`,
    );
  if (refusal !== null) {
    const problem = problemOfWords(tried, refusal);
    say('words', problem === null, problem ?? '');
    const moved = movedThoughRefused(tried, asked);
    say('unchanged', moved === null, moved ?? '');
    return verdicts;
  }
  const shape = shapeProblem(tried.name, (asked as { reply: unknown }).reply);
  say('reply', shape === null, shape ?? '');
  if (tried.message !== null) {
    const wrong = wronglyMoved(tried.message, before, after);
    say('own', wrong === null, wrong ?? '');
  }
  return verdicts;
}

/** What was said of why not; `null`: it was taken. A key of the dictionary is words on the screen. */
function refusalIn(name: RequestName, asked: Asked): { text: string; key: boolean } | null {
  if (asked.kind === 'rejected') return { text: wordsOf(asked), key: false };
  const reply = (asked as { reply: unknown }).reply;
  if (typeof reply !== 'object' || reply === null) return null;
  const said = reply as Record<string, unknown>;
  if (said.taken === false) return { text: String(said.why), key: true };
  if (said.ok !== false) return null;
  if (typeof said.problem === 'string') return { text: said.problem, key: false };
  // Who may not, by a key; what is wrong with people and PINs, as data that each language says.
  if (typeof said.problem === 'object' && said.problem !== null)
    return { text: accessProblem(said.problem as AccessProblem), key: false };
  if (typeof said.why === 'string') return { text: said.why, key: true };
  const problems = said.problems as { message: string }[] | undefined;
  if (problems !== undefined) return { text: problems.map(({ message }) => message).join('; '), key: false };
  // The screen offers these three only where they can be taken, and shows that nothing came of it.
  return ['newCase', 'fluid', 'restart'].includes(name) ? { text: 'nothing to do', key: false } : null;
}

const wordsOf = (asked: Asked): string => {
  if (asked.kind === 'never') return 'no answer came';
  if (asked.kind === 'reply') return '';
  return asked.error instanceof Error ? asked.error.message : String(asked.error);
};

function problemOfWords({ name, none }: Case, { text, key }: { text: string; key: boolean }): string | null {
  const shown = `${name}: "${text.slice(0, 300)}"`;
  if (key)
    return (refusals as readonly string[]).includes(text) ? null : `${shown} is no refusal of the dictionary`;
  if (none && !new RegExp(`^The request "${name}" was refused: .{3,}`, 's').test(text))
    return `${shown} does not say what`;
  if (text.trim().length < 3 || text.length > longestWords) return `${shown} has ${text.length} characters`;
  return babble.test(text) ? `${shown} is no sentence for a person` : null;
}

/** A person's refused press is kept as an event; nothing else of it stays. */
function movedThoughRefused({ before, after, none, name, message }: Case, asked: Asked): string | null {
  if (asked.kind === 'rejected' || none) {
    const moved = changed(before.facets, after.facets);
    if (moved.length > 0) return `${name} was refused and changed ${moved}`;
    return before.state === after.state ? null : `${name} was refused and replaced the run's state`;
  }
  const allowed = name === 'act' ? ['events'] : [];
  const moved = changed(before.facets, after.facets).filter((facet) => !allowed.includes(facet));
  const what = message === null ? name : JSON.stringify(message.request).slice(0, 120);
  return moved.length === 0
    ? null
    : `${what} was refused (${JSON.stringify(asked).slice(0, 120)}) and changed ${moved}`;
}

function wronglyMoved(message: Message, before: Moment, after: Moment): string | null {
  const may = mayChange(message, before.facets);
  const moved = changed(before.facets, after.facets).filter((facet) => !may.includes(facet));
  const what = `${message.name} ${JSON.stringify(message.request).slice(0, 160)}`;
  if (moved.length > 0) {
    const how = moved.map((facet) =>
      `${facet} ${before.facets[facet]} → ${after.facets[facet]}`.slice(0, 200),
    );
    return `${what} changed ${how.join(', ')}`;
  }
  const done = forbidden(message, before.facets, after.facets);
  return done === null ? null : `${what}: ${done}`;
}

/** As the contract names it (docs: electron/contract/channels.ts), by hand. */
function shapeProblem(name: RequestName, reply: unknown): string | null {
  const said = (reply ?? {}) as Record<string, unknown>;
  const shapes: Readonly<Record<RequestName, boolean>> = {
    load: typeof said.view === 'object' && typeof said.trend === 'object',
    start: said.ok === true,
    act: said.taken === true,
    savePreset: said.ok === true && typeof said.preset === 'object',
    newCase: said.ok === true,
    rescue: said.taken === true,
    recover: said.ok === true,
    fluid: said.ok === true,
    painted: reply === null,
    audio: reply === null,
    language: [null, 'en', 'zh'].includes(said.language as string | null),
    ports: Array.isArray(said.ports),
    choosePort: said.ok === true,
    restart: said.ok === true,
    release: said.ok === true,
    signIn: said.ok === true,
    signOut: said.ok === true,
    touch: reply === null,
    takeChair: said.ok === true,
    firstAccount: said.ok === true,
    addPerson: said.ok === true,
    changePerson: said.ok === true,
    setPin: said.ok === true,
    form: said.draft === null || typeof said.draft === 'string',
    answerCheck: said.ok === true && typeof said.answer === 'object',
    dipCheck: said.ok === true && typeof said.dipCheck === 'object',
    recall: said.ok === true && Array.isArray(said.found),
    worklist: said.ok === true && typeof said.worklist === 'object',
    wristband: typeof said.result === 'string',
    deliveries: said.ok === true && typeof said.deliveries === 'object',
    deliverAgain: said.ok === true,
    deliverToStick: said.ok === true,
    site: typeof said.site === 'object',
    changeSite: said.ok === true,
    signSite: said.ok === true,
    review: said.ok === true && typeof said.review === 'object',
    say: said.ok === true && typeof said.review === 'object',
  };
  return shapes[name] ? null : `the reply to ${name} is ${JSON.stringify(reply).slice(0, 200)}`;
}
