/** The page on who may write to the machine, generated from the authority's own table and numbers. Pure. */
import {
  failureWindowMs,
  faultToldMs,
  lettingGoExchanges,
  lettingGoTries,
  mostFailedInRow,
  mostFailedInWindow,
  type Overlay,
  overlays,
} from '../../electron/authority/authority.ts';
import {
  type AuthorityEvent,
  authorityEvents,
  authorityTable,
  nextState,
} from '../../electron/authority/table.ts';
import { type AuthorityState, authorityStates } from '../../electron/domain/authority-state.ts';
import { linkLostAfterMs } from '../../electron/domain/link.ts';

interface EventWords {
  /** On the arrow. */
  readonly short: string;
  readonly long: string;
}

const eventWords: Readonly<Record<AuthorityEvent, EventWords>> = {
  begin: {
    short: 'begun',
    long: 'a run begins, or a person asks something of the machine outside a run (a *rescue*)',
  },
  'take-up': { short: 'taken up', long: 'a run that its console had lost is taken up again' },
  'link-lost': {
    short: 'link lost',
    long: `no telemetry for ${linkLostAfterMs / 1000} s, or none at some moment of an exchange that took longer`,
  },
  'rig-restarted': { short: 'machine restarted', long: 'the uptime of the machine went back' },
  'take-command': {
    short: 'taken by a person',
    long: 'a person decides to go on: *Take command*, one of the four interventions, or a rescue asked for anew',
  },
  end: {
    short: 'over',
    long: 'the run is over; or the rescue asks nothing more, after a lost link once the machine has been seen to stand',
  },
  'stood-down': {
    short: 'stood down',
    long: 'telemetry shows mode standby, heater and pump off, nothing flowing or turning, whatever is latched',
  },
  'give-up': {
    short: 'given up',
    long: `ticks failed: ${mostFailedInRow} in a row, or ${mostFailedInWindow} in ${failureWindowMs / 1000} s`,
  },
};

interface StateWords {
  readonly is: string;
  readonly written: string;
}

const stateWords: Readonly<Record<AuthorityState, StateWords>> = {
  reading: { is: 'nobody asks anything of the machine', written: 'nothing: it is only read' },
  commanding: {
    is: 'a run is open, or a rescue is asked for',
    written: 'what run or rescue asks, under the overlay; where they cannot say, what was written last',
  },
  waiting: {
    is: 'the link was lost, the machine restarted, or a lost run was taken up: a person has to decide',
    written: 'nothing: it is only read',
  },
  'standing-down': {
    is: 'run or rescue is over and the machine has not been seen to stand',
    written: 'standby, heater and pump off, with the annunciation of the alarms that still stand',
  },
  faulted: {
    is: 'the console does not trust itself',
    written: `heater and pump off, valves as they are, until ${lettingGoExchanges} exchanges carried it, over a line that comes back as well; then nothing, and the watchdog of the machine takes over`,
  },
};

const overlayWords: Readonly<Record<Overlay, readonly [laid: string, does: string]>> = {
  none: ['–', 'nothing'],
  'heat-off': [
    'a tick or anything else in the console threw; HEAT OFF pressed while the engine stands',
    'heater off, annunciator high',
  ],
  'all-off': [
    'PAUSE FLOW or STOP RUN pressed while the engine stands',
    'heater and pump off, annunciator high',
  ],
};

const idOf = (state: AuthorityState): string => state.replaceAll('-', '_');

interface Way {
  readonly from: AuthorityState;
  readonly on: AuthorityEvent;
  readonly to: AuthorityState;
}

const waysFrom = (from: AuthorityState): readonly Way[] =>
  authorityEvents.flatMap((on) => {
    const to = authorityTable[from][on];
    return to === undefined ? [] : [{ from, on, to }];
  });

/** A mermaid state diagram of every way in the table. */
export function authorityDiagram(): string {
  const [first] = authorityStates;
  return [
    'stateDiagram-v2',
    ...authorityStates.map((state) => `  state "${state}" as ${idOf(state)}`),
    `  [*] --> ${idOf(first)}`,
    ...authorityStates
      .flatMap(waysFrom)
      .map(({ from, on, to }) => `  ${idOf(from)} --> ${idOf(to)}: ${eventWords[on].short}`),
    `  ${idOf('faulted')} --> [*]: program started anew`,
  ].join('\n');
}

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(...head), row(...head.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n');

/** A state and where each event leads from it; `–`: nowhere else. */
const stepsOf = (state: AuthorityState): string[] => [
  state,
  ...authorityEvents.map((event) => {
    const next = nextState(state, event);
    return next === state ? '–' : next;
  }),
];

/** `docs/authority.md`, whole. */
export const authorityPage = (): string => `# Who may write to the machine

Written by \`node build/docs/main.ts\` from \`electron/authority/\`, which the program runs by; a test fails when this page
no longer says what the table says. Change that, not this page.

The authority lives as long as the program and outlives every run. It knows of no phase, alarm, file or screen, so that
it works where those fail. What is asked of the machine is the run's, or that of a person outside one; *whether*
anything is written is decided here, once for every exchange.

\`\`\`mermaid
${authorityDiagram()}
\`\`\`

## States, and what is written

${table(
  ['state', 'when', 'written in each exchange'],
  authorityStates.map((state) => [state, stateWords[state].is, stateWords[state].written]),
)}

Nothing but a new start of the program leads out of *faulted*; the next start finds the run open.

## State and event

What is not in the table changes nothing.

${table(['state', ...authorityEvents], authorityStates.map(stepsOf))}

${authorityEvents.map((event) => `- \`${event}\`: ${eventWords[event].long}`).join('\n')}

## The overlay

Laid over what is commanded, whatever run and alarms ask; each one includes the one before, and the stronger stays.

${table(
  ['overlay', 'laid when', 'does'],
  overlays.map((overlay) => [overlay, ...overlayWords[overlay]]),
)}

After a tick that went well it is lifted once the run itself holds heat (and flow, for all-off), so that nothing comes
back with it: heat is held by the alarm \`console-fault\`, and only a person resumes it. Without an open run it is lifted
by the first tick that goes well.

## Numbers

| what | value |
| --- | --- |
| failed ticks in a row that make it give up | ${mostFailedInRow} |
| failures within ${failureWindowMs / 1000} s, in a tick or outside, that make it give up | ${mostFailedInWindow} |
| a failed tick is told as an alarm for | ${faultToldMs / 1000} s after it |
| exchanges that carry the off of a console that gives up | ${lettingGoExchanges} |
| exchanges in which it is tried over a lost line | ${lettingGoTries} (30 s); people are at the machine by then |
`;
