import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/** The sheets of the faces that a report is printed in, as the build finds them. */
export const reportFaces: readonly string[] = ['inter', 'noto-sans-sc'].flatMap((face) =>
  ['400', '600'].map((weight) => resolve(`@fontsource/${face}/${weight}.css`)),
);
