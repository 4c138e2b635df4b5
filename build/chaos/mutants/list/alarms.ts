import type { Mutant } from '../mutant.ts';

const audio = 'electron/alarms/audio.ts';
const unit = ['electron/alarms/step.test.ts', 'electron/alarms/people.test.ts'];
const mutant = (name: string, file: string, find: string, replace: string, tests = unit): Mutant => ({
  part: 'alarms',
  name,
  file,
  find,
  replace,
  tests,
});

export const alarmMutants: readonly Mutant[] = [
  mutant(
    'what is over sounds no more',
    audio,
    'alarm.acknowledgedMs === null && alarm.under === null;',
    'alarm.acknowledgedMs === null && alarm.under === null && isOn(alarm);',
  ),
  mutant('a pause lasts an hour', audio, 'longestPauseMs = 120_000', 'longestPauseMs = 3_600_000'),
  mutant(
    'nothing breaks through a pause',
    audio,
    "return level(alarm) > pause.level || (alarm.priority === 'high' && isNew);",
    'return false;',
  ),
  mutant(
    'a pause is never over',
    'electron/alarms/people.ts',
    'if (!broken && monotonicMs < pause.untilMs) return state;',
    'if (!broken) return state;',
  ),
  mutant(
    'one acknowledgement is for all',
    'electron/alarms/acting.ts',
    'if (!ids.includes(alarm.id) || alarm.acknowledgedMs !== null) return alarm;',
    'if (alarm.acknowledgedMs !== null) return alarm;',
  ),
  mutant(
    'high alarms do not latch',
    'electron/alarms/state.ts',
    "isOn(alarm) || (alarm.priority === 'high' && alarm.acknowledgedMs === null && alarm.under === null)",
    'isOn(alarm)',
  ),
  mutant(
    'a pause silences what begins after it',
    audio,
    '  if (pause !== null) {\n',
    "  if (pause !== null || sounding.priority === 'high') {\n    if (pause === null) return { ...noSound, priority: 'high' };\n",
  ),
  mutant(
    'the rig sounds nothing',
    'electron/session/alarm-desk.ts',
    "return this.#state.shown.find((alarm) => alarm.clearedMs === null)?.priority ?? 'none';",
    "return 'none';",
    ['electron/session/alarm-desk.test.ts'],
  ),
  mutant(
    'no volume is too much',
    'electron/protocol/volumes.ts',
    '        cavityMl: volumes.cavityMl + ml(flow),\n',
    '        cavityMl: volumes.cavityMl + 0.2 * ml(flow),\n',
    ['electron/protocol/before-treatment.test.ts'],
  ),
  mutant(
    'alarms are not asked what to do',
    'electron/session/treatment-run.ts',
    '    for (const { reaction, reason } of reactions)\n',
    '    for (const { reaction, reason } of reactions.slice(1000))\n',
    ['electron/session/treatment-run.test.ts', 'electron/session/trouble.test.ts'],
  ),
  mutant(
    'a fault of the console is no alarm',
    'electron/session/run-signals.ts',
    'consoleFault: around.consoleFault ?? false',
    'consoleFault: false',
    ['electron/session/run-signals.test.ts', 'electron/session/engine-faults.test.ts'],
  ),
];
