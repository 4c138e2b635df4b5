import type { ProbeView, RunView } from '../../../electron/contract/view.ts';
import { missing } from '../../../electron/domain/reading.ts';
import { theatre } from '../../support/site.ts';
import { calmRun, treatmentCase } from '../support/sample-run.ts';
import { inRun, type Sample, withReadings } from './base.ts';
import { treatmentSamples } from './treatment.ts';

const tab = '[data-view="map"]';
const shown = (name: string, run: Partial<RunView>): Sample => ({ ...inRun(name, run), press: [tab] });

type Case = RunView['case'];
const abdomen: Case = {
  ...treatmentCase,
  probePlaces: ['', '', 'mesentery', 'pelvis'],
  catheters: [
    { number: 1, place: 'right-subdiaphragm', direction: 'in', frenchSize: 24 },
    { number: 2, place: 'pelvis-left', direction: 'out', frenchSize: 28 },
    { number: 3, place: 'left-subdiaphragm', direction: 'in', frenchSize: 24 },
    { number: 4, place: 'pelvis-right', direction: 'out', frenchSize: null },
  ],
};
/** Of the left chest, with one place in the team's own words; T4 is not used. */
const chest: Case = {
  ...treatmentCase,
  cavity: 'pleural',
  side: 'left',
  probeSites: ['inflow', 'outflow', 'cavity-upper', 'not-used'],
  probePlaces: ['', '', 'apex', ''],
  catheters: [
    { number: 1, place: 'anterior', direction: 'in', frenchSize: 20 },
    { number: 2, place: 'base', direction: 'out', frenchSize: 32 },
    { number: 3, place: 'old drain site, seventh space', direction: 'out', frenchSize: 10.5 },
  ],
};
const bladder: Case = {
  ...treatmentCase,
  cavity: 'bladder',
  probeSites: ['inflow', 'outflow', 'cavity-upper', 'cavity-lower'],
  probePlaces: ['', '', 'dome', 'trigone'],
  catheters: [
    { number: 1, place: 'urethra', direction: 'in', frenchSize: 18 },
    { number: 2, place: 'urethra', direction: 'out', frenchSize: 18 },
  ],
};
const crowded: Case = {
  ...abdomen,
  catheters: Array.from({ length: 12 }, (_, index) => ({
    number: index + 1,
    place: theatre.lists.catheterPlaces.peritoneal[index % 9]?.id ?? '',
    direction: index % 2 === 0 ? ('in' as const) : ('out' as const),
    frenchSize: 20 + index,
  })),
};
const unplaced: Case = { ...treatmentCase, catheters: [], probePlaces: ['', '', '', ''] };

const unused = (probes: readonly ProbeView[], id: string): ProbeView[] =>
  probes.map((probe) =>
    probe.id === id ? { ...probe, site: 'not-used', celsius: missing('not-fitted') } : probe,
  );

const alarming = treatmentSamples.find(({ name }) => name === 'treatment-high-alarm')?.view.run ?? calmRun;

export const mapSamples: readonly Sample[] = [
  shown('map-abdomen', { case: abdomen }),
  shown('map-abdomen-alarm', { ...alarming, case: abdomen }),
  shown('map-chest', { case: chest, probes: unused(withReadings({ T3: missing('out-of-range') }), 'T4') }),
  shown('map-bladder', {
    case: bladder,
    probes: withReadings({ T4: missing('ignored') }).map((probe) =>
      probe.id === 'T4' ? { ...probe, ignored: { secondsLeft: 272, celsius: 38.2 } } : probe,
    ),
  }),
  shown('map-crowded', {
    case: crowded,
    probes: withReadings({ T3: missing('out-of-range'), T4: missing('link-lost') }),
  }),
  shown('map-no-places', { case: unplaced }),
];
