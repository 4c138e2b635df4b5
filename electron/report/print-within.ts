import type { Clock } from '../domain/time.ts';
import { type Paper, type PrintOptions, printOptionsOn } from './page.ts';

/** What a printed file says of itself besides its pages; all of it from the record. */
export interface PdfFacts {
  readonly title: string;
  /** Name and version of what recorded the run. */
  readonly program: string;
  /** Start of the run. */
  readonly recordedWallMs: number;
  /** Last thing on record, or last thing said of it. */
  readonly changedWallMs: number;
}

/** HTML in, bytes of a PDF out; the options are those of Electron's `printToPDF`. */
export type PrintPdf = (html: string, options: PrintOptions, facts: PdfFacts) => Promise<Uint8Array>;

/** What is printed. */
export interface PrintedDocument {
  readonly html: string;
  readonly paper: Paper;
  readonly facts: PdfFacts;
}

/** A print of a long run takes seconds; one that has not come by then never will, ms. */
const printLimitMs = 60_000;

/** Prints, and waits neither for a printer that never answers nor once it is called off. */
export function printWithin(
  printPdf: PrintPdf,
  { html, paper, facts }: PrintedDocument,
  clock: Pick<Clock, 'after'>,
  signal: AbortSignal,
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const callOff = (): void => reject(signal.reason);
    signal.addEventListener('abort', callOff, { once: true });
    const cancel = clock.after(printLimitMs, () =>
      reject(new Error(`the printer did not answer within ${printLimitMs / 1000} s`)),
    );
    printPdf(html, printOptionsOn(paper), facts)
      .then(resolve, reject)
      .finally(() => {
        cancel();
        signal.removeEventListener('abort', callOff);
      });
  });
}
