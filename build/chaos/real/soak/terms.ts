/** What the program has to stand, and what it is held to. */
export const terms = {
  faults: ['run', 'busy-loop'],
  promises: {
    finishes: 'run after run finishes',
    heap: 'the heaps of main and view, after collection, grow by at most 5 % after the first hour',
    memory: 'the memory of main and view in the system grows by at most 5 % after the first hour',
    ticks: 'with one busy loop a core no tick is missed',
    jitter: 'and 99.9 % come at most 20 ms late, or 1.5 × as late as those of a bare timer',
  },
} as const;
export type Fault = (typeof terms.faults)[number];
export type Promised = keyof typeof terms.promises;
