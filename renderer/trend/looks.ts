/** How the curve of a probe looks, so that it is told apart without colour too. */
export interface CurveLook {
  /** CSS colour. */
  readonly colour: string;
  /** SVG dash array in pixels of the curve; "" is a full line. */
  readonly dash: string;
  /** The same pattern for the edge of the probe's tile, in percent of its height. */
  readonly edgeDash: string;
}

const looks: readonly CurveLook[] = [
  { colour: 'var(--t1)', dash: '22 4 4 4', edgeDash: '34 8 8 8' },
  { colour: 'var(--t2)', dash: '10 5', edgeDash: '26 11' },
  { colour: 'var(--t3)', dash: '', edgeDash: '' },
  { colour: 'var(--t4)', dash: '3 4', edgeDash: '9 9' },
];

/** `probe` is 0 to 3. */
export const curveLook = (probe: number): CurveLook => looks[probe] as CurveLook;
