import type { BrowserWindow, BrowserWindowConstructorOptions, PrintToPDFOptions } from 'electron';
import { printHost } from './app-scheme.ts';
import type { PrintDocuments } from './print-documents.ts';

/** HTML in, a PDF file's bytes out. Rejects when the document does not load or cannot be printed. */
export type PdfPrinter = (html: string, options: PrintToPDFOptions) => Promise<Uint8Array>;

/** Prints in a hidden window of its own, sandboxed, with scripts off; the window ends with the printing. */
export function createPdfPrinter(
  Window: new (options: BrowserWindowConstructorOptions) => BrowserWindow,
  documents: PrintDocuments,
): PdfPrinter {
  return async (html, options) => {
    const path = documents.keep(html);
    const window = new Window({
      show: false,
      webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
    });
    try {
      await window.loadURL(`app://${printHost}${path}`);
      return await window.webContents.printToPDF(options);
    } finally {
      documents.forget(path);
      window.destroy();
    }
  };
}
