import type { MissingReason } from '../../domain/reading.ts';
import { externalCodes, type UcumUnit } from '../codes.ts';
import { absentBecause } from './absent.ts';
import { type Channel, channelsOf } from './channels.ts';
import { codingOf, conceptOf, type Draft, quantity } from './draft.ts';
import { asIntegers, Grid, inThousandths, periodMs, type Stretch } from './sampled-data.ts';
import type { Field, Reference } from './types.ts';

const section = 'section-curves';

/** Where the values of a channel stand, by its code. */
export type Curves = ReadonlyMap<string, readonly Reference[]>;

/** Every channel whole, ten values a second, each by the metric of the machine that gave it. */
export function placeCurves(draft: Draft): Curves {
  const channels = channelsOf(draft);
  const grid = new Grid(channels.length);
  const reasons: (MissingReason | null)[] = channels.map(() => null);
  for (const sample of draft.source.samples()) {
    grid.add(sample, (index) => {
      const value = channels[index]?.of(sample) ?? null;
      if (value === null) reasons[index] ??= channels[index]?.missing(sample) ?? null;
      return inThousandths(value);
    });
  }
  return new Map(
    channels.map((channel, index) => {
      const metric = placeMetric(draft, channel);
      return [
        channel.code,
        placeCurve(draft, channel, metric, grid.stretches(index), reasons[index] ?? null),
      ];
    }),
  );
}

const placeMetric = (draft: Draft, { code, text, also, unit, category }: Channel): Reference =>
  draft.add(`metric/${code}`, {
    resourceType: 'DeviceMetric',
    type: draft.concept(code, text, ...also),
    unit: { coding: [unitCoding(unit)] },
    source: draft.refTo(category === 'measurement' ? 'rig' : 'console'),
    category,
  });

/** A code of UCUM is its own name. */
const unitCoding = (unit: UcumUnit): Field => ({
  system: quantity(0, unit).system,
  code: unit,
  display: quantity(0, unit).unit,
});

/** One observation a stretch; of a channel that never gave a value one that says why. */
function placeCurve(
  draft: Draft,
  channel: Channel,
  metric: Reference,
  stretches: readonly Stretch[],
  reason: MissingReason | null,
): Reference[] {
  const given = stretches.filter(({ valuesMilli }) => valuesMilli.some((value) => !Number.isNaN(value)));
  const common = {
    resourceType: 'Observation',
    status: draft.source.status,
    category: [conceptOf(externalCodes.procedure)],
    code: draft.concept(channel.code, channel.text, ...channel.also),
    ...draft.subject,
    encounter: draft.refIf('encounter'),
    device: metric,
  } as const;
  if (given.length === 0) {
    const why = reason === null ? draft.label('no-value') : draft.names.missing[reason];
    draft.line(section, channel.text, why);
    const { header, figures } = draft.source;
    const effectivePeriod = draft.period(header.startedWallMs, figures.endWallMs);
    const dataAbsentReason = { coding: [codingOf(absentBecause(reason))], text: why };
    return [draft.add(`curve/${channel.code}`, { ...common, effectivePeriod, dataAbsentReason }, section)];
  }
  const values = given.reduce((sum, { valuesMilli }) => sum + valuesMilli.length, 0);
  draft.line(section, channel.text, `${values} × ${periodMs / 1000} s, ${given.length}`);
  return given.map((stretch, index) =>
    draft.add(
      `curve/${channel.code}/${index + 1}`,
      {
        ...common,
        effectivePeriod: draft.period(stretch.startWallMs, stretch.endWallMs),
        valueSampledData: {
          origin: quantity(0, channel.unit),
          period: periodMs,
          ...asIntegers(stretch.valuesMilli),
          dimensions: 1,
        },
      },
      section,
    ),
  );
}
