/**
 * Who may write to the machine. Drawn in docs/authority.md.
 * - `reading`: nobody asks anything of the machine; telemetry only.
 * - `commanding`: a run, or what a person asked outside one (a rescue), is written every tick.
 * - `waiting`: the link was lost, the machine or the console restarted: nothing is written until a person decides.
 * - `standing-down`: standby is written every tick until telemetry shows that the machine has stood down.
 * - `faulted`: the console does not trust itself. Once everything has been told off nothing more is written, and the
 *   machine's watchdog takes over. Left only by a new start of the program.
 */
export const authorityStates = ['reading', 'commanding', 'waiting', 'standing-down', 'faulted'] as const;
export type AuthorityState = (typeof authorityStates)[number];
