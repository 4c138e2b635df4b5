import type { Protocol } from 'electron';
import { consolePolicy } from './content-security-policy.ts';
import type { PrintDocuments } from './print-documents.ts';
import { refuse, respondWithFile } from './served-files.ts';

/** The console's pages have an origin of their own; nothing is loaded from files or from a network. */
export const consoleUrl = 'app://isotherm/index.html';
const scheme = 'app';
const consoleHost = 'isotherm';
export const printHost = 'print';

/** A URL of the console's own page, as opposed to any other document. */
export function isConsoleUrl(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed?.protocol === `${scheme}:` && parsed.host === consoleHost;
}

/** Must run before the `ready` event. */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves `app://isotherm/` from the built renderer, and `app://print/` for the PDF printer. */
export function serveAppScheme(
  protocol: Pick<Protocol, 'handle'>,
  rendererFolder: string,
  documents: PrintDocuments,
): void {
  protocol.handle(scheme, (request) => {
    if (request.method !== 'GET') return refuse(405, 'The console serves GET only');
    const url = new URL(request.url);
    if (url.host === consoleHost) return respondWithFile(rendererFolder, url.pathname, consolePolicy);
    if (url.host === printHost) return documents.respond(url.pathname);
    return refuse(404, `${url.host} is not a host of the console`);
  });
}
