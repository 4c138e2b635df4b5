/** How each probe is drawn: hue, width and dashes, so that it can be told apart without colour. */
export interface Stroke {
  readonly colour: string;
  readonly width: number;
  /** SVG dash pattern, "" for a solid line. */
  readonly dashes: string;
}

export const probeStrokes: readonly [Stroke, Stroke, Stroke, Stroke] = [
  { colour: '#6a3fa0', width: 1.1, dashes: '9 2 2 2' },
  { colour: '#1d5fb8', width: 1.1, dashes: '5 2.5' },
  { colour: '#0b7a4b', width: 1.3, dashes: '' },
  { colour: '#b3205e', width: 1.5, dashes: '1.6 2' },
];
export const coreStroke: Stroke = { colour: '#565d66', width: 0.8, dashes: '' };
