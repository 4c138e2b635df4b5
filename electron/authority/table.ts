import type { AuthorityState } from '../domain/authority-state.ts';

export const authorityEvents = [
  /** A run begins, or a person asks something of the machine outside a run. */
  'begin',
  /** A run that its console had lost is taken up: first a person decides. */
  'take-up',
  'link-lost',
  'rig-restarted',
  /** A person decided to go on. */
  'take-command',
  /** Run or rescue is over. */
  'end',
  /** Telemetry shows that the machine has stood down. */
  'stood-down',
  /** Too many ticks failed. */
  'give-up',
] as const;
export type AuthorityEvent = (typeof authorityEvents)[number];

/** Where an event leads; what is not in the table changes nothing. */
export const authorityTable: Readonly<
  Record<AuthorityState, Readonly<Partial<Record<AuthorityEvent, AuthorityState>>>>
> = {
  reading: { begin: 'commanding', 'take-up': 'waiting', 'give-up': 'faulted' },
  commanding: {
    'take-up': 'waiting',
    'link-lost': 'waiting',
    'rig-restarted': 'waiting',
    end: 'standing-down',
    'give-up': 'faulted',
  },
  waiting: { 'take-command': 'commanding', end: 'standing-down', 'give-up': 'faulted' },
  'standing-down': {
    begin: 'commanding',
    'take-up': 'waiting',
    'stood-down': 'reading',
    'give-up': 'faulted',
  },
  faulted: {},
};

export const nextState = (state: AuthorityState, event: AuthorityEvent): AuthorityState =>
  authorityTable[state][event] ?? state;
