import type { RunView } from '../../../electron/contract/view.ts';
import { fullName, hospitalNumberOf } from '../../../electron/contract/words.ts';
import type { Text } from '../../text/text.ts';
import { placeRows } from '../places.ts';

export type TimeOutKey =
  | 'patient'
  | 'allergies'
  | 'site'
  | 'plan'
  | 'flow'
  | 'drugs'
  | 'others'
  | 'places'
  | 'people';
/** One thing that is read aloud: what it is called, and its lines. */
export interface TimeOutFact {
  readonly key: TimeOutKey;
  readonly name: string;
  readonly lines: readonly string[];
}

type Told = Pick<RunView, 'case' | 'preset' | 'lists'>;

/** What is read aloud before heat, in the order it is read. What nobody entered is said to be so. */
export function timeOutFacts(run: Told, words: Text): TimeOutFact[] {
  const text = words.records.timeOut;
  const { patient, procedure, side, cavity, sessionNumber, sessionsPlanned } = run.case;
  const { preset } = run;
  return [
    {
      key: 'patient',
      name: text.patient,
      lines: [
        fullName(patient, words.domain.spoken),
        `${text.born(patient.birthDate)} · ${text.number(hospitalNumberOf(patient))}`,
      ],
    },
    { key: 'allergies', name: text.allergies, lines: [text.allergyText(patient.allergies)] },
    {
      key: 'site',
      name: text.site,
      lines: [
        text.side(side, cavity),
        text.procedureText(procedure),
        text.session(sessionNumber, sessionsPlanned),
      ],
    },
    {
      key: 'plan',
      name: text.plan,
      lines: [text.headline(preset.targetCelsius, preset.minutes), `${preset.name}, v${preset.version}`],
    },
    { key: 'flow', name: text.flow, lines: flowLines(run, words) },
    { key: 'drugs', name: text.drugs, lines: drugLines(run, words) },
    { key: 'others', name: text.others, lines: otherLines(run, words) },
    {
      key: 'places',
      name: text.places,
      lines: placeRows(run, words).map(({ what, where }) => words.records.told(what, where)),
    },
    { key: 'people', name: text.people, lines: peopleLines(run, words) },
  ];
}

function flowLines({ preset }: Told, { records: { timeOut: text } }: Text): string[] {
  const { fillVolumeMl, flowMlPerMin, mode, rinses } = preset;
  return [
    mode === 'circulation' ? text.flowText(fillVolumeMl, flowMlPerMin) : text.dwellText(fillVolumeMl),
    text.rinses(rinses.count, rinses.volumeMl),
  ];
}

function drugLines({ case: { drugs }, preset: { additions } }: Told, { records }: Text): string[] {
  const { timeOut: text, drug } = records;
  const line = (one: (typeof drugs)[number]): string => {
    const at = one.addition === null ? undefined : additions[one.addition];
    const when = at === undefined ? '' : text.atMinute(at.atMinutes);
    return `${when}${drug.whole(one)}`;
  };
  // Planned, and nobody has said what will be in it.
  const unnamed = additions.flatMap(({ atMinutes, label }, index) =>
    drugs.some(({ addition }) => addition === index) ? [] : [`${text.atMinute(atMinutes)}${label}`],
  );
  const lines = [...drugs.map(line), ...unnamed];
  return lines.length === 0 ? [text.noDrugs] : lines;
}

function otherLines({ case: { otherTreatments } }: Told, { records, domain }: Text): string[] {
  if (otherTreatments.length === 0) return [records.timeOut.noOthers];
  return otherTreatments.map(({ kind, text, on }) =>
    [domain.otherTreatment[kind], text, on].filter((part) => part !== '').join(', '),
  );
}

function peopleLines({ case: of }: Told, { records, domain }: Text): string[] {
  const text = records.timeOut;
  const called = domain.teamIn(of.setting);
  const people = [
    [called.surgeon, of.surgeon],
    [text.anaesthetist, of.anaesthetist],
    [called.perfusionist, of.perfusionist],
    [text.prescriber, of.prescriber],
  ] as const;
  return people.filter(([, name]) => name !== '').map(([role, name]) => records.told(role, name));
}
