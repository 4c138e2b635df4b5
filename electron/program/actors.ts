import { nobodyAtScreen, nobodyNamed } from '../contract/leniently.ts';
import type { OperatorAction } from '../domain/action.ts';
import { type Actor, typedActor, unknownActor } from '../domain/actor.ts';
import type { Role } from '../domain/role.ts';

/** What stands for a name where nobody is named. */
const nobody: readonly string[] = [nobodyNamed, ...Object.values(nobodyAtScreen)];

/** Who acts, by the name that a screen sent: typed, and checked by nobody. */
export const actorNamed = (by: string, role: Role | null = null): Actor =>
  nobody.includes(by) ? unknownActor : typedActor(by, role);

/** The same, in the role that the action itself states. */
export const actorOf = (by: string, action: OperatorAction): Actor =>
  actorNamed(by, action.type === 'change-alarm-limit' ? action.role : null);
