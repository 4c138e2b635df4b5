/** A main that prints the HTML file of `--html=` to the PDF file of `--pdf=` with the console's own printer. */
import { readFileSync, writeFileSync } from 'node:fs';
import { app, BrowserWindow, protocol } from 'electron';
import { registerAppScheme, serveAppScheme } from '../../electron/window/app-scheme.ts';
import { createPdfPrinter } from '../../electron/window/pdf-printer.ts';
import { createPrintDocuments } from '../../electron/window/print-documents.ts';

async function print(): Promise<void> {
  const documents = createPrintDocuments();
  serveAppScheme(protocol, '', documents);
  app.on('window-all-closed', () => {});
  const html = readFileSync(app.commandLine.getSwitchValue('html'), 'utf8');
  const pdf = await createPdfPrinter(BrowserWindow, documents)(html, {
    preferCSSPageSize: true,
    printBackground: true,
  });
  writeFileSync(app.commandLine.getSwitchValue('pdf'), pdf);
  app.exit(0);
}

registerAppScheme(protocol);
app
  .whenReady()
  .then(print)
  .catch((error: unknown) => {
    console.error(error);
    app.exit(1);
  });
