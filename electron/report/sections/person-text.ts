import { type Actor, unknownActor } from '../../domain/actor.ts';
import type { RunEvent } from '../../domain/run-event.ts';
import { actorName, eventActor } from '../../domain/text/dictionary.ts';
import { html, type Markup } from '../markup.ts';
import type { ReportInput } from '../report-input.ts';

type Spoken = Pick<ReportInput, 'names' | 'words'>;

/** A person as known: a perfusionist who had signed in by name alone, others with their role, a typed name marked. */
export function personText({ names, words }: Spoken, actor: Actor): string {
  const name = actorName(names, actor);
  if (actor.how === 'typed') return `${name} ${words.people.typedMark}`;
  const plain = actor.how !== 'signed-in' || actor.role === null || actor.role === 'perfusionist';
  return plain ? name : `${name}${words.comma}${roleText({ names }, actor)}`;
}

/** Within a line, so not with a capital, but for an abbreviation. */
export const roleText = ({ names }: Pick<Spoken, 'names'>, { role }: Actor): string =>
  role === null ? '' : names.role[role].replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());

/** Who stands behind an event, and who signed for it as well. */
export function whoText({ names, words }: Spoken, event: RunEvent): Markup {
  const person = personOf(event);
  const second = event.type === 'action' ? event.second : null;
  const first = person === null ? eventActor(names, event) : personText({ names, words }, person);
  if (second === null) return html`${first}`;
  return html`${first}<br>${words.people.second(personText({ names, words }, second))}`;
}

/** `null`: no person, but console or rig. */
export function personOf(event: RunEvent): Actor | null {
  switch (event.type) {
    case 'action':
    case 'audio-paused':
    case 'alarm-limit-changed':
    case 'taken-up':
    case 'fluid-answered':
    case 'audio-on':
      return event.by;
    case 'alarm-acknowledged':
      return event.alarm.acknowledgedBy ?? unknownActor;
    case 'chair':
      return event.to;
    default:
      return null;
  }
}
