/** What is broken, and what the program is held to. */
export const terms = {
  faults: ['kill-while-starting', 'kill-in-run'],
  promises: {
    recorded: 'every event shown as recorded is in the record',
    samples: 'at most 1 s of samples is gone',
    undamaged: 'what is stored is undamaged',
    safe: 'a rig that ran is safe, its heater off, within its watchdog time',
    ends: 'the run is taken up and finishes, or is drained and ended, and the machine is off',
  },
} as const;
export type Fault = (typeof terms.faults)[number];
export type Promised = keyof typeof terms.promises;
