/** The page on presets, generated from the table of their fields. Pure. */
import {
  type FieldRule,
  mostAdditions,
  presetBounds,
  presetFields,
} from '../../electron/domain/preset-fields.ts';

const boundsWords = (rule: FieldRule): string => {
  switch (rule.kind) {
    case 'number':
      return `${rule.bounds[0]}–${rule.bounds[1]}${rule.whole ? ', whole' : ` ${rule.unit}`}`;
    case 'text':
      return `${rule.length[0]}–${rule.length[1]} characters`;
    case 'choice':
      return rule.of.join(', ');
  }
};

const notes = (field: string, rule: FieldRule): string => {
  if (rule.kind !== 'number') return '–';
  const said = [
    field === 'largestCavityVolumeMl' ? 'at least the fill volume' : '',
    rule.flow ? 'and what the rig can pump' : '',
    rule.blank ? 'may be blank (`null`)' : '',
  ];
  return said.filter((note) => note !== '').join('; ') || '–';
};

const row = (field: string, rule: FieldRule): string =>
  `| \`${field}\` | ${rule.what} | ${boundsWords(rule)} | ${notes(field, rule)} |`;

/** `docs/presets.md`, whole. */
export function presetsPage(): string {
  const [low, high] = presetBounds.fillVolumeMl;
  return `# Presets

The table below is written by \`node build/docs/main.ts\` from \`electron/domain/preset-fields.ts\`, which files, the editor and
every request to the program are held to (\`preset-problems.ts\`). Each problem is told by its field, with the value, the
bound and its unit, and how to mend it.

A preset is a JSON file in UTF-8 (a byte order mark is ignored). Shipped ones are in \`assets/presets/\`, those of a site in \`presets/\` of the data folder. Of each
name the highest version is on offer. A file that is not good is left out and named on the screen.

| field | what | must be | note |
|---|---|---|---|
${Object.entries<FieldRule>(presetFields)
  .map(([field, rule]) => row(field, rule))
  .join('\n')}
| \`rinses.volumeMl\` | rinse volume | ${low}–${high} mL | with no rinse, 0 will do |
| \`additions\` | planned additions | at most ${mostAdditions}, each \`atMinutes\` within the treatment time and \`label\` as the site enters it | none where absent |
| \`basedOn\` | what it was copied from | \`name\`, \`version\`, \`by\`, \`changes\`; or \`null\` | written by the console |

- **Blank flow and volumes.** The presets for post-operative use, and one for percutaneous, leave them blank: this project
  proposes none. A run starts only once the site has entered them, on the screen or in a copy.
- **What is controlled.** \`controlSite\` holds in heat-up and treatment, and in band is judged there. With \`inflow\` the
  perfusate is what is prescribed: the target may be up to 44.5 °C (else 43.5), the cavity is shown and has limits of its
  own, and a set without a cavity probe runs.
- **What is counted.** \`minutes\` are counted by \`rulingClock\`: in band, or elapsed. \`clockStartsOn\` says what has to be
  there before the treatment starts without a clinician's name: the control temperature in band for 60 s, the inflow at
  target for 30 s, or the first drug.
- **Fill.** One of \`fillVolumeMl\`, \`fillMlPerM2\` and \`fillMlPerKg\`. By the body it is reckoned to 10 mL from height and
  weight by the formula of the site, shown before the start, and refused above the largest volume, never capped.
- **Modes.** \`circulation\` holds the control site at target. \`single-instillation\` fills once and
  lets the fluid stand, which nothing can heat; \`minutes\` are minutes of dwell, and time in band is not judged. Absent, a
  preset circulates.
- **Copies.** A preset that is edited is a copy. What differs from the original is kept field by field, with the old and
  the new value and who made it, in the copy, in the record of the run and in the report.
- **Versions.** A copy that is saved under the same name is its next version, under a new name version 1. No file is ever
  written over. A copy that is run without being saved keeps the version of its original, with its changes.
- **Drugs.** Labels of planned additions are recorded and shown as they were entered. The console suggests no drug and
  no dose.
`;
}
