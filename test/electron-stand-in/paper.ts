import type { PrintToPDFOptions } from 'electron';
import type { Protocol } from './cdp.ts';

/** Width and height in inches, as Electron lists them. */
const papers: Readonly<Record<string, readonly [number, number]>> = {
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  Legal: [8.5, 14],
  Letter: [8.5, 11],
};

/** Electron's options of `printToPDF` in Chromium's words; they differ in paper and margins only. */
export function chromiumPdfOptions(options: PrintToPDFOptions): Protocol.Page.printToPDFParameters {
  const { pageSize = 'Letter', margins, ...same } = options;
  const [paperWidth, paperHeight] = sizeOf(pageSize);
  return {
    ...same,
    paperWidth,
    paperHeight,
    ...(margins?.top === undefined ? {} : { marginTop: margins.top }),
    ...(margins?.bottom === undefined ? {} : { marginBottom: margins.bottom }),
    ...(margins?.left === undefined ? {} : { marginLeft: margins.left }),
    ...(margins?.right === undefined ? {} : { marginRight: margins.right }),
  };
}

function sizeOf(pageSize: NonNullable<PrintToPDFOptions['pageSize']>): readonly [number, number] {
  if (typeof pageSize === 'object') return [pageSize.width, pageSize.height];
  const paper = papers[pageSize];
  if (!paper)
    throw new Error(
      `The Electron stand-in has no paper ${pageSize}; it has ${Object.keys(papers).join(', ')}.`,
    );
  return paper;
}
