import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { inRoot } from '../../build/root.ts';
import { bundleMain } from '../support/bundle-main.ts';
import { test } from '../support/console.ts';
import { startConsole } from '../support/console-process.ts';

const folder = inRoot('out/e2e-print');
const html = join(folder, 'document.html');
const pdf = join(folder, 'document.pdf');

/** Three pages, a script that must not run, a picture of assets/, and enough bytes to be no `data:` URL. */
const picture = readFileSync(inRoot('assets/icons/32x32.png')).toString('base64');
const document = `<!doctype html><meta charset="utf-8"><title>Three pages</title>
<style>@page { size: A4; @bottom-right { content: counter(page) " of " counter(pages) } } section { break-after: page }</style>
<script>document.write('THE SCRIPT RAN')</script>
<!--${'x'.repeat(4_000_000)}-->
<section><h1>First 第一页</h1><img alt="embedded" src="data:image/png;base64,${picture}"></section>
<section><h1>Second</h1><img alt="served" src="/assets/icons/32x32.png"></section>
<h1>Third 42.5 °C</h1>`;

test('HTML becomes a PDF with the right pages, without its scripts', async () => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(html, document);
  const bundle = await bundleMain(inRoot('test/e2e/print-main.ts'));
  const printing = await startConsole({ bundle, args: [`--html=${html}`, `--pdf=${pdf}`] });
  expect(await printing.exitCode, printing.lines.join('\n')).toBe(0);

  const about = execFileSync('pdfinfo', [pdf], { encoding: 'utf8' });
  expect(about).toMatch(/^Pages:\s+3$/m);
  expect(about).toMatch(/^Page size:\s+59[45](\.\d+)? x 84[12](\.\d+)? pts \(A4\)$/m);
  expect(about).toMatch(/^Title:\s+Three pages$/m);

  const text = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
  for (const words of ['First 第一页', 'Third 42.5 °C', '1 of 3', '3 of 3']) expect(text).toContain(words);
  expect(text).not.toContain('THE SCRIPT RAN');

  const pictures = execFileSync('pdfimages', ['-list', pdf], { encoding: 'utf8' });
  expect(pictures.split('\n').filter((line) => /\b32\s+32\b/.test(line)).length).toBeGreaterThanOrEqual(2);
});
