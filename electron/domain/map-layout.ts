import { type BodySide, bodyDrawing, type Point } from './body-map.ts';
import { type ProbeId, type ProbeSite, type ProbeSites, probeIds, type TreatmentCase } from './case.ts';
import type { Catheter } from './places.ts';

/** A probe on the map; `place` as a catheter's, "": nobody has said more than the site. */
export interface PlacedProbe {
  readonly id: ProbeId;
  readonly site: ProbeSite;
  readonly place: string;
}

/** All probes in use, T1 to T4. */
export const placedProbes = (sites: ProbeSites, places: readonly string[]): PlacedProbe[] =>
  probeIds
    .map((id, probe) => ({ id, site: sites[probe] ?? 'not-used', place: places[probe] ?? '' }))
    .filter(({ site }) => site !== 'not-used');

export type MapItem =
  | { readonly kind: 'catheter'; readonly catheter: Catheter }
  | { readonly kind: 'probe'; readonly probe: PlacedProbe };

/** Sizes of a label, in units of the drawing. */
export interface MapSize {
  /** Of the circle of a catheter; a probe's diamond is as high, and half as wide again. */
  readonly radius: number;
  /** Least distance of two labels in one margin. Sixteen labels, twelve catheters and four probes, find room. */
  readonly gap: number;
  /** Room beside the drawing, at either side. */
  readonly margin: number;
}
export const mapSizes = {
  full: { radius: 4.4, gap: 11.5, margin: 26 },
  /** Beside each label of it is room for a way and a size, or a temperature. */
  compact: { radius: 6, gap: 14.9, margin: 44 },
} as const satisfies Readonly<Record<string, MapSize>>;

/** One catheter or probe as drawn: a label in the margin, and its line to where it lies. */
export interface MapMark {
  readonly item: MapItem;
  /** The margin, as the viewer sees it. */
  readonly margin: BodySide;
  readonly label: Point;
  readonly tip: Point;
  /** SVG path from the label to the tip. */
  readonly line: string;
  /** SVG path of a catheter's arrow: towards the body where it leads in, away from it where it leads out. */
  readonly arrow: string | null;
}

export interface MapLayout {
  readonly marks: readonly MapMark[];
  /** What lies where nothing is drawn: named beside the drawing. */
  readonly beside: readonly MapItem[];
}

export const mapHeight = 120;
export const mapViewBox = ({ margin }: MapSize): string => `${-margin} 0 ${100 + 2 * margin} ${mapHeight}`;

export const placeOfItem = (item: MapItem): string =>
  item.kind === 'catheter' ? item.catheter.place : item.probe.place;

interface Anchored {
  readonly item: MapItem;
  readonly at: Point;
  /** As given: what is alike otherwise keeps its order. */
  readonly order: number;
}

/** Catheters and probes on the drawing of a cavity. The same input gives the same picture, and no label covers another. */
export function mapLayout(
  { cavity, side }: { readonly cavity: TreatmentCase['cavity']; readonly side: BodySide | null },
  catheters: readonly Catheter[],
  probes: readonly PlacedProbe[],
  size: MapSize,
): MapLayout {
  const { places, flank } = bodyDrawing(cavity, side);
  const items: readonly MapItem[] = [
    ...catheters.map((catheter) => ({ kind: 'catheter', catheter }) as const),
    ...probes.map((probe) => ({ kind: 'probe', probe }) as const),
  ];
  const anchored: Anchored[] = [];
  const beside: MapItem[] = [];
  for (const [order, item] of items.entries()) {
    const at = placed(places, placeOfItem(item));
    if (at === null) beside.push(item);
    else anchored.push({ item, at, order });
  }
  const margins = inMargins(anchored, flank, Math.floor(mapHeight / size.gap));
  return {
    marks: [
      ...column(margins.left, 'left', anchored, size),
      ...column(margins.right, 'right', anchored, size),
    ],
    beside,
  };
}

const placed = (places: Readonly<Record<string, Point>>, place: string): Point | null =>
  Object.hasOwn(places, place) ? (places[place] ?? null) : null;

/** Each to the flank, or the margin it is nearer to, from the middle to the emptier one; a full one gives to the other. */
function inMargins(anchored: readonly Anchored[], flank: BodySide | null, most: number) {
  const nearer = ({ at }: Anchored) =>
    flank ?? (at.x < middle.from ? 'left' : at.x > middle.to ? 'right' : null);
  const left = anchored.filter((one) => nearer(one) === 'left');
  const right = anchored.filter((one) => nearer(one) === 'right');
  for (const one of anchored.filter((each) => nearer(each) === null)) {
    (left.length <= right.length ? left : right).push(one);
  }
  giveAway(left, right, most, (one) => one.at.x);
  giveAway(right, left, most, (one) => -one.at.x);
  return { left, right };
}
const middle = { from: 45, to: 55 } as const;

function giveAway(from: Anchored[], to: Anchored[], most: number, farness: (one: Anchored) => number): void {
  from.sort((one, other) => farness(one) - farness(other) || one.order - other.order);
  to.push(...from.splice(most));
}

/** The labels of one margin from top to bottom, each as near to the height of its place as the others let it. */
function column(
  members: readonly Anchored[],
  margin: BodySide,
  all: readonly Anchored[],
  size: MapSize,
): MapMark[] {
  const sorted = members.toSorted((one, other) => one.at.y - other.at.y || one.order - other.order);
  const heights = apart(
    sorted.map(({ at }) => at.y),
    size.gap,
    [size.gap / 2, mapHeight - size.gap / 2],
  );
  return sorted.map((one, index) => {
    const label = { x: onMargin(-size.radius - labelToBody, margin), y: heights[index] ?? 0 };
    const tip = tipOf(one, sorted, margin, all);
    return {
      item: one.item,
      margin,
      label,
      tip,
      line: linePath(label, tip, margin, size),
      arrow: one.item.kind === 'catheter' ? arrowPath(one.item.catheter, label.y, margin, size) : null,
    };
  });
}
const labelToBody = 5;

const onMargin = (x: number, margin: BodySide): number => (margin === 'left' ? x : 100 - x);

/** Heights as near to those wanted as `gap` between neighbours allows, inside the bounds; wanted ones come sorted. */
export function apart(
  wanted: readonly number[],
  gap: number,
  [low, high]: readonly [low: number, high: number],
): number[] {
  const blocks: { sum: number; count: number }[] = [];
  for (const [index, height] of wanted.entries()) {
    let block = { sum: height - index * gap, count: 1 };
    for (
      let before = blocks.at(-1);
      before !== undefined && mean(before) > mean(block);
      before = blocks.at(-1)
    ) {
      blocks.pop();
      block = { sum: before.sum + block.sum, count: before.count + block.count };
    }
    blocks.push(block);
  }
  const highest = high - (wanted.length - 1) * gap;
  return blocks
    .flatMap((block) =>
      Array.from({ length: block.count }, () => Math.max(low, Math.min(highest, mean(block)))),
    )
    .map((base, index) => base + index * gap);
}
const mean = ({ sum, count }: { sum: number; count: number }): number => sum / count;

/**
 * Several at one place lie beside it, on the side their line comes from, the upper ones above: two as a pair, more in
 * two columns as on a dice, so that the ends of all are told apart.
 */
function tipOf(
  one: Anchored,
  sorted: readonly Anchored[],
  margin: BodySide,
  all: readonly Anchored[],
): Point {
  const here = ({ at }: Anchored) => at.x === one.at.x && at.y === one.at.y;
  if (all.filter(here).length === 1) return one.at;
  const others = sorted.filter(here);
  const index = others.indexOf(one);
  const fromMiddle = index - (others.length - 1) / 2;
  const away = margin === 'left' ? -1 : 1;
  if (others.length <= 2) return { x: one.at.x + away * 2.2, y: one.at.y + 3.8 * fromMiddle };
  return { x: one.at.x + away * (index % 2 === 0 ? 5.8 : 2.2), y: one.at.y + 2 * fromMiddle };
}

/** Straight out of the label, past the arrow, then in one bend to the tip. */
function linePath(label: Point, tip: Point, margin: BodySide, { radius }: MapSize): string {
  const inward = margin === 'left' ? 1 : -1;
  const start = label.x + inward * radius;
  const skin = onMargin(3.5, margin);
  const bend = (tip.x - skin) * 0.5;
  const curve = [skin + bend, label.y, tip.x - bend, tip.y, tip.x, tip.y].map(short).join(' ');
  return `M${short(start)} ${short(label.y)} L${short(skin)} ${short(label.y)} C${curve}`;
}

/** Between the label and the skin. */
const arrowAt = 0;

function arrowPath({ direction }: Catheter, y: number, margin: BodySide, { radius }: MapSize): string {
  const long = radius * 0.95;
  const half = radius * 0.55;
  const inward = (margin === 'left') === (direction === 'in') ? 1 : -1;
  const point = onMargin(arrowAt, margin) + (inward * long) / 2;
  const back = point - inward * long;
  return `M${short(point)} ${short(y)} L${short(back)} ${short(y - half)} L${short(back)} ${short(y + half)} Z`;
}

/** A coordinate with as many digits as can be seen. */
const short = (value: number): string => String(Math.round(value * 100) / 100);
