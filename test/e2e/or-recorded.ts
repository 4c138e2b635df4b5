import type { Standing } from './where-it-stands.ts';

/** What people say and stand for in the run of the case of the theatre, and where it stands afterwards. */
const stands = (
  what: string,
  [journal, value]: readonly [path: string, value: unknown],
  summary: string | null,
  report: string,
): Standing => ({
  what,
  journal: [journal, value],
  summary: summary === null ? null : [summary, value],
  report,
});

const planned: readonly Standing[] = [
  stands('minutes', ['header.preset.minutes', 15], 'preset.minutes', '°C for 15 min'),
  stands('fill', ['header.preset.fillVolumeMl', 1500], null, 'Fill volume, largest 1500 mL'),
  stands('first part', ['header.preset.additions.0.label', 'First part'], null, 'at 0 min: First part'),
  stands('second part', ['header.preset.additions.1.label', 'Second part'], null, 'at 5 min: Second part'),
  stands('its minute', ['header.preset.additions.1.atMinutes', 5], null, 'at 5 min: Second part'),
];

const people: readonly Standing[] = [
  stands(
    'who released it',
    ['header.released.by.name', 'Perfusionist'],
    'people.released.by.name',
    'Released the run Perfusionist Perfusionist signed in',
  ),
  stands(
    'who started it',
    ['header.startedBy.name', 'OR nurse'],
    'people.startedBy.name',
    'Started the run OR nurse OR staff signed in',
  ),
  stands(
    'in charge at first',
    ['chair.0.to.name', 'Perfusionist'],
    'people.chairChanges.0.to.name',
    'In charge Perfusionist Perfusionist signed in',
  ),
  ...(
    [
      ['from', 'Perfusionist'],
      ['to', 'Clinician'],
    ] as const
  ).map(([end, name]) =>
    stands(
      `handed over ${end}`,
      [`chair.1.${end}.name`, name],
      `people.chairChanges.1.${end}.name`,
      'In charge, handed over by Perfusionist Clinician Clinician signed in',
    ),
  ),
  stands(
    'second person of the heat',
    ['advance.1.second.name', 'OR nurse'],
    'people.countersigned.0.second.name',
    'second: OR nurse',
  ),
  stands(
    'time-out, one',
    ['time-out.0.action.names.0', 'Surgeon B'],
    'timeOut.names.0',
    'Time-out Surgeon B and Perfusionist',
  ),
  stands(
    'time-out, other',
    ['time-out.0.action.names.1', 'Perfusionist'],
    'timeOut.names.1',
    'Time-out Surgeon B and Perfusionist',
  ),
];

const given = (
  index: number,
  action: 'start-treatment.0' | 'record-drug.0',
  [lot, volumeMl, by, second]: readonly [lot: string, volumeMl: number, by: string, second: string],
): Standing[] =>
  (
    [
      ['lot', 'action.drug.lot', lot, 'lot', lot],
      ['volume', 'action.drug.volumeMl', volumeMl, 'volumeMl', String(volumeMl)],
      ['one who checked it', 'action.checkedBy.0', 'Surgeon B', 'checkedBy.0', 'Surgeon B Anaesthetist C'],
      ['the other', 'action.checkedBy.1', 'Anaesthetist C', 'checkedBy.1', 'Surgeon B Anaesthetist C'],
      ['who gave it', 'by.name', by, 'by.name', by],
      ['second person', 'second.name', second, 'second.name', `second: ${second}`],
    ] as const
  ).map(([what, journal, value, summary, report]) =>
    stands(
      `drug ${index + 1} as given, ${what}`,
      [`${action}.${journal}`, value],
      `drugs.given.${index}.${summary}`,
      report,
    ),
  );

const said: readonly Standing[] = [
  stands(
    'carrier',
    ['record-carrier.0.action.carrier.name', 'Carrier as hung'],
    'carrier.name',
    'Carrier used Carrier as hung, 5200 mL',
  ),
  stands(
    'its volume',
    ['record-carrier.0.action.carrier.volumeMl', 5200],
    'carrier.volumeMl',
    'Carrier as hung, 5200 mL',
  ),
  stands('core too hot', ['record-reading.0.action.value', 40.2], 'readings.0.value', '40.2'),
  stands('who read it', ['record-reading.0.by.name', 'OR nurse'], 'readings.0.by.name', 'OR nurse'),
  stands('core again', ['record-reading.1.action.value', 38.1], 'readings.1.value', '38.1'),
  stands('glucose', ['record-vital.0.action.value', 6.8], 'vitals.glucose.value', '6.8'),
  stands('urine', ['record-vital.1.action.value', 250], 'vitals.urine.value', '250'),
  stands('who read them', ['record-vital.1.by.name', 'Clinician'], 'vitals.urine.by.name', 'Clinician'),
  stands('note', ['record-note.0.action.text', 'Table tilted'], 'notes.0.text', 'Table tilted'),
  stands('drain', ['record-reading.2.action.value', 3870], 'readings.2.value', 'Drained, measured 3870 mL'),
];

export const recorded: readonly Standing[] = [
  ...planned,
  ...people,
  ...given(0, 'start-treatment.0', ['LOT-G1', 48, 'Perfusionist', 'OR nurse']),
  ...given(1, 'record-drug.0', ['LOT-G2', 53, 'Clinician', 'Perfusionist']),
  ...said,
];
