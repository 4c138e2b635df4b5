import type { PlacedProbe } from '../../../electron/domain/map-layout.ts';
import type { Catheter } from '../../../electron/domain/places.ts';
import { dipCheck, type ProbeReadings, warmCheck } from '../../../electron/domain/probe-check.ts';
import { measured, missing, type Reading } from '../../../electron/domain/reading.ts';
import type { ListItem } from '../../../electron/domain/site-lists.ts';
import type { BodyMapProps } from '../../../renderer/parts/body-map.tsx';
import type { CompactMapProps } from '../../../renderer/parts/compact-map.tsx';
import { placesOf } from '../../support/places.ts';

type Panel = Pick<
  Parameters<typeof import('../../../renderer/setup/probe-check-panel.tsx').ProbeCheckPanel>[0],
  'readings' | 'sites' | 'warm' | 'dip'
>;

export type PlacingSample =
  | { readonly kind: 'editor'; readonly map: BodyMapProps }
  | { readonly kind: 'compact' }
  | { readonly kind: 'check'; readonly panel: Panel };

const catheter = (
  number: number,
  place: string,
  direction: Catheter['direction'],
  frenchSize: number | null = null,
): Catheter => ({ number, place, direction, frenchSize });

const inAndOut: readonly PlacedProbe[] = [
  { id: 'T1', site: 'inflow', place: '' },
  { id: 'T2', site: 'outflow', place: '' },
];
const probes: readonly PlacedProbe[] = [
  ...inAndOut,
  { id: 'T3', site: 'cavity-upper', place: 'mesentery' },
  { id: 'T4', site: 'cavity-lower', place: 'pelvis' },
];
const others: readonly ListItem[] = [
  { id: 'lesser-sac', en: 'Lesser sac', zh: '网膜囊' },
  { id: 'stoma', en: 'Beside the stoma', zh: '造口旁' },
];

const peritoneal = {
  cavity: 'peritoneal',
  side: null,
  places: placesOf.peritoneal,
  probePlaces: placesOf.peritoneal,
} as const;
const crosswise = [
  catheter(1, 'right-subdiaphragm', 'in', 24),
  catheter(2, 'pelvis-left', 'out', 28),
  catheter(3, 'left-subdiaphragm', 'in', 24),
  catheter(4, 'pelvis-right', 'out', 28),
];
const atOnePlace = Array.from({ length: 12 }, (_, index) =>
  catheter(index + 1, index < 7 ? 'pelvis' : 'left-paracolic', index % 2 === 0 ? 'in' : 'out', 20 + index),
);

const pleural = (side: 'left' | 'right' | null): BodyMapProps => ({
  cavity: 'pleural',
  side,
  places: placesOf.pleural,
  probePlaces: placesOf.pleural,
  catheters: [catheter(1, 'anterior', 'in', 20), catheter(2, 'base', 'out', 28)],
  probes: [
    ...inAndOut,
    { id: 'T3', site: 'cavity-upper', place: 'apex' },
    { id: 'T4', site: 'cavity-lower', place: 'lateral' },
  ],
});

export const maps = {
  crosswise: { ...peritoneal, catheters: crosswise, probes },
  crowded: { ...peritoneal, catheters: atOnePlace, probes },
  right: pleural('right'),
  left: pleural('left'),
  bladder: {
    cavity: 'bladder',
    side: null,
    places: placesOf.bladder,
    probePlaces: placesOf.bladder,
    catheters: [catheter(1, 'urethra', 'in', 18), catheter(2, 'urethra', 'out', 18)],
    probes: [...inAndOut, { id: 'T3', site: 'cavity-upper', place: 'dome' }],
  },
} satisfies Record<string, BodyMapProps>;

export const now: CompactMapProps['now'] = {
  T3: { reading: measured(42.51), alarm: undefined, reason: undefined },
  T4: { reading: missing('out-of-range'), alarm: undefined, reason: undefined },
};

/** A second apart, as long as given, each probe from its first number to its second. */
function rising(seconds: number, ends: readonly (readonly [number, number] | Reading)[]): ProbeReadings[] {
  return Array.from({ length: seconds + 1 }, (_, second) => {
    const [t1, t2, t3, t4] = ends.map((end) =>
      'value' in end ? end : measured(end[0] + ((end[1] - end[0]) * second) / seconds),
    );
    if (!t1 || !t2 || !t3 || !t4) throw new Error('four probes');
    return { atMs: second * 1000, celsius: [t1, t2, t3, t4] };
  });
}

const sites = ['inflow', 'outflow', 'cavity-upper', 'cavity-lower'] as const;
const still = (value: number) => [value, value] as const;
function check(kind: 'warm' | 'dip', samples: readonly ProbeReadings[]): PlacingSample {
  const readings = samples.at(-1)?.celsius;
  if (readings === undefined) throw new Error('no samples');
  const warm = kind === 'warm' ? warmCheck(samples) : null;
  const dip = kind === 'dip' ? dipCheck(samples) : null;
  return { kind: 'check', panel: { readings, sites, warm, dip } };
}

export const placingSamples: Readonly<Record<string, PlacingSample>> = {
  suggestion: { kind: 'editor', map: { ...peritoneal, catheters: [], probes: [] } },
  crosswise: {
    kind: 'editor',
    map: {
      ...maps.crosswise,
      places: [...placesOf.peritoneal, ...others],
      catheters: [...crosswise, catheter(5, 'stoma', 'out'), catheter(6, '', 'in', 50)],
    },
  },
  crowded: { kind: 'editor', map: maps.crowded },
  right: { kind: 'editor', map: maps.right },
  left: { kind: 'editor', map: maps.left },
  bladder: { kind: 'editor', map: maps.bladder },
  compact: { kind: 'compact' },
  'warm-moved': check('warm', rising(8, [still(21.3), still(21.34), [21.2, 24.61], still(21.27)])),
  'warm-missing': check(
    'warm',
    rising(8, [still(21.3), missing('open'), still(21.2), missing('not-fitted')]),
  ),
  'dip-running': check('dip', rising(14, [still(36.4), still(36.44), still(36.31), still(36.38)])),
  'dip-passed': check('dip', rising(31, [still(36.4), still(36.44), still(36.31), still(36.38)])),
  'dip-failed': check('dip', rising(31, [still(36.4), still(36.94), still(36.31), missing('not-fitted')])),
};
