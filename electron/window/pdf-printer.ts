import type { BrowserWindow, BrowserWindowConstructorOptions, PrintToPDFOptions } from 'electron';
import { printHost } from './app-scheme.ts';
import type { PrintDocuments } from './print-documents.ts';

export interface PdfPage {
  readonly pageSize: 'A4' | 'Letter';
  readonly landscape: boolean;
  readonly marginsMm: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  };
  /** Plain words at the left of the head and of the foot of every page; the page number stands at the right. */
  readonly head: string;
  readonly foot: string;
}

/** HTML in, a PDF file's bytes out. Rejects when the document does not load or cannot be printed. */
export type PdfPrinter = (html: string, page: PdfPage) => Promise<Uint8Array>;

/** Prints in a hidden window of its own, sandboxed, with scripts off; the window ends with the printing. */
export function createPdfPrinter(
  Window: new (options: BrowserWindowConstructorOptions) => BrowserWindow,
  documents: PrintDocuments,
): PdfPrinter {
  return async (html, page) => {
    const path = documents.keep(html);
    const window = new Window({
      show: false,
      webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
    });
    try {
      await window.loadURL(`app://${printHost}${path}`);
      return await window.webContents.printToPDF(printOptions(page));
    } finally {
      documents.forget(path);
      window.destroy();
    }
  };
}

const mmPerInch = 25.4;

export function printOptions(page: PdfPage): PrintToPDFOptions {
  const { top, bottom, left, right } = page.marginsMm;
  return {
    pageSize: page.pageSize,
    landscape: page.landscape,
    margins: {
      top: top / mmPerInch,
      bottom: bottom / mmPerInch,
      left: left / mmPerInch,
      right: right / mmPerInch,
    },
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    displayHeaderFooter: true,
    headerTemplate: edge(page, page.head, ''),
    footerTemplate: edge(
      page,
      page.foot,
      '<span class="pageNumber"></span> / <span class="totalPages"></span>',
    ),
  };
}

/** Chromium prints head and foot as documents of their own, without the page's fonts and with a size of 0. */
function edge(page: PdfPage, left: string, rightHtml: string): string {
  const { left: leftMm, right: rightMm } = page.marginsMm;
  const style = `width:100%;margin:0 ${rightMm}mm 0 ${leftMm}mm;display:flex;justify-content:space-between;`;
  const font = 'font:8px Inter,"Noto Sans SC","Noto Sans CJK SC",sans-serif;color:#333;';
  return `<div style='${style}${font}'><span>${escapeHtml(left)}</span><span>${rightHtml}</span></div>`;
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
