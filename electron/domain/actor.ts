import type { Role } from './role.ts';

/**
 * How it is known who acted. `signed-in`: by an account and its PIN. `typed`: a name entered at the screen, which nobody
 * checked. `unknown`: nobody was named, or the record does not say. `program`: no person; `id` says which part of the
 * console.
 */
export const actorSources = ['signed-in', 'typed', 'unknown', 'program'] as const;
export type ActorSource = (typeof actorSources)[number];

/** Parts of the console that act by themselves. */
export const programActors = ['console', 'unattended'] as const;

/** Who acts, as far as it is known. */
export interface Actor {
  /** The same for the same person or part every time; `null`: none is known, as of a typed name. */
  readonly id: string | null;
  /** As entered; "" where there is none. */
  readonly name: string;
  /** Of the account; of a typed name as stated by the person. `null`: not stated. */
  readonly role: Role | null;
  readonly how: ActorSource;
}

const partOfProgram = (id: (typeof programActors)[number]): Actor => ({
  id,
  name: '',
  role: null,
  how: 'program',
});

/** The console itself: what it does on being closed, or when a time is up. */
export const consoleActor: Actor = partOfProgram('console');
/** The unattended operator of a simulated rig. */
export const unattendedActor: Actor = partOfProgram('unattended');
export const unknownActor: Actor = { id: null, name: '', role: null, how: 'unknown' };

export const typedActor = (name: string, role: Role | null = null): Actor =>
  name.trim() === '' ? unknownActor : { id: null, name: name.trim(), role, how: 'typed' };

/** What consoles before actors wrote where a person's name belongs; everything else was entered by somebody. */
const ownTexts: Readonly<Record<string, Actor>> = {
  '---': unknownActor,
  'at the console': unknownActor,
  控制台旁人员: unknownActor,
  'console closing': consoleActor,
  Unattended: unattendedActor,
};

/** Who a bare text of such a console stands for: no more than a name that was typed. */
export const actorOfText = (text: string, role: Role | null = null): Actor =>
  ownTexts[text] ?? typedActor(text, role);
