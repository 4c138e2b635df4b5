import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyDrawing, inReadingOrder } from '../../../electron/domain/body-map.ts';
import { probeIds } from '../../../electron/domain/case.ts';
import { apart, mapHeight, mapLayout, mapSizes, placedProbes } from '../../../electron/domain/map-layout.ts';
import { type Catheter, drawnPlaces } from '../../../electron/domain/places.ts';

const cavities = ['peritoneal', 'pleural', 'bladder'] as const;
const sizes = ['full', 'compact'] as const;

/** Twelve catheters and four probes at the most, at any places of the cavity, one that is typed among them. */
const picture = fc.constantFrom(...cavities).chain((cavity) => {
  const place = fc.constantFrom<string>(...drawnPlaces[cavity], 'typed by the team');
  const catheter = fc.record({ place, direction: fc.constantFrom('in' as const, 'out' as const) });
  return fc.record({
    cavity: fc.constant(cavity),
    side: fc.constantFrom('left' as const, 'right' as const, null),
    size: fc.constantFrom(...sizes),
    catheters: fc
      .array(catheter, { maxLength: 12 })
      .map((all): Catheter[] => all.map((one, index) => ({ ...one, number: index + 1, frenchSize: null }))),
    probes: fc
      .array(place, { maxLength: 4 })
      .map((all) =>
        all.map((where, probe) => ({ id: probeIds[probe] ?? 'T1', site: 'outflow' as const, place: where })),
      ),
  });
});

describe('labels on the map', () => {
  it('never touch, stay on the drawing, and all are there or beside it', () => {
    fc.assert(
      fc.property(picture, ({ cavity, side, size, catheters, probes }) => {
        const { marks, beside } = mapLayout({ cavity, side }, catheters, probes, mapSizes[size]);
        expect(marks.length + beside.length).toBe(catheters.length + probes.length);
        const { radius, margin } = mapSizes[size];
        for (const [index, { label }] of marks.entries()) {
          expect(label.y - radius).toBeGreaterThanOrEqual(-1e-9);
          expect(label.y + radius).toBeLessThanOrEqual(mapHeight + 1e-9);
          expect(label.x - 1.5 * radius).toBeGreaterThanOrEqual(-margin);
          expect(label.x + 1.5 * radius).toBeLessThanOrEqual(100 + margin);
          for (const other of marks.slice(index + 1)) {
            const wide = Math.abs(label.x - other.label.x);
            expect(wide > 3 * radius || Math.abs(label.y - other.label.y) >= 2 * radius).toBe(true);
          }
        }
      }),
      { numRuns: 600 },
    );
  });

  it('end at points that are told apart', () => {
    fc.assert(
      fc.property(picture, ({ cavity, side, size, catheters, probes }) => {
        const { marks } = mapLayout({ cavity, side }, catheters, probes, mapSizes[size]);
        for (const [index, { tip }] of marks.entries()) {
          for (const other of marks.slice(index + 1)) {
            expect(Math.hypot(tip.x - other.tip.x, tip.y - other.tip.y)).toBeGreaterThan(3.2);
          }
        }
      }),
      { numRuns: 600 },
    );
  });

  it('are the same for the same input', () => {
    fc.assert(
      fc.property(picture, ({ cavity, side, size, catheters, probes }) => {
        const draw = () => mapLayout({ cavity, side }, catheters, probes, mapSizes[size]);
        expect(draw()).toEqual(draw());
      }),
    );
  });

  it('of what leads in point to the body, of what leads out away from it', () => {
    const catheters: Catheter[] = [
      { number: 1, place: 'right-paracolic', direction: 'in', frenchSize: 24 },
      { number: 2, place: 'right-paracolic', direction: 'out', frenchSize: 24 },
      { number: 3, place: 'left-paracolic', direction: 'in', frenchSize: 24 },
      { number: 4, place: 'left-paracolic', direction: 'out', frenchSize: 24 },
    ];
    const { marks } = mapLayout({ cavity: 'peritoneal', side: null }, catheters, [], mapSizes.full);
    const pointing = marks.map(({ item, arrow, margin }) => {
      const [point = 0, base = 0] = [...(arrow ?? '').matchAll(/[ML](-?[\d.]+) /g)].map(([, x]) => Number(x));
      return [item.kind === 'catheter' && item.catheter.number, margin, point > base ? 'right' : 'left'];
    });
    expect(pointing).toEqual([
      [1, 'left', 'right'],
      [2, 'left', 'left'],
      [3, 'right', 'left'],
      [4, 'right', 'right'],
    ]);
  });

  it('of a chest stand on the side of its flank, where tubes come through', () => {
    const catheters: Catheter[] = drawnPlaces.pleural.map((place, index) => ({
      number: index + 1,
      place,
      direction: 'in',
      frenchSize: null,
    }));
    for (const [side, margin] of [
      ['right', 'left'],
      ['left', 'right'],
    ] as const) {
      const { marks } = mapLayout({ cavity: 'pleural', side }, catheters, [], mapSizes.full);
      expect(marks.map((mark) => mark.margin)).toEqual(catheters.map(() => margin));
    }
  });

  it('of probes have a site; those not used are not drawn', () => {
    expect(
      placedProbes(['inflow', 'not-used', 'cavity-upper', 'cavity-lower'], ['', '', 'pelvis', '']),
    ).toEqual([
      { id: 'T1', site: 'inflow', place: '' },
      { id: 'T3', site: 'cavity-upper', place: 'pelvis' },
      { id: 'T4', site: 'cavity-lower', place: '' },
    ]);
  });
});

describe('heights', () => {
  it('stay as wanted where there is room, share what is missing, keep to the bounds', () => {
    expect(apart([10, 40, 80], 12, [6, 114])).toEqual([10, 40, 80]);
    expect(apart([40, 40], 12, [6, 114])).toEqual([34, 46]);
    expect(apart([0, 0, 100], 12, [6, 114])).toEqual([6, 18, 100]);
    expect(apart([120, 120], 12, [6, 114])).toEqual([102, 114]);
  });
});

describe('the drawing', () => {
  it.each(cavities)('of the %s cavity has every place, read from top to bottom', (cavity) => {
    const drawing = bodyDrawing(cavity, null);
    expect(Object.keys(drawing.places).toSorted()).toEqual([...drawnPlaces[cavity]].toSorted());
    const heights = inReadingOrder(drawing).map((id) => drawing.places[id]?.y ?? Number.NaN);
    expect(heights).toEqual(heights.toSorted((one, other) => one - other));
  });

  it('shows the patient’s right at the viewer’s left, and a left chest as the mirror of a right one', () => {
    const { places } = bodyDrawing('peritoneal', null);
    expect(places['right-subdiaphragm']?.x).toBeLessThan(50);
    expect(places['left-subdiaphragm']?.x).toBeGreaterThan(50);
    const [right, left] = [bodyDrawing('pleural', 'right'), bodyDrawing('pleural', 'left')];
    // The flank is at the outside of the patient.
    expect(right.places.lateral?.x).toBeLessThan(50);
    expect(left.places.lateral?.x).toBe(100 - (right.places.lateral?.x ?? 0));
    expect(right.letters.map(({ side }) => side)).toEqual(['right']);
    expect(left.letters.map(({ side }) => side)).toEqual(['left']);
    expect(bodyDrawing('pleural', null).letters).toEqual([]);
  });
});
