/** docs/permissions.md: who may do what, from the table that the program asks. Pure. */
import { alarmLimitNames, alarmLimits } from '../../electron/domain/alarm-limits.ts';
import { columns, permissionRows } from '../../electron/domain/permissions.ts';
import { en } from '../../electron/domain/text/en.ts';

type Cell = ReturnType<typeof permissionRows>[number][1][number];

const cellWords: Readonly<Record<Cell, string>> = {
  yes: 'yes',
  'break-glass': '*with a reason*',
  no: '–',
  'past-treatment': 'from the drain on',
  'glass-past-treatment': '*with a reason*, from the drain on',
  heat: 'unless an alarm held it',
  flow: 'yes; *with a reason* where an alarm held it',
  limit: 'as [below](#alarm-limits)',
  released: 'once it is released',
};

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(...head), row(...head.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n');

const people = columns.map((role) => (role === null ? 'nobody signed in' : en.role[role]));

/** `docs/permissions.md`, whole. */
export const permissionsPage = (): string => `# Who may do what

Written by \`node build/docs/main.ts\` from \`electron/domain/permissions.ts\`; a test fails when this page no longer says
what the table says. Change that, not this page.

From every state a person reaches a drained cavity and a machine at rest without an account: what stops, silences or
drains asks for nobody, and what else is needed on the way is done *with a reason*: name and reason are entered and stay
on record. Whoever types a name is nobody here, whatever role is typed with it. A service engineer treats nobody. The
console itself, and the unattended operator of a simulated rig, may do everything.

${table(
  ['what', ...people],
  permissionRows().map(([what, cells]) => [`\`${what}\``, ...cells.map((cell) => cellWords[cell])]),
)}

What is not known (whether an alarm held the heat, whether a run was released) counts as the worse answer.

## Alarm limits

${table(
  ['limit', 'decided by'],
  alarmLimitNames.map((name) => [
    `\`${name}\``,
    alarmLimits[name].changedBy.map((role) => en.role[role].toLowerCase()).join(', '),
  ]),
)}
`;
