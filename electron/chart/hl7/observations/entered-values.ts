import { fluidRules } from '../../../domain/fluid.ts';
import type { ReadingKind } from '../../../domain/manual-reading.ts';
import type { Moment } from '../../../report/figures/alarm-log.ts';
import type { DrugGiven } from '../../../report/figures/drugs-given.ts';
import { takenActions } from '../../../report/figures/taken-actions.ts';
import { coreSiteOf, coreTemperatureCodes, ucumOf } from '../../codes.ts';
import { type Beside, type Observation, Observations, type Unit } from '../observation.ts';
import { observerName, type Spoken } from '../spoken.ts';
import type { ObservationCode } from '../words/observation-words.ts';

/** What was pumped, and the drugs as the team recorded them. */
export function drugValues({ figures, header, summary }: Spoken): Observation[] {
  const say = new Observations(figures.endWallMs);
  const { carrier } = figures.recorded;
  const hung = carrier === null ? {} : { atWallMs: carrier.wallMs, by: observerName(carrier.by) };
  say.string('carrier', carrier?.action.carrier.name ?? '', hung);
  say.number('carrier-volume', carrier?.action.carrier.volumeMl ?? null, 'mL', hung);
  say.number('drugs-planned', header.case.drugs.length, '1', { atWallMs: header.startedWallMs });
  say.number('drugs-given', figures.drugs.length, '1');
  const given = figures.drugs.flatMap((one, index) => {
    const computed = summary.drugs.given[index];
    return computed === undefined ? [] : drugValuesOf(one, computed, `${index + 1}`);
  });
  return [...say.all, ...given];
}

type DrugSummary = Spoken['summary']['drugs']['given'][number];

function drugValuesOf(given: DrugGiven, computed: DrugSummary, sub: string): Observation[] {
  const { drug } = given;
  const say = new Observations(given.wallMs);
  const beside = { sub, by: observerName(given.by) };
  say.string('drug', drug.name, beside);
  say.number('drug-dose', drug.doseMg, 'mg', beside);
  say.number('drug-dose-per-m2', computed.dosePerM2Mg, 'mg/m2', beside);
  say.number('drug-volume', drug.volumeMl, 'mL', beside);
  say.string('drug-diluent', drug.diluent, beside);
  say.string('drug-lot', drug.lot, beside);
  say.day('drug-expiry', drug.expiry, beside);
  say.string('drug-prepared-by', drug.preparedBy, beside);
  for (const [index, name] of (given.checkedBy ?? ['']).entries())
    say.string('drug-checked-by', name, { ...beside, sub: `${sub}.${index + 1}` });
  say.number('drug-addition', given.addition === null ? null : given.addition + 1, '1', beside);
  say.number('drug-minute', given.treatmentMinutes, 'min', beside);
  say.number('drug-fluid', given.inCavityMl, 'mL', beside);
  say.number('drug-concentration', computed.concentrationMgPerL, 'mg/L', beside);
  return say.all;
}

const readings: Readonly<Record<ReadingKind, { readonly code: ObservationCode; readonly unit: Unit }>> = {
  'core-temperature': { code: 'core-by-hand', unit: 'Cel' },
  ascites: { code: 'ascites-by-hand', unit: 'mL' },
  'drained-volume': { code: 'drained-by-hand', unit: 'mL' },
  'cavity-pressure': { code: 'pressure-by-hand', unit: 'mm[Hg]' },
};

/** Read off and entered by people, each at its time; the units of vital signs are the site's. */
export function readingValues({ figures, events, header, names }: Spoken): Observation[] {
  const { vitals, readings: taken } = figures.recorded;
  const say = new Observations(figures.endWallMs);
  const besideOf = ({ wallMs }: Moment, by: DrugGiven['by'], index: number): Beside => ({
    sub: `${index + 1}`,
    atWallMs: wallMs,
    by: observerName(by),
  });
  for (const [index, one] of taken.entries()) {
    const { kind, value } = one.action;
    const { code, unit } = readings[kind];
    const also =
      kind === 'core-temperature' ? { also: coreTemperatureCodes[coreSiteOf(header.case.coreSite)] } : {};
    say.number(code, value, unit, { ...besideOf(one, one.by, index), ...also });
  }
  for (const [index, one] of takenActions(events, 'record-fluid').entries()) {
    const { kind, volumeMl } = one.action;
    const beside = { ...besideOf(one, one.by, index), name: names.fluidKind[kind] };
    say.number(`fluid-${fluidRules[kind].way}`, volumeMl, 'mL', beside);
  }
  say.number('vitals', vitals.length, '1');
  const { vitalSigns } = header.site.lists;
  for (const [index, one] of vitals.entries()) {
    const { sign, value } = one.action;
    const known = vitalSigns.find(({ id }) => id === sign);
    const beside = { ...besideOf(one, one.by, index), name: known?.[names.spoken] ?? sign };
    say.number(`vital-${sign}`, value, unitOf(known?.unit ?? ''), beside);
  }
  return say.all;
}

const unitOf = (written: string): Unit => ucumOf(written) ?? { named: written };
