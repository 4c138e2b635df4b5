import type { Mutant } from '../mutant.ts';

const table = 'electron/authority/table.ts';
const rules = 'electron/authority/authority.ts';
const other = 'electron/authority/another-console.ts';
const unit = [
  'electron/authority/authority.test.ts',
  'electron/session/engine-faults.test.ts',
  'electron/session/standing-down.test.ts',
];
const mutant = (name: string, file: string, find: string, replace: string, tests = unit): Mutant => ({
  part: 'authority',
  name,
  file,
  find,
  replace,
  tests,
});

/** At least one for each row and each cell of the table, and the rules beside it. */
export const authorityMutants: readonly Mutant[] = [
  mutant(
    'reading: a run begins and nobody commands',
    table,
    "reading: { begin: 'commanding', ",
    'reading: { ',
  ),
  mutant(
    'reading: a run taken up commands at once',
    table,
    "reading: { begin: 'commanding', 'take-up': 'waiting'",
    "reading: { begin: 'commanding', 'take-up': 'commanding'",
  ),
  mutant(
    'reading: nobody gives up',
    table,
    "'take-up': 'waiting', 'give-up': 'faulted' },\n  commanding",
    "'take-up': 'waiting' },\n  commanding",
  ),
  mutant(
    'commanding: a run taken up goes on with what was asked before it',
    table,
    "  commanding: {\n    'take-up': 'waiting',\n",
    '  commanding: {\n',
    ['electron/session/recovery.test.ts'],
  ),
  mutant(
    'a run that waits for a decision repeats what was written last',
    rules,
    'const intent = asked === null ? last : asked.intent;',
    'const intent = asked?.intent ?? last;',
    ['electron/authority/authority.test.ts'],
  ),
  mutant('commanding: a lost link changes nothing', table, "    'link-lost': 'waiting',\n", ''),
  mutant('commanding: a restarted rig changes nothing', table, "    'rig-restarted': 'waiting',\n", ''),
  mutant(
    'commanding: the end of a run lets go without standing down',
    table,
    "    end: 'standing-down',\n",
    "    end: 'reading',\n",
  ),
  mutant(
    'commanding: nobody gives up',
    table,
    "    end: 'standing-down',\n    'give-up': 'faulted',\n",
    "    end: 'standing-down',\n",
  ),
  mutant(
    'waiting: the decision of a person is not heard',
    table,
    "waiting: { 'take-command': 'commanding', ",
    'waiting: { ',
  ),
  mutant(
    'waiting: the end of a run leaves the machine alone',
    table,
    "'take-command': 'commanding', end: 'standing-down'",
    "'take-command': 'commanding', end: 'reading'",
  ),
  mutant(
    'waiting: nobody gives up',
    table,
    "end: 'standing-down', 'give-up': 'faulted' },\n  'standing-down'",
    "end: 'standing-down' },\n  'standing-down'",
  ),
  mutant('standing down: it never ends', table, "    'stood-down': 'reading',\n", ''),
  mutant(
    'standing down: a lost run taken up commands at once',
    table,
    "    'take-up': 'waiting',\n    'stood-down'",
    "    'take-up': 'commanding',\n    'stood-down'",
  ),
  mutant(
    'standing down: a person is not heard',
    table,
    "  'standing-down': {\n    begin: 'commanding',\n",
    "  'standing-down': {\n",
  ),
  mutant(
    'standing down: nobody gives up',
    table,
    "    'stood-down': 'reading',\n    'give-up': 'faulted',\n",
    "    'stood-down': 'reading',\n",
  ),
  mutant(
    'faulted: a person may take command again',
    table,
    '  faulted: {},',
    "  faulted: { 'take-command': 'commanding', begin: 'commanding' },",
  ),
  mutant(
    'faulted: standing down is over',
    table,
    '  faulted: {},',
    "  faulted: { 'stood-down': 'reading', end: 'reading' },",
  ),
  mutant(
    'while waiting it writes',
    rules,
    "    case 'reading':\n    case 'waiting':\n      return null;",
    "    case 'waiting':\n      return asked?.intent ?? last;\n    case 'reading':\n      return null;",
  ),
  mutant(
    'while it only reads it writes',
    rules,
    "    case 'reading':\n    case 'waiting':\n      return null;",
    "    case 'reading':\n      return asked?.intent ?? last;\n    case 'waiting':\n      return null;",
  ),
  mutant(
    'standing down it goes on with what was written last',
    rules,
    "      return { ...standbyIntent, annunciator: asked?.intent?.annunciator ?? 'none' };",
    '      return last ?? standbyIntent;',
  ),
  mutant(
    'standing down sounds nothing at the machine',
    rules,
    "      return { ...standbyIntent, annunciator: asked?.intent?.annunciator ?? 'none' };",
    '      return standbyIntent;',
  ),
  mutant(
    'a console that has given up writes nothing at once',
    rules,
    'return letsGo(authority.lettingGo) ? allOff(telemetry) : null;',
    'return null;',
  ),
  mutant(
    'a console that has given up goes on for ever',
    rules,
    'return letsGo(authority.lettingGo) ? allOff(telemetry) : null;',
    'return last;',
  ),
  mutant(
    'a console that gives up over a lost line tells off to nobody',
    rules,
    'left.toldLeft - (told ? 1 : 0)',
    'left.toldLeft - 1',
    ['electron/authority/authority.test.ts'],
  ),
  mutant('a console that has given up waits for a lost line for ever', rules, ' && left.triesLeft > 0', '', [
    'electron/authority/authority.test.ts',
  ]),
  mutant(
    'a failed tick leaves the heat on',
    rules,
    "    ...laid(authority, 'heat-off'),\n",
    '    ...authority,\n',
  ),
  mutant(
    'heat off keeps the heater',
    rules,
    "{ ...intent, heaterEnable: false, annunciator: 'high' }",
    "{ ...intent, annunciator: 'high' }",
  ),
  mutant(
    'heat off says nothing at the machine',
    rules,
    "{ ...intent, heaterEnable: false, annunciator: 'high' }",
    '{ ...intent, heaterEnable: false }',
  ),
  mutant(
    'all off keeps the pump',
    rules,
    '{ ...heatOff, pumpEnable: false, flowSetpointMlPerMin: 0 }',
    'heatOff',
  ),
  mutant(
    'three failed ticks in a row are taken for none',
    rules,
    'mostFailedInRow = 3',
    'mostFailedInRow = 3000',
  ),
  mutant(
    'ten failures in a minute are taken for none',
    rules,
    'mostFailedInWindow = 10',
    'mostFailedInWindow = 10_000',
  ),
  mutant(
    'the overlay goes with the next good tick',
    rules,
    'const lifted = held === null || (held.heat',
    'const lifted = true || held === null || (held?.heat',
  ),
  mutant(
    'a fault is not told',
    rules,
    "state === 'faulted' || failedMs.some((ms) => nowMs - ms < faultToldMs)",
    'failedMs.length > 1e9',
  ),
  mutant(
    'what this console writes is taken for another one',
    other,
    'if (wrote) return { echo: null, movedMs: [] };',
    '',
  ),
  mutant('another console is never noticed', other, 'movedMs.length === 2 &&', 'movedMs.length === 3 &&', [
    'electron/session/starting.test.ts',
  ]),
];
