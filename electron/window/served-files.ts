import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** The file that a URL path means inside `root`, or `null` when it points outside or is no path at all. */
export function fileInside(root: string, urlPath: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = resolve(root, `.${path.endsWith('/') ? `${path}index.html` : path}`);
  return file.startsWith(resolve(root) + sep) ? file : null;
}

/** Answers with a file of `root`; only files of known types are served. */
export async function respondWithFile(root: string, urlPath: string, policy: string): Promise<Response> {
  const file = fileInside(root, urlPath);
  const type = file && mimeTypes[extname(file)];
  if (!file || !type) return refuse(404, `${urlPath} is not a file of the console`);
  try {
    return respondWithBytes(await readFile(file), type, policy);
  } catch {
    return refuse(404, `${urlPath} is not a file of the console`);
  }
}

export function respondWithBytes(bytes: Uint8Array<ArrayBuffer>, type: string, policy: string): Response {
  return new Response(bytes, {
    headers: {
      'content-type': type,
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
  });
}

export const refuse = (status: number, why: string): Response =>
  new Response(why, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
