import type { Actor } from './actor.ts';
import type { Alarm, Priority } from './alarm.ts';
import type { AlarmLimitName } from './alarm-limits.ts';
import type { Role } from './role.ts';

/** What the alarm log keeps. `alarm` is the occurrence as it then was. */
export type AlarmEvent =
  | { readonly type: 'alarm-raised'; readonly alarm: Alarm }
  /** It lasted, and its priority went up: it sounds again and asks to be acknowledged again. */
  | { readonly type: 'alarm-escalated'; readonly alarm: Alarm }
  /** Another one that came explains it: it is listed under that one. */
  | { readonly type: 'alarm-suppressed'; readonly alarm: Alarm }
  /** What explained it is over and it is not. */
  | { readonly type: 'alarm-surfaced'; readonly alarm: Alarm }
  | { readonly type: 'alarm-cleared'; readonly alarm: Alarm }
  | { readonly type: 'alarm-acknowledged'; readonly alarm: Alarm }
  | { readonly type: 'alarm-reminded'; readonly alarm: Alarm }
  | { readonly type: 'audio-paused'; readonly by: Actor; readonly seconds: number }
  /** `by`: the console unless a person ended the pause. */
  | { readonly type: 'audio-on'; readonly cause: AudioOnCause; readonly by: Actor }
  | {
      readonly type: 'alarm-limit-changed';
      readonly limit: AlarmLimitName;
      readonly from: number;
      readonly to: number;
      readonly by: Actor;
      readonly role: Role;
    };

export const audioOnCauses = ['time-up', 'new-alarm', 'person'] as const;
export type AudioOnCause = (typeof audioOnCauses)[number];

/** What should sound now. Level, not edge: whoever comes late sounds the same. */
export interface Sound {
  readonly state: 'none' | 'sounding' | 'paused' | 'acknowledged';
  /** Of the most urgent alarm that sounds, is paused or is acknowledged and persists; `null` with none. */
  readonly priority: Priority | null;
  /** When the newest of that priority began to sound, session ms; `null` with none. */
  readonly sinceMs: number | null;
  /** Of a pause, s; 0 otherwise. */
  readonly secondsLeft: number;
  /** Counts up with every reminder; the reminder is one burst of `priority`. */
  readonly reminders: number;
}
