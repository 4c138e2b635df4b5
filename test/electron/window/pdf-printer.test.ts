import { describe, expect, test } from 'vitest';
import { createPdfPrinter } from '../../../electron/window/pdf-printer.ts';
import { createPrintDocuments } from '../../../electron/window/print-documents.ts';

describe('the window that prints', () => {
  test.each([
    ['when it worked', null],
    ['when it failed', new Error('no printing')],
  ])('is gone afterwards, and the document with it: %s', async (_how, problem) => {
    const documents = createPrintDocuments();
    const seen: { options?: { webPreferences?: object }; url?: string; asked?: object; isOpen: boolean } = {
      isOpen: false,
    };
    const Window = class {
      constructor(options: object) {
        Object.assign(seen, { options, isOpen: true });
      }
      webContents = {
        async printToPDF(asked: object) {
          seen.asked = asked;
          if (problem) throw problem;
          return Buffer.from('%PDF');
        },
      };
      async loadURL(url: string) {
        seen.url = url;
      }
      destroy() {
        seen.isOpen = false;
      }
    };
    const printing = createPdfPrinter(Window as never, documents)('<h1>Report</h1>', { pageSize: 'A4' });
    if (problem) await expect(printing).rejects.toThrow('no printing');
    else expect(String(await printing)).toBe('%PDF');

    expect(seen.isOpen).toBe(false);
    expect(seen.asked).toEqual({ pageSize: 'A4' });
    expect(seen.options?.webPreferences).toMatchObject({ sandbox: true, javascript: false });
    expect((await documents.respond(new URL(seen.url ?? '').pathname)).status).toBe(404);
  });
});
