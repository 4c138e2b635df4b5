import { createHash } from 'node:crypto';
import type { PrintOptions } from './page.ts';
import type { PdfFacts, PrintPdf } from './print-within.ts';

/** HTML in, bytes of a PDF out, dated with the time of printing. */
export type PlainPrinter = (html: string, options: PrintOptions) => Promise<Uint8Array>;

/** A printer whose files know of no other time than that of the record: one document gives the same bytes each time. */
export const sameBytes =
  (print: PlainPrinter): PrintPdf =>
  async (html, options, facts) =>
    stampPdf(await print(html, options), facts, idOf(html, options));

/**
 * Sets title, dates and both parts of the file identifier (ISO 32000-1, 14.3.3 and 14.4), and writes the file anew
 * without object streams, so that it can be signed. A time that is no date is left out.
 */
export async function stampPdf(bytes: Uint8Array, facts: PdfFacts, id: Uint8Array): Promise<Uint8Array> {
  // Loaded when the first document is printed, not as the console starts.
  const { PDFDict, PDFDocument, PDFHexString, PDFName } = await import('pdf-lib');
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  pdf.setTitle(facts.title, { showInWindowTitleBar: true });
  pdf.setCreator(facts.program);
  const info = pdf.context.lookup(pdf.context.trailerInfo.Info, PDFDict);
  for (const [name, wallMs] of [
    ['CreationDate', facts.recordedWallMs],
    ['ModDate', facts.changedWallMs],
  ] as const) {
    info.delete(PDFName.of(name));
    if (!(wallMs >= 0 && wallMs <= lastMs)) continue;
    if (name === 'CreationDate') pdf.setCreationDate(new Date(wallMs));
    else pdf.setModificationDate(new Date(wallMs));
  }
  const hex = PDFHexString.of(Buffer.from(id).toString('hex').toUpperCase());
  pdf.context.trailerInfo.ID = pdf.context.obj([hex, hex]);
  return pdf.save({ useObjectStreams: false });
}

/** A date in a PDF has four digits of a year, ms. */
const lastMs = Date.UTC(9999, 11, 31);

/** Of what the document says and on which paper: another document has another. 16 bytes, as is usual. */
const idOf = (html: string, { pageSize }: PrintOptions): Uint8Array =>
  createHash('sha256').update(pageSize).update('\n').update(html).digest().subarray(0, 16);
