/** The pages of the hazard file, drawn from its data. Pure. */
import type { Control, Hazard, HazardFile } from './schema.ts';
import {
  alarmWords,
  anchor,
  bullets,
  numbered,
  standing,
  table,
  toControl,
  toHazard,
  toRequirement,
} from './words.ts';

const written = 'Written by `node build/docs/main.ts` from the JSON files beside this page; change those.';

/** Every page by its path within docs/; `prose`: `docs/safety/README.md` as committed. */
export const safetyPages = (prose: string, file: HazardFile): (readonly [string, string])[] => [
  ['safety/README.md', overviewPage(prose, file)],
  ['safety/hazards.md', hazardsPage(file)],
  ['safety/controls.md', controlsPage(file)],
];

/** `docs/safety/hazards.md`: every hazard from its causes to its controls. */
function hazardsPage(file: HazardFile): string {
  return `# Hazards

${written} What this is and is not: [README.md](README.md).

${file.hazards.map((hazard) => hazardSection(hazard, file)).join('\n\n')}
`;
}

function hazardSection(hazard: Hazard, { controls, severities, weaknesses }: HazardFile): string {
  const severity = severities.find(({ level }) => level === hazard.severity);
  const ours = controls.filter(({ id }) => hazard.controls.includes(id));
  const weak = weaknesses.filter(({ hazards }) => hazards.includes(hazard.id));
  return `${anchor(hazard.id)}
## ${hazard.id} ${hazard.title}

**Severity** ${hazard.severity}, ${severity?.name}. **Harm:** ${hazard.harm}

**Causes**

${bullets(hazard.causes)}

**Sequence**

${numbered(hazard.sequence)}

**Controls**

${table(
  ['control', 'where', 'what it does', 'shown by'],
  ours.map((control) => [toControl(control.id), control.where, control.does, standing(control)]),
)}

**Alarms:** ${alarmWords(hazard)}${weak.length === 0 ? '' : `\n\n**Known weaknesses**\n\n${bullets(weak.map(({ id, text }) => `${id}: ${text}`))}`}`;
}

/** `docs/safety/controls.md`: requirements, what fulfils them, and which tests show it. */
function controlsPage(file: HazardFile): string {
  const { controls, requirements } = file;
  return `# Requirements and controls

${written} A test id names a test file and the titles that lead to a test or a whole suite, as they are written; a
placeholder (\`%s\`, \`$name\`) stands for every row of its table. \`test/safety/\` holds all of it to what there is.

## Requirements

${table(
  ['requirement', 'in words', 'fulfilled by'],
  requirements.map(({ id, text }) => {
    const by = controls.filter(({ fulfils }) => fulfils.includes(id));
    const met = by.some(({ open }) => open === undefined);
    return [
      `${anchor(id)}${id}`,
      text,
      `${met ? '' : '**not met**: '}${by.map((one) => toControl(one.id)).join(', ')}`,
    ];
  }),
)}

## Controls

${controls.map((control) => controlSection(control, file.hazards)).join('\n\n')}
`;
}

function controlSection(control: Control, hazards: readonly Hazard[]): string {
  const { id, where, does, fulfils, files, tests, notShown, open } = control;
  const against = hazards
    .filter(({ controls }) => controls.includes(id))
    .map((hazard) => toHazard(hazard.id));
  const reasons = [
    notShown === undefined ? [] : [`Rig, not shown here: ${notShown}`],
    open === undefined ? [] : [`Open: ${open}`],
  ].flat();
  const done = files.length === 0 ? [] : [`Done in ${files.map((path) => `\`${path}\``).join(', ')}`];
  return `${anchor(id)}
### ${id}, ${where}

${does}

${bullets([
  `Fulfils ${fulfils.map(toRequirement).join(', ')}; against ${against.join(', ')}`,
  ...done,
  ...reasons,
  ...tests.map((test) => `\`${test}\``),
])}`;
}

/** The tables of `docs/safety/README.md`, by the marks they stand between. */
function overviewTables(file: HazardFile): Readonly<Record<string, string>> {
  const { hazards, controls, requirements, severities, weaknesses } = file;
  const onlyRig = controls.filter(({ notShown }) => notShown !== undefined);
  const open = controls.filter((control) => control.open !== undefined);
  const rig = controls.filter(({ where }) => where === 'rig');
  const ids = new Set(controls.flatMap(({ tests }) => tests));
  const counted = (list: readonly unknown[]) => `${list.length}`;
  return {
    counts: table(
      ['', 'how many'],
      [
        ['hazards', counted(hazards)],
        ['requirements', counted(requirements)],
        ['controls in the console', `${controls.length - rig.length}`],
        ['controls in the rig, shown on the simulated one', `${rig.length - onlyRig.length}`],
        ['controls of a real rig, **not shown here**', counted(onlyRig)],
        ['open points', counted(open)],
        ['test ids', `${ids.size}`],
        ['known weaknesses', counted(weaknesses)],
      ],
    ),
    severities: table(
      ['severity', 'name', 'what it means'],
      severities.map(({ level, name, means }) => [`${level}`, name, means]),
    ),
    hazards: table(
      ['hazard', '', 'severity', 'controls', 'alarms'],
      hazards.map((one) => [
        toHazard(one.id),
        one.title,
        `${one.severity}`,
        counted(one.controls),
        counted(one.alarms),
      ]),
    ),
    'not shown': table(
      ['control', 'what it does', 'why it is not shown here'],
      onlyRig.map(({ id, does, notShown }) => [toControl(id), does, notShown ?? '']),
    ),
    open: table(
      ['control', 'what it would do', 'why it is open'],
      open.map((one) => [toControl(one.id), one.does, one.open ?? '']),
    ),
    weaknesses: bullets(
      weaknesses.map((one) => `**${one.id}** (${one.hazards.map(toHazard).join(', ')}) ${one.text}`),
    ),
  };
}

/** `prose`: the page as committed; what stands between the marks of each table is written anew. */
function overviewPage(prose: string, file: HazardFile): string {
  return Object.entries(overviewTables(file)).reduce((page, [name, content]) => {
    const marks = new RegExp(`(<!-- ${name} -->\\n)[^]*?(<!-- end of ${name} -->)`);
    if (!marks.test(page)) throw new Error(`docs/safety/README.md holds no place for "${name}".`);
    return page.replace(marks, (_, from: string, to: string) => `${from}${content}\n${to}`);
  }, prose);
}
