/** What is broken, and what the program is held to. */
export const terms = {
  faults: ['killed', 'hung', 'reloaded'],
  promises: {
    ticks: 'no tick is missed while the screen is killed, hung or reloaded',
    back: 'the screen comes back by itself',
    equal: 'the view comes back equal: the run, its events, its trend, and what the screen shows of them',
    told: 'a screen that stands still for more than 5 s is an alarm on record',
  },
} as const;
export type Fault = (typeof terms.faults)[number];
export type Promised = keyof typeof terms.promises;
