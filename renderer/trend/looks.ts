/** How a curve looks, so that it is told apart without colour too. */
export interface CurveLook {
  /** CSS colour. */
  readonly colour: string;
  /** SVG dash array in pixels of the curve; "" is a full line. */
  readonly dash: string;
  /** The same pattern for the edge of its tile, in percent of its height. */
  readonly edgeDash: string;
}

const looks: readonly CurveLook[] = [
  { colour: 'var(--t1)', dash: '22 4 4 4', edgeDash: '34 8 8 8' },
  { colour: 'var(--t2)', dash: '10 5', edgeDash: '26 11' },
  { colour: 'var(--t3)', dash: '', edgeDash: '' },
  { colour: 'var(--t4)', dash: '3 4', edgeDash: '9 9' },
  { colour: 'var(--core)', dash: '14 4 2 4 2 4', edgeDash: '26 7 5 7 5 7' },
];

/** `curve` is 0 to 3 for T1 to T4, 4 for the patient's core. */
export const curveLook = (curve: number): CurveLook => looks[curve] as CurveLook;
