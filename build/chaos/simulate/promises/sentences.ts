/** What is promised, in the words of the issue; judged by the true state of the rig, never by the console's. */
export const promises = [
  { name: 'stopped', sentence: 'a screen that says stopped shows a machine that is' },
  {
    name: 'over',
    sentence: 'a run that is over, while the program lives, has a machine stood down or a high alarm',
  },
  {
    name: 'ticks',
    sentence: 'whatever throws, ticks go on or the machine is let go and it is said',
  },
  { name: 'written', sentence: 'what the record calls requested was written' },
  { name: 'sounds', sentence: 'a high alarm sounds unless a person paused or acknowledged it' },
  { name: 'recorded', sentence: 'nothing shown as recorded is ever missing' },
  {
    name: 'fluid',
    sentence:
      'fluid in the cavity never exceeds plan by more than the stated uncertainty without an alarm, where level, outflow or pressure is measured',
  },
  {
    name: 'drained',
    sentence:
      'unless machine or line forbids it a person can reach a drained cavity, and where they do is told how to drain by hand and can enter the volume',
  },
  {
    name: 'heat',
    sentence:
      "heat is never asked for longer than 2 s and one exchange while the control temperature is unknown, and is off within the watchdog's time once the console is dead",
  },
  { name: 'resumes', sentence: 'nothing resumes by itself' },
] as const;
export type Promised = (typeof promises)[number]['name'];

export const sentenceOf = (name: Promised): string =>
  promises.find((promise) => promise.name === name)?.sentence ?? name;
