import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** A drawn picture with its size in CSS pixels. */
export interface Drawn {
  readonly svg: string;
  readonly pngPath: string;
}

/** Renders pictures in the system's Chromium, twice as fine as the screen; `false`: there is none. */
export async function writePngs(pictures: readonly Drawn[]): Promise<boolean> {
  const executablePath = process.env.ISOTHERM_CHROMIUM ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) return false;
  const asRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({
    executablePath,
    args: [
      ...(asRoot ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
  try {
    const page = await browser.newPage({ deviceScaleFactor: 2 });
    for (const { svg, pngPath } of pictures) {
      await page.setContent(`<body style="margin:0">${svg}</body>`);
      await page.locator('svg').screenshot({ path: pngPath });
    }
  } finally {
    await browser.close();
  }
  return true;
}
