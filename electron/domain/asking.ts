import type { Refusal } from './action.ts';
import { type Actor, typedActor } from './actor.ts';
import { type PermissionContext, permission, type What } from './permissions.ts';

/** In whose name something is asked, and why, where nobody had signed in for it. */
export interface Asking {
  readonly by: Actor;
  readonly breakGlass: string | null;
}

/** Whoever is signed in; else whoever gives a name, and that is kept as typed. */
export function askingOf(
  actor: Actor,
  glass: { readonly name: string; readonly reason: string } | null,
): Asking {
  const by = actor.how === 'signed-in' || glass === null ? actor : typedActor(glass.name);
  return { by, breakGlass: glass?.reason ?? null };
}

/** Why somebody may not ask for it; `null`: he or she may. A name and a reason stand in the place of an account. */
export function askingRefusal(
  { by, breakGlass }: Asking,
  what: What,
  context?: PermissionContext,
): Refusal | null {
  const allowed = permission(by, what, context);
  if (allowed === 'no') return by.how === 'signed-in' ? 'not-your-role' : 'needs-sign-in';
  return allowed === 'break-glass' && (by.name === '' || breakGlass === null) ? 'needs-reason' : null;
}
