/** What is broken, and what the program is held to. */
export const terms = {
  faults: ['full', 'read-only', 'hanging', 'slow-by-5-s', 'removed'],
  promises: {
    ticks: 'ticks keep their time while the disk fails',
    told: 'a disk that fails is told by an alarm',
    undamaged: 'nothing stored is damaged, and every event shown as recorded is there',
    resumes: 'recording resumes, with what waited',
  },
} as const;
export type Fault = (typeof terms.faults)[number];
export type Promised = keyof typeof terms.promises;
