import type { Clock } from '../domain/time.ts';
import { type PrintOptions, reportPrintOptions } from './page.ts';

/** HTML in, bytes of a PDF out; the options are those of Electron's `printToPDF`. */
export type PrintPdf = (html: string, options: PrintOptions) => Promise<Uint8Array>;

/** A print of a long run takes seconds; one that has not come by then never will, ms. */
const printLimitMs = 60_000;

/** Prints, and waits neither for a printer that never answers nor once it is called off. */
export function printWithin(
  printPdf: PrintPdf,
  html: string,
  clock: Pick<Clock, 'after'>,
  signal: AbortSignal,
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const callOff = (): void => reject(signal.reason);
    signal.addEventListener('abort', callOff, { once: true });
    const cancel = clock.after(printLimitMs, () =>
      reject(new Error(`the printer did not answer within ${printLimitMs / 1000} s`)),
    );
    printPdf(html, reportPrintOptions)
      .then(resolve, reject)
      .finally(() => {
        cancel();
        signal.removeEventListener('abort', callOff);
      });
  });
}
