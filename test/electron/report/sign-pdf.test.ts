import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signPdf } from '../../../electron/report/sign-pdf.ts';
import { stampPdf } from '../../../electron/report/stamp-pdf.ts';

let folder: string;
let p12: Uint8Array;
let pdf: Uint8Array;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'isotherm-signed-'));
  const [key, certificate, store] = ['key.pem', 'certificate.pem', 'store.p12'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' });
  openssl(
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', certificate],
    ...['-days', '3650', '-subj', '/CN=Example hospital'],
  );
  openssl(
    ...[
      'pkcs12',
      '-export',
      '-inkey',
      key,
      '-in',
      certificate,
      '-out',
      store,
      '-passout',
      'pass:open sesame',
    ],
  );
  p12 = readFileSync(store);
  const document = await PDFDocument.create();
  document.addPage();
  const facts = { title: 'Record', program: 'Isotherm', recordedWallMs: 0, changedWallMs: 0 };
  pdf = await stampPdf(await document.save(), facts, new Uint8Array(16));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const as = {
  name: 'Example hospital',
  reason: 'Record of a treatment',
  location: '',
  atWallMs: Date.UTC(2026, 2, 2, 10),
};

/** What poppler says of the signatures in a file. */
function saidOf(bytes: Uint8Array): string {
  const path = join(folder, 'signed.pdf');
  writeFileSync(path, bytes);
  return spawnSync('pdfsig', ['-nocert', path], { encoding: 'utf8' }).stdout;
}

describe('a PDF signed by a certificate of the hospital', () => {
  it('is valid to a reader of PDFs, over the whole file, and one changed bit is seen', async () => {
    const signed = await signPdf(pdf, p12, 'open sesame', as);
    const said = saidOf(signed);
    expect(await signPdf(pdf, p12, 'open sesame', as)).toEqual(signed);
    expect(said).toContain('Signature is Valid');
    expect(said).toContain('Total document signed');
    expect(said).toContain('Example hospital');
    expect(said).toMatch(/Signing Time: Mar 02 2026/);
    const changed = Buffer.from(signed);
    changed[100] = (changed[100] ?? 0) ^ 1;
    expect(saidOf(changed)).not.toContain('Signature is Valid');
  }, 60_000);

  it('is none with another passphrase or a store that is none, which is said', async () => {
    await expect(signPdf(pdf, p12, 'guessed', as)).rejects.toThrow(/not signed: .*passphrase/);
    await expect(signPdf(pdf, new Uint8Array(8), '', as)).rejects.toThrow(/not signed: .*PKCS#12 file/);
  }, 60_000);
});
