import { type Browser, chromium } from 'playwright-core';
import type { PrintPdf } from '../../electron/report/print-within.ts';
import { type PlainPrinter, sameBytes } from '../../electron/report/stamp-pdf.ts';
import { chromiumSwitches } from './chromium-switches.ts';

/** Prints HTML with the system's Chromium, the way the console does; `close` ends it. */
export async function chromiumPdf(): Promise<{ print: PrintPdf; close: () => Promise<void> }> {
  const browser: Browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [...chromiumSwitches],
  });
  const print: PlainPrinter = async (html, options) => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    try {
      await page.setContent(html);
      return await page.pdf({
        preferCSSPageSize: options.preferCSSPageSize,
        printBackground: options.printBackground,
        tagged: options.generateTaggedPDF,
        outline: options.generateDocumentOutline,
      });
    } finally {
      await page.close();
    }
  };
  return { print: sameBytes(print), close: () => browser.close() };
}
