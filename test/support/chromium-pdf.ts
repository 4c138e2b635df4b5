import { type Browser, chromium } from 'playwright-core';
import { chromiumSwitches } from './chromium-switches.ts';

export interface PdfOptions {
  readonly preferCSSPageSize: boolean;
  readonly printBackground: boolean;
  readonly generateTaggedPDF: boolean;
  readonly generateDocumentOutline: boolean;
}

/** Prints HTML with the system's Chromium, the way `printToPDF` does; `close` ends it. */
export async function chromiumPdf(): Promise<{
  print: (html: string, options: PdfOptions) => Promise<Uint8Array>;
  close: () => Promise<void>;
}> {
  const browser: Browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [...chromiumSwitches],
  });
  return {
    async print(html, options) {
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
    },
    close: () => browser.close(),
  };
}
