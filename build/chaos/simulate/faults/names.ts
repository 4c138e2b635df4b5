/** Every kind of fault, by what it befalls. */
export const faultGroups = {
  process: ['throw', 'uncaught', 'exchange-hangs', 'kill', 'hang', 'journal-thread-ends'],
  disk: ['disk-refuses', 'disk-hangs', 'power-cut'],
  line: ['line-cut', 'line-unplugged', 'line-flip', 'line-drop', 'line-double', 'line-late', 'line-swap'],
  clock: ['clock-step', 'sleep'],
  screen: ['screen-gone', 'screen-silent', 'screen-hostile'],
  rig: [
    'rig-restart',
    'rig-latch',
    'rig-deaf',
    'rig-fault',
    'rig-blind',
    'pump-runs-on',
    'pump-stalls',
    'heater-stuck-on',
  ],
  person: ['press', 'double-tap', 'next-case'],
} as const;
export type FaultGroup = keyof typeof faultGroups;
export type FaultName = (typeof faultGroups)[FaultGroup][number];

export const faultNames: readonly FaultName[] = Object.values(faultGroups).flat();

export const isOfPerson = (name: FaultName): boolean =>
  (faultGroups.person as readonly FaultName[]).includes(name);
