import { randomUUID } from 'node:crypto';
import { assetsPath } from './assets-path.ts';
import { printPolicy } from './content-security-policy.ts';
import { refuse, respondWithBytes, respondWithFile } from './served-files.ts';

/** Documents waiting to be printed, each under a path of its own, and the fonts and pictures they may use. */
export interface PrintDocuments {
  /** Keeps `html` until `forget`; returns its path. */
  keep(html: string): string;
  forget(path: string): void;
  respond(path: string): Response | Promise<Response>;
}

/**
 * Documents live in memory and are served over the app scheme, because a `data:` URL ends at 2 MB. Inside one,
 * `/assets/<file>` is that file of `assets/`, and any other path nothing.
 */
export function createPrintDocuments(): PrintDocuments {
  const kept = new Map<string, string>();
  return {
    keep(html) {
      const path = `/${randomUUID()}`;
      kept.set(path, html);
      return path;
    },
    forget(path) {
      kept.delete(path);
    },
    respond(path) {
      if (path.startsWith('/assets/')) {
        return respondWithFile(assetsPath(), path.slice('/assets'.length), printPolicy);
      }
      const html = kept.get(path);
      return html === undefined
        ? refuse(404, `${path} is not waiting to be printed`)
        : respondWithBytes(new TextEncoder().encode(html), 'text/html; charset=utf-8', printPolicy);
    },
  };
}
