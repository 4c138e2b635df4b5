import type { Priority } from '../../domain/alarm.ts';
import type { ProbeSite } from '../../domain/case.ts';
import { en } from '../../domain/text/en.ts';
import type { ProbeFigures } from '../../report/figures/probe-figures.ts';
import {
  amount,
  count,
  type Field,
  freeText,
  identifying,
  line,
  number,
  oneOf,
  type RowSource,
  type Section,
} from './field.ts';

const minutes = (seconds: number | null): number | null => (seconds === null ? null : seconds / 60);
const percent = (share: number | null): number | null => (share === null ? null : 100 * Math.min(1, share));

/** Drugs that have columns of their own; more are counted. */
const mostDrugs = 6;

const drugFields = (index: number): Field[] => {
  const n = index + 1;
  const given = ({ summary }: RowSource) => summary.drugs.given[index];
  return [
    freeText(`drug_${n}`, `Drug ${n}`, (of) => given(of)?.name ?? null),
    amount(`dose_mg_${n}`, `Drug ${n}, dose, mg`, (of) => given(of)?.doseMg ?? null),
    amount(`dose_mg_m2_${n}`, `Drug ${n}, mg/m²`, (of) => given(of)?.dosePerM2Mg ?? null, 'Computed'),
    amount(
      `conc_mg_l_${n}`,
      `Drug ${n}, mg/L`,
      (of) => given(of)?.concentrationMgPerL ?? null,
      'Computed: the dose in what was in the cavity by count',
    ),
    amount(
      `added_at_min_${n}`,
      `Drug ${n}, minute of treatment`,
      (of) => given(of)?.treatmentMinutes ?? null,
      'Blank: before treatment',
    ),
  ];
};

const probeFields = (id: string): Field[] => {
  const n = id.toLowerCase();
  const of =
    (figure: (probe: ProbeFigures) => number | null) =>
    ({ figures }: RowSource): number | null => {
      const probe = figures.probes.find((one) => one.id === id);
      // Minutes of a probe that told nothing are no minutes below.
      return probe === undefined || probe.meanCelsius === null ? null : figure(probe);
    };
  return [
    oneOf(`site_${n}`, `${id}, where it lay`, en.probeSite, ({ header }) =>
      siteOf(header.case.probeSites, id),
    ),
    number(
      `mean_${n}`,
      `${id}, mean, °C`,
      of(({ meanCelsius }) => meanCelsius),
    ),
    amount(
      `sd_${n}`,
      `${id}, SD, °C`,
      of(({ sdCelsius }) => sdCelsius),
    ),
    number(
      `min_${n}`,
      `${id}, lowest, °C`,
      of(({ minCelsius }) => minCelsius),
    ),
    number(
      `max_${n}`,
      `${id}, highest, °C`,
      of(({ maxCelsius }) => maxCelsius),
    ),
    amount(
      `minutes_ge_41_${n}`,
      `${id}, minutes at 41 °C or more`,
      of((one) => one.atLeast41Minutes),
    ),
    amount(
      `minutes_ge_42_${n}`,
      `${id}, minutes at 42 °C or more`,
      of((one) => one.atLeast42Minutes),
    ),
    amount(
      `minutes_ge_43_${n}`,
      `${id}, minutes at 43 °C or more`,
      of((one) => one.atLeast43Minutes),
    ),
    amount(
      `cem43_${n}`,
      `${id}, CEM43, min`,
      of(({ cem43Minutes }) => cem43Minutes),
    ),
  ];
};
const siteOf = (sites: readonly ProbeSite[], id: string): ProbeSite =>
  sites[Number(id.slice(1)) - 1] ?? 'not-used';

const meanAt =
  (site: ProbeSite) =>
  ({ figures }: RowSource): number | null =>
    figures.probes.find((one) => one.site === site)?.meanCelsius ?? null;

const coreMinutes =
  (figure: (core: RowSource['figures']['core']) => number) =>
  ({ figures: { core } }: RowSource): number | null =>
    core.maxCelsius === null ? null : figure(core);

const alarmsOf =
  (priority: Priority) =>
  ({ figures }: RowSource): number =>
    figures.alarms.filter(({ alarm }) => alarm.priority === priority).length;

/** What it came to. */
export const figureSections: readonly Section[] = [
  {
    title: 'Drugs as recorded',
    fields: [
      count('drugs_given', 'Drugs recorded as given', ({ summary }) => summary.drugs.given.length),
      ...Array.from({ length: mostDrugs }, (_, index) => drugFields(index)).flat(),
    ],
  },
  {
    title: 'Treatment',
    fields: [
      amount('minutes_treatment', 'Treatment, min', ({ figures }) =>
        minutes(figures.treatment.elapsedSeconds),
      ),
      amount('minutes_in_band', 'In band, min', ({ figures }) => minutes(figures.treatment.inBandSeconds)),
      amount('minutes_dwell', 'Dwell, min', ({ figures }) => minutes(figures.dwellSeconds)),
      amount('drug_contact_min', 'Drug contact, min', ({ figures }) => minutes(figures.drugInCavitySeconds)),
      amount('time_to_target_min', 'Heat-up to band, min', ({ figures }) =>
        minutes(figures.treatment.timeToTargetSeconds),
      ),
      number(
        'control_mean_c',
        'Control temperature, mean, °C',
        ({ figures }) => figures.treatment.meanCelsius,
      ),
      amount('control_sd_c', 'Control temperature, SD, °C', ({ figures }) => figures.treatment.sdCelsius),
      ...['T1', 'T2', 'T3', 'T4'].flatMap(probeFields),
      number('inflow_mean_c', 'Inflow, mean, °C', meanAt('inflow')),
      number('outflow_mean_c', 'Outflow, mean, °C', meanAt('outflow')),
      amount('flow_mean_ml_min', 'Flow, mean, mL/min', ({ figures }) => figures.treatment.flow.meanMlPerMin),
      amount('flow_sd_ml_min', 'Flow, SD, mL/min', ({ figures }) => figures.treatment.flow.sdMlPerMin),
      amount('flow_in_band_percent', 'Flow within ±5 %, % of time', ({ figures }) =>
        percent(figures.treatment.flow.inBandShare),
      ),
      number('iap_mean_mmhg', 'Cavity pressure, mean, mmHg', ({ cavityPressure }) => cavityPressure.meanMmHg),
      number(
        'iap_max_mmhg',
        'Cavity pressure, highest, mmHg',
        ({ cavityPressure }) => cavityPressure.maxMmHg,
      ),
    ],
  },
  {
    title: 'Patient core over the whole run',
    fields: [
      freeText('core_site', 'Site', ({ header }) => header.case.coreSite),
      number('core_max_c', 'Highest, °C', ({ figures }) => figures.core.maxCelsius),
      number(
        'core_max_by_hand_c',
        'Highest read by hand, °C',
        ({ figures }) => figures.core.maxByHandCelsius,
      ),
      amount(
        'core_min_ge_38',
        'Minutes at 38 °C or more',
        coreMinutes((core) => core.atLeast38Minutes),
      ),
      amount(
        'core_min_ge_39',
        'Minutes at 39 °C or more',
        coreMinutes((core) => core.atLeast39Minutes),
      ),
      amount(
        'core_min_ge_39_5',
        'Minutes at 39.5 °C or more',
        coreMinutes((core) => core.atLeast39point5Minutes),
      ),
    ],
  },
  {
    title: 'Volumes',
    fields: [
      number('volume_before_ml', 'In the cavity before, mL', ({ figures }) => figures.volumes.beforeMl),
      number('volume_filled_ml', 'Filled, with rinses, mL', ({ figures }) => figures.volumes.filledMl),
      amount('volume_added_ml', 'Added with drugs, mL', ({ figures }) => figures.volumes.addedMl),
      amount('by_hand_in_ml', 'In by hand, mL', ({ figures }) => figures.volumes.byHandInMl),
      amount('by_hand_out_ml', 'Out by hand, mL', ({ figures }) => figures.volumes.byHandOutMl),
      number('volume_out_ml', 'Drained, by count, mL', ({ figures }) => figures.volumes.drainedMl),
      amount(
        'volume_out_measured_ml',
        'Drained, measured, mL',
        ({ figures }) => figures.volumes.drainMeasuredMl,
      ),
      number(
        'retained_ml',
        'Not recovered, by count, mL',
        ({ figures }) => figures.volumes.notRecoveredMl,
        'Below zero: more came out than went in',
      ),
      number(
        'retained_measured_ml',
        'Not recovered, by measure, mL',
        ({ figures }) => figures.volumes.notRecoveredByMeasureMl,
      ),
    ],
  },
  {
    title: 'Alarms and machine',
    fields: [
      count('alarms_high', 'High alarms', alarmsOf('high')),
      count('alarms_medium', 'Medium alarms', alarmsOf('medium')),
      count('alarms_low', 'Low alarms', alarmsOf('low')),
      count('interruptions', 'Interruptions of the run', ({ figures }) => figures.interruptions.length),
      line('console_version', 'Console version', ({ header }) => header.consoleVersion),
      identifying(line('rig_serial', 'Rig serial number', ({ header }) => header.rig.serialNumber)),
      identifying(line('disposable_lot', 'Disposables lot', ({ header }) => header.case.disposablesLot)),
      line('record_sha256', 'SHA-256 of the sealed record', ({ recordSha256 }) => recordSha256),
    ],
  },
];
