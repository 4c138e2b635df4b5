import { hospitalNumberOf } from '../../domain/patient.ts';
import { bodySurfaceM2 } from '../../report/figures/body-surface.ts';
import type { ProbeFigures } from '../../report/figures/probe-figures.ts';
import { zoneText } from '../../report/sections/time-text.ts';
import { type Cell, rounded, wallCells } from './cell.ts';
import { medium, narrow, type SheetInput, wide } from './sheet-input.ts';
import type { Sheet } from './workbook.ts';

type Item = readonly [item: string, value: Cell, unit?: string];
interface Part {
  readonly title: string;
  readonly items: readonly Item[];
}

/** Who was treated, by which plan, and what it came to: one item a row. */
export function summarySheet(input: SheetInput): Sheet {
  const { own } = input;
  const { head } = own;
  const parts = [
    recordPart,
    patientPart,
    casePart,
    teamPart,
    planPart,
    treatmentPart,
    ...input.figures.probes.map((probe) => () => probePart(input, probe)),
    corePart,
    volumesPart,
    alarmsPart,
  ].map((part) => part(input));
  return {
    name: own.sheet.summary,
    columns: [medium(head.part), { head: head.item, width: 34 }, wide(head.value), narrow(head.unit)],
    rows: parts.flatMap(({ title, items }) =>
      items.map(([item, value, unit = null]) => [title, item, value, unit]),
    ),
  };
}

function recordPart(input: SheetInput): Part {
  const { header, figures, names, words, own, time, status, recordSha256 } = input;
  const { item } = own;
  const [began, beganOffset] = wallCells(time, header.startedWallMs);
  const [ended, endedOffset] = wallCells(time, figures.endWallMs);
  return {
    title: item.recordPart,
    items: [
      [words.frame.record, header.runId],
      [item.status, own.status[status]],
      [item.sha256, recordSha256],
      [item.simulation, header.simulation],
      [words.glance.outcome, names.outcome[figures.outcome]],
      [item.began, began],
      [item.beganOffset, beganOffset],
      [item.ended, ended],
      [item.endedOffset, endedOffset],
      [item.zone, zoneText(input, figures.endWallMs)],
      [words.rig.console, header.consoleVersion],
      [words.rig.serial, header.rig.serialNumber],
    ],
  };
}

function patientPart({ header, names, words, own: { item } }: SheetInput): Part {
  const { patient } = header.case;
  const { patient: labels } = words;
  return {
    title: labels.heading,
    items: [
      [item.familyName, patient.familyName],
      [item.givenName, patient.givenName],
      [labels.birthDate, patient.birthDate],
      [labels.sex, names.sex[patient.sex]],
      [labels.hospitalNumber, hospitalNumberOf(patient)],
      [labels.visitNumber, patient.visitNumber],
      [labels.orderNumber, patient.orderNumber],
      [item.height, patient.heightCm, 'cm'],
      [item.weight, patient.weightKg, 'kg'],
      [labels.bodySurface, rounded(bodySurfaceM2(header)), 'm²'],
      [
        labels.allergies,
        [
          patient.allergies.answer === null ? '' : names.allergyAnswer[patient.allergies.answer],
          patient.allergies.text,
        ]
          .filter((part) => part !== '')
          .join(words.colon),
      ],
    ],
  };
}

function casePart({ header, names, words, own: { item } }: SheetInput): Part {
  const { case: one, site } = header;
  const { patient: labels } = words;
  return {
    title: item.casePart,
    items: [
      [item.hospital, site.hospital],
      [item.department, site.department],
      [labels.diagnosis, one.diagnosis],
      [labels.indication, one.indication],
      [labels.procedure, one.procedure],
      [labels.side, names.side[one.side]],
      [item.sessionNumber, one.sessionNumber],
      [item.sessionsPlanned, one.sessionsPlanned],
      [item.cavity, names.cavity[one.cavity]],
      [item.technique, names.technique[one.technique]],
      [labels.setting, names.setting[one.setting]],
      [labels.temperatureBefore, one.bodyTemperatureBeforeCelsius, '°C'],
    ],
  };
}

function teamPart({ header, names, words, own: { item } }: SheetInput): Part {
  const { prescriber, surgeon, anaesthetist, perfusionist, setting, ...one } = header.case;
  const called = names.teamIn(setting);
  return {
    title: words.team.heading,
    items: [
      [words.team.prescriber, prescriber],
      [called.surgeon, surgeon],
      [words.team.anaesthetist, anaesthetist],
      [called.perfusionist, perfusionist],
      [item.lot, one.disposablesLot],
      [item.expiry, one.disposablesExpiry],
    ],
  };
}

function planPart({ header, figures, names, words, own: { item } }: SheetInput): Part {
  const { preset } = header;
  const { protocol: labels } = words;
  const carrier = figures.recorded.carrier?.action.carrier ?? null;
  return {
    title: labels.heading,
    items: [
      [item.presetName, preset.name],
      [item.presetVersion, preset.version],
      [labels.mode, names.treatmentMode[preset.mode]],
      [labels.control, names.controlSite[preset.controlSite]],
      [item.target, preset.targetCelsius, '°C'],
      [item.minutesPlanned, preset.minutes, 'min'],
      [labels.flow, preset.flowMlPerMin, 'mL/min'],
      [item.fill, preset.fillVolumeMl, 'mL'],
      [labels.carrier, preset.carrier],
      [words.drugs.carrierUsed, carrier?.name ?? null],
      [item.carrierVolume, carrier?.volumeMl ?? null, 'mL'],
    ],
  };
}

const minutes = (seconds: number | null): number | null => rounded(seconds === null ? null : seconds / 60);
const percent = (share: number | null): number | null =>
  rounded(share === null ? null : Math.min(1, share) * 100);

function treatmentPart({ figures, names, words, own: { item } }: SheetInput): Part {
  const { treatment, dwellSeconds, drugInCavitySeconds } = figures;
  const { clocks, probes, glance } = words;
  const { flow } = treatment;
  return {
    title: names.phase.treatment,
    items: [
      [clocks.elapsed, minutes(treatment.elapsedSeconds), 'min'],
      [clocks.inBand, minutes(treatment.inBandSeconds), 'min'],
      [clocks.dwell, minutes(dwellSeconds), 'min'],
      [clocks.drug, minutes(drugInCavitySeconds), 'min'],
      [clocks.timeToTarget, minutes(treatment.timeToTargetSeconds), 'min'],
      [`${glance.control}${words.comma}${probes.mean}`, rounded(treatment.meanCelsius), '°C'],
      [`${glance.control}${words.comma}${probes.sd}`, rounded(treatment.sdCelsius), '°C'],
      [`${glance.control}${words.comma}${probes.min}`, rounded(treatment.minCelsius), '°C'],
      [`${glance.control}${words.comma}${probes.max}`, rounded(treatment.maxCelsius), '°C'],
      [item.flowMean, rounded(flow.meanMlPerMin), 'mL/min'],
      [item.flowSd, rounded(flow.sdMlPerMin), 'mL/min'],
      [item.flowInBand, percent(flow.inBandShare), '%'],
    ],
  };
}

function probePart({ names, words, own: { item } }: SheetInput, probe: ProbeFigures): Part {
  const { probes: labels } = words;
  return {
    title: `${probe.id} ${names.probeSite[probe.site]}`,
    items: [
      [labels.mean, rounded(probe.meanCelsius), '°C'],
      [labels.sd, rounded(probe.sdCelsius), '°C'],
      [labels.min, rounded(probe.minCelsius), '°C'],
      [labels.max, rounded(probe.maxCelsius), '°C'],
      [labels.below, rounded(probe.belowBandMinutes), 'min'],
      [labels.inBand, rounded(probe.inBandMinutes), 'min'],
      [labels.above, rounded(probe.aboveBandMinutes), 'min'],
      [item.atLeast('41'), rounded(probe.atLeast41Minutes), 'min'],
      [item.atLeast('42'), rounded(probe.atLeast42Minutes), 'min'],
      [item.atLeast('43'), rounded(probe.atLeast43Minutes), 'min'],
      ['CEM43', rounded(probe.cem43Minutes), 'min'],
      [item.valid, percent(probe.validShare), '%'],
    ],
  };
}

function corePart({ header, figures: { core }, words, own: { item } }: SheetInput): Part {
  const { probes: labels } = words;
  const measured = (value: number): number | null => (core.maxCelsius === null ? null : rounded(value));
  return {
    title: labels.core,
    items: [
      [labels.coreSite, header.case.coreSite],
      [words.glance.core, rounded(core.maxCelsius), '°C'],
      [item.coreByHand, rounded(core.maxByHandCelsius), '°C'],
      [item.atLeast('38.0'), measured(core.atLeast38Minutes), 'min'],
      [item.atLeast('39.0'), measured(core.atLeast39Minutes), 'min'],
      [item.atLeast('39.5'), measured(core.atLeast39point5Minutes), 'min'],
    ],
  };
}

function volumesPart({ figures: { volumes }, words, own: { item } }: SheetInput): Part {
  const { clocks: labels } = words;
  return {
    title: labels.heading,
    items: [
      [labels.before, rounded(volumes.beforeMl), 'mL'],
      [labels.filled, rounded(volumes.filledMl), 'mL'],
      [labels.added, rounded(volumes.addedMl), 'mL'],
      [item.byHandIn, volumes.byHandInMl, 'mL'],
      [item.byHandOut, volumes.byHandOutMl, 'mL'],
      [labels.circulation, rounded(volumes.circulationMl), 'mL'],
      [labels.drained, rounded(volumes.drainedMl), 'mL'],
      [labels.drainMeasured, rounded(volumes.drainMeasuredMl), 'mL'],
      [labels.notRecovered, rounded(volumes.notRecoveredMl), 'mL'],
      [labels.notRecoveredByMeasure, rounded(volumes.notRecoveredByMeasureMl), 'mL'],
    ],
  };
}

function alarmsPart({ figures, names, own, words }: SheetInput): Part {
  const count = (priority: 'high' | 'medium' | 'low'): Item => [
    names.priority[priority],
    figures.alarms.filter(({ alarm }) => alarm.priority === priority).length,
  ];
  return {
    title: words.alarms.heading,
    items: [
      ...(['high', 'medium', 'low'] as const).map(count),
      [own.item.highSeconds, rounded(figures.alarmTotals.highSeconds), 's'],
    ],
  };
}
