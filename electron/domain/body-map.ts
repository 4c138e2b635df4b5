import type { Side, TreatmentCase } from './case.ts';
import type { drawnPlaces } from './places.ts';
import type { ListItem } from './site-lists.ts';
import type { Language } from './text/language.ts';

/** In units of the drawing: 0–100 from the viewer's left to right, 0–120 from top to bottom. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How a line is meant: skin, bones and creases, bowel, ribs and ureters, and the cavity as an area with an edge. */
export type StrokeKind = 'outline' | 'fine' | 'band' | 'cord' | 'cavity';
/** How wide each is drawn, in units of the drawing. */
export const strokeWidths: Readonly<Record<StrokeKind, number>> = {
  outline: 0.9,
  fine: 0.5,
  band: 5,
  cord: 2,
  cavity: 0.6,
};
export interface Stroke {
  readonly kind: StrokeKind;
  /** SVG path data, absolute M, L, C and Z only. */
  readonly d: string;
}

export type BodySide = 'left' | 'right';

/** Which half of a chest is drawn; `null`: it has no side, or both. */
export const bodySide = (side: Side | null): BodySide | null =>
  side === 'left' || side === 'right' ? side : null;

/** A cavity as drawn. */
export interface BodyDrawing {
  readonly strokes: readonly Stroke[];
  /** Where each drawn place lies. */
  readonly places: Readonly<Record<string, Point>>;
  /** The viewer's side all lines come from, as tubes come through the flank; `null`: from whichever is nearer. */
  readonly flank: BodySide | null;
  /** The patient's side at the viewer's left and right, where a letter has to say it. */
  readonly letters: readonly { readonly side: BodySide; readonly at: Point }[];
}

/** The other way round, as in a mirror. */
export const mirroredPath = (d: string): string =>
  d.replace(
    /(-?[\d.]+) (-?[\d.]+)/g,
    (_, x: string, y: string) => `${Math.round((100 - Number(x)) * 100) / 100} ${y}`,
  );
export const mirroredPoint = ({ x, y }: Point): Point => ({ x: 100 - x, y });

/** What is alike on both sides, drawn for the viewer's left. */
const onBothSides = (kind: StrokeKind, ...paths: readonly string[]): Stroke[] =>
  paths.flatMap((d) => [
    { kind, d },
    { kind, d: mirroredPath(d) },
  ]);

type PlaceOf<Cavity extends keyof typeof drawnPlaces> = (typeof drawnPlaces)[Cavity][number];

const abdomenPlaces: Readonly<Record<PlaceOf<'peritoneal'>, Point>> = {
  'right-subdiaphragm': { x: 32, y: 35 },
  'left-subdiaphragm': { x: 68, y: 35 },
  'wound-edge': { x: 50, y: 48 },
  'right-paracolic': { x: 25, y: 59 },
  'left-paracolic': { x: 75, y: 59 },
  mesentery: { x: 50, y: 72 },
  'pelvis-right': { x: 33.5, y: 89 },
  'pelvis-left': { x: 66.5, y: 89 },
  pelvis: { x: 50, y: 104.5 },
};

/** Abdomen from the front: trunk, costal margin, diaphragm, colon, iliac crests, the peritoneal cavity. */
const abdomen: BodyDrawing = {
  strokes: [
    {
      kind: 'cavity',
      d: 'M20.5 46 C20 36 25 26.5 33 26 C41 25.5 45 32.5 50 33.5 C55 33 59 28.5 67 28.5 C75 28.5 80 37 79.5 46 C79 56 80 64 79 72 C78 80 73 85 70 92 C67 103 60 112 50 112 C40 112 33 103 30 92 C27 85 22 80 21 72 C20 64 21 56 20.5 46 Z',
    },
    {
      kind: 'band',
      d: 'M33 86 C31 78 31.5 64 33 55 C34 50 40 53 45 56 C50 58.5 56 57 61 53 C65 49.5 67.5 49 68 55 C69 64 69.5 74 68 81 C66 87 58 84 55 90 C52 95 51 99 50 104',
    },
    ...onBothSides(
      'outline',
      'M9.5 0 C11 5 12.5 8 13 14 C13 30 16 44 16.5 57 C16.5 70 9.5 81 7.5 96 C7 104 7.5 112 8.5 120',
      'M50 114 C49 115.5 48.6 117.5 48.5 120',
    ),
    ...onBothSides(
      'fine',
      'M0 9 C4 7.5 8 5 9.5 0',
      'M47.5 24 C44 34 32 43 19.5 55',
      'M45.5 4 C46.5 12 47 18 47.5 24',
      'M38 88 C36 80 29 74.5 22 76 C18 80 18.5 88 24 95 C29 100.5 38 108 47.5 111',
      'M11 91 C20 102 35 112 46 116.5',
      'M28 10 C32 14 39 14 43 11',
    ),
    { kind: 'fine', d: 'M47.5 24 C48.5 27 51.5 27 52.5 24' },
    { kind: 'fine', d: 'M49 83.5 C49.4 85.4 50.6 85.4 51 83.5' },
  ],
  places: abdomenPlaces,
  flank: null,
  letters: [
    { side: 'right', at: { x: 21.5, y: 8 } },
    { side: 'left', at: { x: 78.5, y: 8 } },
  ],
};

const rightChestPlaces: Readonly<Record<PlaceOf<'pleural'>, Point>> = {
  apex: { x: 63, y: 23 },
  anterior: { x: 66, y: 46 },
  posterior: { x: 43, y: 51 },
  base: { x: 60, y: 70 },
  lateral: { x: 33, y: 77 },
};

/** The right half of the chest from the front: shoulder, clavicle, ribs, sternum, the pleural cavity above the diaphragm. */
const rightChest: BodyDrawing = {
  strokes: [
    {
      kind: 'cavity',
      d: 'M63 11 C71 11 77 20 78 32 C79 50 78.5 66 78 83 C70 77.5 57 76 45 83 C37 88 31 97 26.5 105 C23.5 88 24.5 66 29.5 48 C34.5 30 50 11.5 63 11 Z',
    },
    ...[0, 1, 2, 3, 4, 5, 6].map((rib): Stroke => {
      const y = 22 + rib * 11;
      const lateral = Math.max(24, 41 - rib * 4.2);
      return {
        kind: 'cord',
        d: `M80 ${y} C68 ${y - 7} 48 ${y - 6} ${lateral} ${y + 10}`,
      };
    }),
    {
      kind: 'outline',
      d: 'M77 0 C77 7 73 10 63 12 C48 14 31 15 23 22 C15 29 12 42 10 60',
    },
    { kind: 'outline', d: 'M22 46 C19 62 17.5 80 20 98 C21 106 22 112 24 120' },
    { kind: 'outline', d: 'M22 46 C20 52 18.5 60 17.5 68' },
    { kind: 'fine', d: 'M82 17 C72 12 54 14 32 24' },
    { kind: 'fine', d: 'M82 20.5 C72 16 55 18 34 27.5' },
    { kind: 'fine', d: 'M82 15 C80 20 81 26 82 30 L82 74 C83 79 86 82 88 83' },
    { kind: 'fine', d: 'M88 83 C80 92 60 100 44 120' },
    { kind: 'fine', d: 'M78 83 C70 77.5 57 76 45 83 C37 88 31 97 26.5 105' },
    ...[4, 18, 32, 46, 60, 74, 88, 102, 116].map(
      (y): Stroke => ({ kind: 'fine', d: `M91 ${y} L91 ${Math.min(120, y + 8)}` }),
    ),
  ],
  places: rightChestPlaces,
  flank: 'left',
  letters: [{ side: 'right', at: { x: 28, y: 9 } }],
};

const bladderPlaces: Readonly<Record<PlaceOf<'bladder'>, Point>> = {
  dome: { x: 50, y: 44 },
  trigone: { x: 50, y: 71 },
  urethra: { x: 50, y: 98 },
};

/** The lesser pelvis from the front: iliac bones, ureters, bladder and urethra. */
const pelvis: BodyDrawing = {
  strokes: [
    {
      kind: 'cavity',
      d: 'M50 33 C65 33 73 44 72 56 C71 67 60 74 55.5 82 C53.5 87 53 96 52.6 110 L47.4 110 C47 96 46.5 87 44.5 82 C40 74 29 67 28 56 C27 44 35 33 50 33 Z',
    },
    ...onBothSides('cord', 'M37 0 C37 14 24 30 27 46 C29 58 38 64 43 68'),
    ...onBothSides(
      'outline',
      'M17 0 C15.5 14 9 26 7 42 C5.5 62 7 90 9.5 120',
      'M48.4 120 C48.6 117 49 115 50 113.5',
    ),
    ...onBothSides(
      'fine',
      'M45 24 C39 14 27 7 16.5 13 C12 23 14.5 36 22 46 C24 50 23 55 21 60',
      'M45 24 C40 30 35 36 33 43 C31.5 52 31 61 33 70 C36 77 42 80 47.5 82.5',
      'M21 60 C18.5 66 20.5 73 27 76 C32 78.5 36 84 39 90 C36 98 31 102 27 98 C24 93 26 84 27 76',
      'M39 90 C42 91.5 45 93 47.5 94 L47.5 82.5',
    ),
    { kind: 'fine', d: 'M45 24 C48 26 52 26 55 24 M45 10 C48 12 52 12 55 10' },
  ],
  places: bladderPlaces,
  flank: null,
  letters: [
    { side: 'right', at: { x: 20, y: 111 } },
    { side: 'left', at: { x: 80, y: 111 } },
  ],
};

const leftChest: BodyDrawing = {
  strokes: rightChest.strokes.map(({ kind, d }) => ({ kind, d: mirroredPath(d) })),
  places: Object.fromEntries(Object.entries(rightChest.places).map(([id, at]) => [id, mirroredPoint(at)])),
  flank: 'right',
  letters: rightChest.letters.map(({ at }) => ({ side: 'left', at: mirroredPoint(at) })),
};

/** Of the chest one side is drawn, without its letter where `side` is `null`: not said, or both. */
export function bodyDrawing(cavity: TreatmentCase['cavity'], side: BodySide | null): BodyDrawing {
  if (cavity === 'peritoneal') return abdomen;
  if (cavity === 'bladder') return pelvis;
  return side === 'left' ? leftChest : side === 'right' ? rightChest : { ...rightChest, letters: [] };
}

/** Ids of the drawn places as they are read: from top to bottom, and from the viewer's left to right. */
export const inReadingOrder = ({ places }: BodyDrawing): readonly string[] =>
  Object.entries(places)
    .sort(([, one], [, other]) => one.y - other.y || one.x - other.x)
    .map(([id]) => id);

/** A place in the site's words; as typed where it is none of its list. */
export function placeWords(place: string, items: readonly ListItem[], language: Language): string {
  return items.find(({ id }) => id === place)?.[language] ?? place;
}

/**
 * Crosswise: in under the diaphragm, out at the pelvic floor of the other side, so that no part of the abdomen stays
 * without flow. A picture of it only; where catheters lie is the team's.
 */
export const crosswise: Readonly<
  Record<TreatmentCase['cavity'], readonly (readonly [from: Point, to: Point])[]>
> = {
  peritoneal: [
    [abdomenPlaces['right-subdiaphragm'], abdomenPlaces['pelvis-left']],
    [abdomenPlaces['left-subdiaphragm'], abdomenPlaces['pelvis-right']],
  ],
  pleural: [],
  bladder: [],
};
