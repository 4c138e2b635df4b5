import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build, type LibraryOptions } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/harness.ts';
import { amplitudeAt, decibels, type MeasuredPulse, pulsesIn, strongest } from './measure.ts';

/** What facts of the field allow (practice of IEC 60601-1-8 as restated in public manuals and guides). */
const allowed = {
  high: { pulses: 10, pulse: [0.075, 0.2], spacing: [0.05, 0.125], middle: [0.35, 1.3] },
  medium: { pulses: 3, pulse: [0.125, 0.25], spacing: [0.125, 0.25], middle: null },
  low: { pulses: 2, pulse: [0.125, 0.25], spacing: [0.125, 0.25], middle: null },
} as const;
const sampleRate = 48_000;

let browser: Browser;
let page: Page;

beforeAll(async () => {
  const code = await bundled();
  browser = await launchChromium();
  page = await browser.newPage();
  await page.addScriptTag({ content: code });
}, 120_000);
afterAll(async () => browser?.close());

async function bundled(): Promise<string> {
  const entry = resolve(import.meta.dirname, 'render-page.ts');
  const lib: LibraryOptions = { entry, formats: ['iife'], name: 'page' };
  const made = await build({ configFile: false, logLevel: 'error', build: { lib, write: false } });
  const [bundle] = Array.isArray(made) ? made : [];
  const chunk = bundle?.output[0];
  if (chunk === undefined) throw new Error('The sound was not bundled.');
  return chunk.code;
}

async function rendered(priority: keyof typeof allowed, volume = 1): Promise<Float32Array> {
  const base64 = await page.evaluate(([p, v]) => window.renderBurst(p, v), [priority, volume] as const);
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
  return new Float32Array(bytes.buffer);
}

const within = (value: number, [low, high]: readonly [number, number]): void => {
  expect(value).toBeGreaterThanOrEqual(low);
  expect(value).toBeLessThanOrEqual(high);
};
const gapsOf = (pulses: readonly MeasuredPulse[]): number[] =>
  pulses.slice(1).map(({ startSeconds }, at) => startSeconds - (pulses[at]?.endSeconds ?? 0));

describe.each(['high', 'medium', 'low'] as const)(
  'a burst of %s priority, rendered and measured',
  (priority) => {
    const rule = allowed[priority];

    it('has its pulses, their lengths and their spacing', async () => {
      const samples = await rendered(priority);
      const fundamental = strongest(samples.subarray(0, sampleRate / 4), sampleRate, 100, 1100);
      const pulses = pulsesIn(samples, sampleRate, fundamental);
      expect(pulses).toHaveLength(rule.pulses);
      for (const { startSeconds, endSeconds, riseSeconds } of pulses) {
        const seconds = endSeconds - startSeconds;
        within(seconds, rule.pulse);
        within(riseSeconds / seconds, [0.1, 0.2]);
      }
      const gaps = gapsOf(pulses);
      if (rule.middle === null) {
        for (const gap of gaps) within(gap, rule.spacing);
        return;
      }
      // 3+2, pause, 3+2: the gap within each five is twice the spacing and a pulse.
      const [x1, x2, wide, x3, middle, y1, y2, wider, y3] = gaps as [number, ...number[]];
      for (const gap of [x1, x2, x3, y1, y2, y3]) within(gap ?? 0, rule.spacing);
      within(middle ?? 0, rule.middle);
      for (const gap of [wide, wider]) expect(gap).toBeCloseTo(2 * x1 + 0.15, 1);
      expect((middle ?? 0) > (wide ?? 0)).toBe(true);
    });

    it('has a fundamental of 150–1000 Hz and four harmonics within 15 dB between 300 and 4000 Hz', async () => {
      const samples = await rendered(priority);
      const about = strongest(samples.subarray(0, sampleRate / 4), sampleRate, 100, 1100);
      const [first] = pulsesIn(samples, sampleRate, about);
      const tone = samples.subarray(
        Math.round(((first?.startSeconds ?? 0) + 0.03) * sampleRate),
        Math.round(((first?.endSeconds ?? 0) - 0.03) * sampleRate),
      );
      const fundamental = strongest(tone, sampleRate, 100, 1100);
      within(fundamental, [150, 1000]);
      const reference = amplitudeAt(tone, sampleRate, fundamental);
      const harmonics = [2, 3, 4, 5, 6, 7, 8]
        .map((order) => order * fundamental)
        .filter((hertz) => hertz >= 300 && hertz <= 4000)
        .filter((hertz) => Math.abs(decibels(amplitudeAt(tone, sampleRate, hertz), reference)) <= 15);
      expect(harmonics.length).toBeGreaterThanOrEqual(4);
      // Between the harmonics there is nothing.
      expect(decibels(amplitudeAt(tone, sampleRate, 1.5 * fundamental), reference)).toBeLessThan(-30);
    });

    it('stays below full scale, and above silence at the lowest volume', async () => {
      const most = (samples: Float32Array) => samples.reduce((top, one) => Math.max(top, Math.abs(one)), 0);
      expect(most(await rendered(priority, 1))).toBeLessThanOrEqual(1);
      expect(most(await rendered(priority, 0))).toBeGreaterThan(0.2);
    });
  },
);

describe('the three priorities', () => {
  it('sound different: each has a fundamental of its own, the more urgent the higher', async () => {
    const tones: number[] = [];
    for (const priority of ['low', 'medium', 'high'] as const) {
      tones.push(strongest((await rendered(priority)).subarray(0, sampleRate / 4), sampleRate, 100, 1100));
    }
    expect(tones).toEqual(tones.toSorted((a, b) => a - b));
    expect(new Set(tones).size).toBe(3);
  });
});

describe('the self-test of the audio', () => {
  it('says missing without an audio output, and one of its three answers with what this machine has', async () => {
    expect(await page.evaluate(() => window.audioState(false))).toBe('missing');
    const state = await page.evaluate(() => window.audioState(true));
    expect(['working', 'suspended', 'missing']).toContain(state);
  });
});
