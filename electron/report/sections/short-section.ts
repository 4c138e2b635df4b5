import { priorities } from '../../domain/alarm.ts';
import { isCavity } from '../../domain/case.ts';
import { type DrugEntry, dosePerM2 } from '../../domain/drug.ts';
import { celsius, minutesSeconds, missingText, number, withUnit } from '../../domain/text/format.ts';
import { drugMark } from '../charts/drug-marks.ts';
import { additionRecords } from '../figures/additions.ts';
import { bodySurfaceM2 } from '../figures/body-surface.ts';
import { deviationsOf } from '../figures/deviations.ts';
import { html, type Markup } from '../markup.ts';
import type { ReportInput } from '../report-input.ts';
import { fieldList, minutes } from './blocks.ts';
import { deviationText } from './deviation-text.ts';
import { deviationNumber } from './deviations-section.ts';
import { carrierText } from './drugs-section.ts';

/** So many alarms and notes are named on the first page. */
const mostNamed = 4;

/** What was done, given, measured and left, for who was not there: each row has its table further on. */
export function shortSection(input: ReportInput): Markup {
  const { header, figures, words } = input;
  const { preset } = header;
  const labels = words.short;
  return fieldList(labels.heading, [
    [
      labels.protocol,
      labels.protocolText(preset.name, preset.targetCelsius, preset.minutes, preset.flowMlPerMin),
    ],
    [labels.carrier, carrierText(input)],
    [labels.drugs, drugsText(input)],
    [labels.contact, contactText(input)],
    [labels.temperatures, temperaturesText(input)],
    [labels.core, coreText(input)],
    [labels.pressures, pressuresText(input)],
    [labels.volumes, volumesText(input)],
    [labels.catheters, cathetersText(input)],
    [labels.deviations, deviationsText(input)],
    [labels.alarms, figures.alarms.length === 0 ? labels.noAlarms : alarmsText(input)],
    [labels.notes, notesText(input)],
    [labels.team, teamText(input)],
  ]);
}

const lines = (texts: readonly string[]): Markup => html`${texts.map((text) => html`<div>${text}</div>`)}`;

function drugsText(input: ReportInput): Markup | string {
  const { figures, words, time } = input;
  if (figures.drugs.length === 0) return words.short.noDrugs;
  return lines(
    figures.drugs.map(({ drug, wallMs }, index) =>
      words.short.drug(
        drugMark(index),
        time.time(wallMs),
        drug.name || words.drugs.notNamed,
        doseText(input, drug),
      ),
    ),
  );
}

function doseText({ header, words }: ReportInput, { doseMg }: DrugEntry): string {
  if (doseMg === null) return missingText;
  const perM2 = dosePerM2(doseMg, bodySurfaceM2(header));
  return `${number(doseMg, Number.isInteger(doseMg) ? 0 : 1)} mg${perM2 === null ? '' : words.aside(`${number(perM2, 1)} mg/m²`)}`;
}

function contactText({ header, events, figures, words }: ReportInput): string {
  const planned = additionRecords(header, events);
  const recorded = planned.filter(({ recordedMinutes }) => recordedMinutes !== null).length;
  return `${minutesSeconds(figures.drugInCavitySeconds)}${words.comma}${words.short.fractions(recorded, planned.length)}`;
}

/** Of the cavity; where none is measured, of all probes in use. */
function temperaturesText({ figures, names }: ReportInput): Markup | string {
  if (figures.treatment.elapsedSeconds === null) return '';
  const inCavity = figures.probes.filter(({ site }) => isCavity(site));
  const shown = inCavity.length === 0 ? figures.probes : inCavity;
  return lines(
    shown.map(
      ({ id, site, meanCelsius, sdCelsius }) =>
        `${id} ${names.probeSite[site]} ${celsius(meanCelsius)} ± ${celsius(sdCelsius)} °C`,
    ),
  );
}

function coreText({ figures: { core }, words }: ReportInput): string {
  const { coreProbe, coreByHand, notMeasured } = words.short;
  const found = [
    ...(core.maxCelsius === null ? [] : [coreProbe(withUnit(core.maxCelsius, 'celsius'))]),
    ...(core.maxByHandCelsius === null ? [] : [coreByHand(withUnit(core.maxByHandCelsius, 'celsius'))]),
  ];
  return found.length === 0 ? notMeasured : found.join(words.comma);
}

function pressuresText({ figures: { pressures }, words }: ReportInput): Markup | string {
  const { line, cavity, cavityByHand, notMeasured } = words.short;
  const found = [
    ...(pressures.line === null ? [] : [line(withUnit(pressures.line.mmHg, 'mmHg'))]),
    ...(pressures.cavity === null
      ? []
      : [cavity(withUnit(pressures.cavity.mmHg, 'mmHg'), minutes(pressures.cavityHighMinutes ?? 0))]),
    ...(pressures.cavityByHand === null ? [] : [cavityByHand(withUnit(pressures.cavityByHand.mmHg, 'mmHg'))]),
  ];
  return found.length === 0 ? notMeasured : lines(found);
}

function volumesText({ figures: { volumes }, words }: ReportInput): Markup {
  const ml = (value: number): string => withUnit(value, 'ml');
  const { volumesIn, volumesOut, notRecovered } = words.short;
  const inMl = volumes.filledMl + volumes.addedMl + volumes.byHandInMl;
  const { before, unknown } = words.clocks;
  const orUnknown = (value: number | null): string => (value === null ? unknown : ml(value));
  return lines([
    ...(volumes.beforeMl === 0 ? [] : [`${before}${words.colon}${orUnknown(volumes.beforeMl)}`]),
    volumesIn(ml(inMl)),
    volumesOut(
      ml(volumes.drainedMl + volumes.byHandOutMl),
      volumes.drainMeasuredMl === null ? null : ml(volumes.drainMeasuredMl),
    ),
    notRecovered(orUnknown(volumes.notRecoveredMl)),
  ]);
}

function cathetersText({ header, words }: ReportInput): string {
  const { catheters } = header.case;
  if (catheters.length === 0) return words.catheters.noCatheter;
  const leadIn = catheters.filter(({ direction }) => direction === 'in').length;
  return words.short.cathetersText(leadIn, catheters.length - leadIn);
}

/** Those that are no single event by name, and how many more there are. */
function deviationsText(input: ReportInput): Markup | string {
  const { header, events, figures, words } = input;
  const found = deviationsOf(header, events, figures);
  if (found.length === 0) return words.short.noDeviations;
  const named = found.flatMap((one, index) =>
    one.what.kind === 'event' ? [] : [`${deviationNumber(index)} ${deviationText(input, one)}`],
  );
  const inTable = found.length - Math.min(named.length, mostNamed);
  return lines([
    ...named.slice(0, mostNamed),
    ...(inTable === 0 ? [] : [words.short.moreDeviations(inTable)]),
  ]);
}

/** The most urgent kinds by name. */
function alarmsText({ header, figures, names, words }: ReportInput): Markup {
  const urgentFirst = priorities
    .toReversed()
    .flatMap((priority) => figures.alarms.filter(({ alarm }) => alarm.priority === priority));
  const kinds = [...new Set(urgentFirst.map(({ alarm }) => names.alarmCalled(alarm, header.case)))];
  const { high, medium, low } = figures.alarmTotals.byPriority;
  const named = [
    ...kinds.slice(0, mostNamed),
    ...(kinds.length > mostNamed ? [words.alarms.andOthers(kinds.length - mostNamed)] : []),
  ];
  return lines([words.glance.priorities(high, medium, low), named.join(words.semicolon)]);
}

function notesText({ figures, words, time }: ReportInput): Markup | string {
  const { notes } = figures.recorded;
  if (notes.length === 0) return words.short.none;
  return lines([
    ...notes.slice(0, mostNamed).map(({ wallMs, action }) => `${time.time(wallMs)} ${action.text}`),
    ...(notes.length > mostNamed ? [words.short.more] : []),
  ]);
}

function teamText({ header, names, words }: ReportInput): Markup | string {
  const { surgeon, anaesthetist, perfusionist, setting } = header.case;
  const roles = names.teamIn(setting);
  const said = (
    [
      [roles.surgeon, surgeon],
      [words.team.anaesthetist, anaesthetist],
      [roles.perfusionist, perfusionist],
    ] as const
  ).filter(([, name]) => name !== '');
  return said.length === 0 ? '' : lines(said.map(([role, name]) => `${role}${words.colon}${name}`));
}
