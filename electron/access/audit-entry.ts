import type { Actor } from '../domain/actor.ts';
import type { Role } from '../domain/role.ts';
import type { Person, PersonFields } from './people.ts';

export type NamedPerson = Pick<Person, 'id' | 'name'>;

/** What becomes an entry. Never a PIN, never what is kept of one. */
export type Audited =
  | { readonly type: 'person-added'; readonly person: NamedPerson; readonly role: Role }
  | {
      readonly type: 'person-changed';
      readonly person: NamedPerson;
      readonly old: PersonFields;
      readonly new: PersonFields;
    }
  | { readonly type: 'pin-set'; readonly person: NamedPerson }
  | { readonly type: 'signed-in' }
  /** `another`: somebody else signed in; `inactive`: the account was made so. */
  | { readonly type: 'signed-out'; readonly because: 'person' | 'idle' | 'another' | 'inactive' }
  /** `wrong` PINs in a row, three or more; `seconds` until the next is tried, 0 for whoever holds the chair. */
  | {
      readonly type: 'locked-out';
      readonly person: NamedPerson;
      readonly wrong: number;
      readonly seconds: number;
    }
  | { readonly type: 'chair-taken'; readonly from: NamedPerson | null }
  /** One value of the site file, as JSON has it; `null`: it was not there. */
  | {
      readonly type: 'site-changed';
      readonly key: string;
      readonly old: JsonValue;
      readonly new: JsonValue;
      readonly reason: string;
    }
  | { readonly type: 'preset-saved'; readonly name: string; readonly version: number }
  /** The last line had been cut by a crash: its bytes are in `file`, beside the log. */
  | { readonly type: 'tail-set-aside'; readonly bytes: number; readonly file: string };

type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

export interface AuditEntry {
  /** From 1, without a gap. */
  readonly entry: number;
  /** Label only: ms since 1970-01-01 UTC, as the computer believed. */
  readonly atWallMs: number;
  readonly by: Actor;
  readonly what: Audited;
  /** Of the hash before ("" before the first) and this line without its hash. */
  readonly hash: string;
}
