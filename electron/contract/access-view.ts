import type { Role } from '../domain/role.ts';

/** Somebody with an account; nothing of a PIN. */
export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly active: boolean;
}

/** Who may sign in, who has, and whose run it is. */
export interface AccessView {
  /** Everybody, those who may not sign in any more too. */
  readonly people: readonly PersonView[];
  readonly signedIn: PersonView | null;
  /** Who is in charge of the run; it stays theirs while they are signed out. `null`: nobody is. */
  readonly chair: PersonView | null;
  /** There is nobody yet: the first account, a service engineer's, can be made. */
  readonly wantsFirstAccount: boolean;
  /** Why nobody can sign in, or why changes are not in the audit log; `null`: nothing is wrong. */
  readonly problem: string | null;
  /** Who has released the case as it stands, so that OR staff may start it; `null`: nobody, or it was changed since. */
  readonly released: { readonly name: string; readonly atWallMs: number } | null;
}
