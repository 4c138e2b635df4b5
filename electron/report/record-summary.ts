import { z } from 'zod';
import { type Actor, actorSources } from '../domain/actor.ts';
import { concentrationMgPerL, type DrugEntry, dosePerM2 } from '../domain/drug.ts';
import { readingKinds } from '../domain/manual-reading.ts';
import { roles } from '../domain/role.ts';
import type { RunHeader } from '../domain/run-event.ts';
import type { Moment } from './figures/alarm-log.ts';
import { bodySurfaceM2 } from './figures/body-surface.ts';
import type { DrugGiven } from './figures/drugs-given.ts';
import type { Figures } from './figures.ts';

const text = z.string();
const numberOrNull = z.number().nullable();
const moment = { seconds: z.number().min(0), at: z.iso.datetime() };
const person = z.strictObject({
  id: text.nullable(),
  name: text,
  role: z.enum(roles).nullable(),
  how: z.enum(actorSources),
});
const drug = {
  name: text,
  doseMg: numberOrNull,
  dosePerM2Mg: numberOrNull,
  volumeMl: numberOrNull,
  diluent: text,
  lot: text,
  expiry: text,
  preparedBy: text,
  addition: z.int().min(0).nullable(),
};

/** What people recorded in the run, and who they were, in `summary.json` (docs/summary.md). */
export const recordSummarySchema = z.strictObject({
  drugs: z.strictObject({
    planned: z.array(z.strictObject(drug)),
    given: z.array(
      z.strictObject({
        ...moment,
        ...drug,
        treatmentMinutes: z.number().min(0).nullable(),
        checkedBy: z.array(text).max(2),
        by: person,
        second: person.nullable(),
        inCavityMl: numberOrNull,
        concentrationMgPerL: numberOrNull,
      }),
    ),
  }),
  carrier: z.strictObject({ ...moment, name: text, volumeMl: z.number(), by: person }).nullable(),
  vitals: z.array(
    z.strictObject({ ...moment, sign: text, unit: text.nullable(), value: z.number(), by: person }),
  ),
  readings: z.array(z.strictObject({ ...moment, kind: z.enum(readingKinds), value: z.number(), by: person })),
  notes: z.array(z.strictObject({ ...moment, text, by: person })),
  timeOut: z.strictObject({ ...moment, names: z.array(text).length(2), by: person }).nullable(),
  people: z.strictObject({
    startedBy: person,
    released: z.strictObject({ at: z.iso.datetime(), by: person }).nullable(),
    chairChanges: z.array(z.strictObject({ ...moment, from: person.nullable(), to: person })),
    countersigned: z.array(z.strictObject({ ...moment, by: person, second: person, action: text })),
    breakGlass: z.array(z.strictObject({ ...moment, by: person, action: text, reason: text })),
  }),
});
export type RecordSummary = z.infer<typeof recordSummarySchema>;

const rounded = (value: number): number => Number(value.toFixed(3));
const orNull = (value: number | null): number | null => (value === null ? null : rounded(value));
const momentOf = ({ sessionMs, wallMs }: Moment) => ({
  seconds: rounded(sessionMs / 1000),
  at: new Date(wallMs).toISOString(),
});
const personOf = ({ id, name, role, how }: Actor): RecordSummary['people']['startedBy'] => ({
  id,
  name,
  role,
  how,
});

export function recordSummaryOf(header: RunHeader, { drugs, recorded }: Figures): RecordSummary {
  const { carrier, vitals, readings, notes, timeOut, chairs, countersigned, brokenGlass } = recorded;
  const { released, startedBy } = header;
  const area = bodySurfaceM2(header);
  return {
    drugs: {
      planned: header.case.drugs.map((one) => ({ ...drugOf(one, area), addition: one.addition })),
      given: drugs.map((one) => givenOf(one, area)),
    },
    carrier: carrier && { ...momentOf(carrier), ...carrier.action.carrier, by: personOf(carrier.by) },
    vitals: vitals.map(({ action: { sign, value }, by, ...at }) => ({
      ...momentOf(at),
      sign,
      unit: header.site.lists.vitalSigns.find(({ id }) => id === sign)?.unit ?? null,
      value,
      by: personOf(by),
    })),
    readings: readings.map(({ action: { kind, value }, by, ...at }) => ({
      ...momentOf(at),
      kind,
      value,
      by: personOf(by),
    })),
    notes: notes.map(({ action, by, ...at }) => ({ ...momentOf(at), text: action.text, by: personOf(by) })),
    timeOut: timeOut && { ...momentOf(timeOut), names: [...timeOut.action.names], by: personOf(timeOut.by) },
    people: {
      startedBy: personOf(startedBy),
      released: released && { at: new Date(released.atWallMs).toISOString(), by: personOf(released.by) },
      chairChanges: chairs.map(({ from, to, ...at }) => ({
        ...momentOf(at),
        from: from && personOf(from),
        to: personOf(to),
      })),
      countersigned: countersigned.map(({ by, second, action, ...at }) => ({
        ...momentOf(at),
        by: personOf(by),
        second: personOf(second),
        action,
      })),
      breakGlass: brokenGlass.map(({ by, action, reason, ...at }) => ({
        ...momentOf(at),
        by: personOf(by),
        action,
        reason,
      })),
    },
  };
}

const drugOf = (
  { name, doseMg, volumeMl, diluent, lot, expiry, preparedBy }: DrugEntry,
  areaM2: number | null,
) => ({
  name,
  doseMg,
  dosePerM2Mg: orNull(dosePerM2(doseMg, areaM2)),
  volumeMl,
  diluent,
  lot,
  expiry,
  preparedBy,
});

function givenOf(given: DrugGiven, areaM2: number | null): RecordSummary['drugs']['given'][number] {
  const { checkedBy, by, second, inCavityMl, addition } = given;
  return {
    ...momentOf(given),
    ...drugOf(given.drug, areaM2),
    addition,
    treatmentMinutes: orNull(given.treatmentMinutes),
    checkedBy: [...(checkedBy ?? [])],
    by: personOf(by),
    second: second && personOf(second),
    inCavityMl: orNull(inCavityMl),
    concentrationMgPerL: orNull(concentrationMgPerL(given.drug.doseMg, inCavityMl)),
  };
}
