import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { advisesLowerTarget, en, zh } from '../../../electron/contract/text.ts';
import type { ConsoleView } from '../../../electron/contract/view.ts';
import type { OperatorAction } from '../../../electron/domain/action.ts';
import type { Alarm } from '../../../electron/domain/alarm.ts';
import { measureFlash, opacitySampled } from '../../support/flashing.ts';
import { sample } from '../sample-views.ts';
import { everyAlarm } from '../support/every-alarm.ts';
import { type Harness, type OpenPage, startHarness } from '../support/harness.ts';
import { layoutFaults } from '../support/layout-faults.ts';
import { alarm, calmSeconds } from '../support/sample-run.ts';

let harness: Harness;
let open: OpenPage;
const gallery = resolve(import.meta.dirname, '../../../out/gallery');

beforeAll(async () => {
  mkdirSync(gallery, { recursive: true });
  harness = await startHarness();
  open = await harness.open(sample('treatment-calm'));
}, 120_000);
afterAll(() => harness.close());

/** The open page shows the sample, as if nothing had been asked of main yet. */
const show = async (name: string) => {
  await open.page.evaluate(() => window.fakeMain.asked.splice(0));
  await open.push('view', sample('treatment-calm').view);
  await open.page.waitForSelector('.advice');
  await open.page.getByRole('tab', { name: 'Trend' }).click();
  await open.push('view', sample(name).view);
  return open.page;
};
const withAlarms = (name: string, alarms: readonly Alarm[]): ConsoleView => {
  const { view } = sample(name);
  if (view.run === null) throw new Error(`sample "${name}" has no run`);
  return { ...view, run: { ...view.run, alarms } };
};
const actions = async (): Promise<OperatorAction[]> => (await open.asked('act')).map(({ action }) => action);
const button = (action: string) => open.page.locator(`button[data-action="${action}"]`);
const front = () => open.page.locator('.alarm-banner').getAttribute('data-alarm');
const beside = () => open.page.locator('.alarm-others').getAttribute('data-alarm');
const picture = async (name: string) => {
  if (process.env.GALLERY !== undefined)
    await open.page.screenshot({ path: join(gallery, `panel-${name}.png`) });
  expect(await open.page.evaluate(layoutFaults)).toEqual([]);
};

describe('the banner', () => {
  it('shows the most urgent alarm, beside it how many more there are', async () => {
    const page = await show('treatment-three-alarms');
    const banner = page.locator('.alarm-banner');
    expect(await banner.getAttribute('data-priority')).toBe('medium');
    expect(await banner.textContent()).toContain('T4 lower cavity: no usable value');
    expect(await banner.locator('.alarm-others').textContent()).toContain('2 of 3');
  });

  it('keeps the first in front while the others take turns beside it', async () => {
    const page = await show('three-faults');
    expect([await front(), await beside()]).toEqual([
      'cavity-temperature-high:T3#3',
      'interlock-air-in-line#4',
    ]);
    await page.waitForSelector('.alarm-others[data-alarm="flow-deviation-large#1"]');
    expect(await front()).toBe('cavity-temperature-high:T3#3');
  });

  it('says the value as it is now, and at which it began', async () => {
    const page = await show('three-faults');
    expect(await page.locator('.alarm-title').textContent()).toBe('T3 upper cavity 43.61 °C, limit 43.50');
    expect(await page.locator('.alarm-did').textContent()).toBe('began at 43.52 °C Heater switched off.');
    expect(await page.locator('.alarm-steps li').count()).toBe(3);
  });

  it('says of one that is over and latched since when it is over', async () => {
    const page = await show('three-faults-latched-first');
    expect(await page.locator('.alarm-banner > .alarm-words .alarm-over').textContent()).toBe(
      'over since 46:59',
    );
    expect(await button('acknowledge').count()).toBe(1);
  });

  it('acknowledges the alarm that is read there, no other', async () => {
    await show('treatment-three-alarms');
    await button('acknowledge').click();
    expect(await actions()).toEqual([{ type: 'acknowledge', alarmIds: ['probe-fault#1'] }]);
  });

  const arrival = async (name: string) => {
    await open.page.evaluate(async (view) => {
      window.fakeMain.push('view', view);
      await new Promise((drawn) => setTimeout(drawn));
      document.querySelector<HTMLElement>('[data-action="acknowledge"]')?.click();
    }, sample(name).view);
    return actions();
  };

  it('takes no press that was meant for the alarm before', async () => {
    await show('treatment-low-acknowledged');
    expect(await arrival('three-faults')).toEqual([]);
    await open.page.waitForTimeout(700);
    await button('acknowledge').click();
    expect(await actions()).toEqual([{ type: 'acknowledge', alarmIds: ['cavity-temperature-high:T3#3'] }]);
  });

  it('takes a press at once where no alarm was before', async () => {
    await show('treatment-calm');
    expect(await arrival('three-faults')).toEqual([
      { type: 'acknowledge', alarmIds: ['cavity-temperature-high:T3#3'] },
    ]);
  });

  it('pauses what sounds, and a pause counts down there', async () => {
    const page = await show('treatment-high-alarm');
    await button('pause-audio').click();
    expect(await actions()).toEqual([{ type: 'pause-audio' }]);
    await open.push('view', sample('treatment-three-alarms').view);
    await page.waitForSelector('[data-action="resume-audio"]');
    expect(await button('resume-audio').textContent()).toBe('F9AUDIO PAUSED1:23');
  });

  it('of an acknowledged alarm stays, without flashing and without asking again', async () => {
    const page = await show('treatment-low-acknowledged');
    expect(await page.locator('.alarm-banner').textContent()).toContain('ACKNOWLEDGEDA. Perfusionist');
    expect(await button('acknowledge').count()).toBe(0);
  });
});

describe('what is acknowledged and lasts', () => {
  const nowMs = calmSeconds * 1000;
  const told = (of: Partial<Alarm>) =>
    alarm({ code: 'probe-fault', subject: 'T4', priority: 'medium', acknowledgedMs: nowMs - 60_000, ...of });
  const push = async (alarms: readonly Alarm[]) => {
    await show('treatment-addition-ahead');
    await open.push('view', withAlarms('treatment-addition-ahead', alarms));
  };
  const chips = () =>
    open.page
      .locator('.alarm-chip')
      .evaluateAll((all) => all.map((chip) => (chip as HTMLElement).dataset.alarm ?? chip.textContent));

  it('is a mark with its short name beside what goes on and the next drug', async () => {
    await push([told({})]);
    await open.page.waitForSelector('.alarm-chip');
    expect(await open.page.locator('.alarm-banner').count()).toBe(0);
    expect(await open.page.locator('.alarm-chip').textContent()).toContain('Probe without a usable value');
    expect(await open.page.locator('.alarm-chip .priority-mark').getAttribute('data-priority')).toBe(
      'medium',
    );
    expect(await open.page.locator('.advice-next').textContent()).toMatch(/^Next: drug 2 of 3/);
  });

  it('stays whole for ten seconds after it was acknowledged, on the clock of the wall', async () => {
    await push([told({ acknowledgedMs: nowMs - 9_900 })]);
    await open.page.waitForSelector('.alarm-banner');
    await push([told({ acknowledgedMs: nowMs - 10_100 })]);
    await open.page.waitForSelector('.alarm-chip');
    const { view } = sample('treatment-addition-ahead');
    if (view.run === null) throw new Error('no run');
    const alarms = [told({ acknowledgedMs: nowMs - 10_100 })];
    await open.push('view', { ...view, run: { ...view.run, timeScale: 10, alarms } });
    await open.page.waitForSelector('.alarm-banner');
  });

  it('opens again when it is touched, and shrinks again by itself', async () => {
    await push([told({})]);
    await open.page.locator('.alarm-chip').click();
    expect(await front()).toBe('probe-fault#1');
    expect(await open.page.locator('.alarm-steps li').count()).toBe(2);
    await open.page.waitForSelector('.alarm-chip', { timeout: 25_000 });
  }, 40_000);

  it('comes back whole with a new alarm, and when it has become more urgent', async () => {
    await push([told({})]);
    await open.page.waitForSelector('.alarm-chip');
    await push([told({}), alarm({ id: 'new', code: 'flow-deviation', priority: 'low' })]);
    expect([await front(), await beside()]).toEqual(['probe-fault#1', 'new']);
    await push([told({})]);
    await open.page.waitForSelector('.alarm-chip');
    await push([told({ priority: 'high', escalatedMs: nowMs, acknowledgedMs: null })]);
    expect(await front()).toBe('probe-fault#1');
    expect(await button('acknowledge').count()).toBe(1);
  });

  it('never shrinks while anything is not acknowledged, on or over', async () => {
    for (const over of [null, nowMs - 70_000]) {
      await push([
        told({ priority: 'high' }),
        alarm({
          id: 'open',
          code: 'flow-deviation',
          priority: 'high',
          clearedMs: over,
          raisedMs: nowMs - 90_000,
        }),
      ]);
      expect(await front()).toBe('open');
      expect(await chips()).toEqual([]);
    }
  });

  it('of several, two are named and the others counted', async () => {
    const codes = ['core-temperature-high-limit', 'probe-fault', 'flow-deviation', 'inflow-high'] as const;
    await push(codes.map((code, index) => told({ id: code, code, raisedMs: nowMs - 90_000 - index })));
    await open.page.waitForSelector('.alarm-chip');
    expect(await chips()).toEqual([codes[0], codes[1], '+2']);
    await open.page.locator('.alarm-chips-more').click();
    expect(await open.page.locator('.alarm-row').count()).toBe(4);
  });

  it('leaves a paused audio to be resumed', async () => {
    await show('treatment-several-acknowledged-last');
    await button('resume-audio').click();
    expect(await actions()).toEqual([{ type: 'resume-audio' }]);
  });
});

describe('a step that advises a lower target', () => {
  it.each([[en], [zh]])('is found by its words in either language', (words) => {
    const advising = everyAlarm
      .filter(({ code }) =>
        words.alarm[code].steps.some((step) => /(lower|降低)[^,，]*(target|目标)/.test(step)),
      )
      .map(({ code }) => code);
    expect(new Set(advising)).toEqual(advisesLowerTarget);
  });

  it('offers the dialogue of the target, from the banner and from the list', async () => {
    const page = await show('treatment-core-hot');
    await page.locator('.alarm-offer').click();
    expect(await page.locator('.dialogue h2').first().textContent()).toContain('target');
    await button('cancel').click();
    await show('treatment-core-hot');
    await page.getByRole('tab', { name: /^Alarms/ }).click();
    await page.locator('.alarm-row [data-action="change-target"]').click();
    expect(await page.locator('.dialogue').count()).toBe(1);
    expect(await actions()).toEqual([]);
    await button('cancel').click();
  });

  it('offers nothing while the target may not be changed, nor for another alarm', async () => {
    const page = await show('treatment-core-hot');
    const { view } = sample('treatment-core-hot');
    if (view.run === null) throw new Error('no run');
    const { plan } = view.run;
    const run = { ...view.run, plan: { ...plan, target: { ...plan.target, mayChange: false } } };
    await open.push('view', { ...view, run });
    await page.waitForSelector('.alarm-offer', { state: 'detached' });
    await show('treatment-high-alarm');
    expect(await page.locator('.alarm-offer').count()).toBe(0);
  });
});

describe('the list', () => {
  it('tells apart what is on, what is over and waits, and what is over', async () => {
    const page = await show('three-faults');
    await page.locator('.alarm-others').click();
    const sections = await page
      .locator('.alarm-list > section')
      .evaluateAll((all) =>
        all.map((section) => [
          section.querySelector('h2')?.textContent,
          [...section.querySelectorAll<HTMLElement>('.alarm-row')].map((row) => row.dataset.alarm),
        ]),
      );
    expect(sections).toEqual([
      ['On', ['cavity-temperature-high:T3#3', 'flow-deviation-large#1']],
      ['Over, waiting for acknowledgement', ['interlock-air-in-line#4']],
      ['Over', ['probe-fault:T4#5']],
    ]);
    await picture('alarms');
  });

  it('sets what an alarm brings with it in under that one, without a mark of its own', async () => {
    const page = await show('three-faults');
    await page.locator('.alarm-others').click();
    const effects = page.locator('[data-alarm="flow-deviation-large#1"] .alarm-effects');
    expect(await effects.textContent()).toContain('Flow 1\u202f143 mL/min, limit 1\u202f350');
    expect(await effects.locator('.priority-mark').count()).toBe(0);
    expect(await page.getByRole('tab', { name: /^Alarms/ }).textContent()).toBe('Alarms 3');
  });

  it('acknowledges those not yet acknowledged, and not what stands under another', async () => {
    const page = await show('three-faults');
    await page.locator('.alarm-others').click();
    await button('acknowledge-all').click();
    expect(await actions()).toEqual([
      { type: 'acknowledge', alarmIds: ['cavity-temperature-high:T3#3', 'interlock-air-in-line#4'] },
    ]);
  });
});

describe('every alarm there is', () => {
  it.each(
    (['en', 'zh'] as const).flatMap((language) =>
      [
        { width: 1024, height: 768, language },
        { width: 1280, height: 800, language },
        { width: 1920, height: 1080, language },
      ].map((size) => size),
    ),
  )(
    'fits the banner beside another and a sound, one step a line, at $width × $height in $language',
    async (size) => {
      const open = await harness.open(sample('three-faults'), { ...size, pushing: false });
      // The chart is drawn anew with each view; the list costs little.
      await open.page.locator('[data-view="alarms"]').click();
      const rest = alarm({ id: 'other', code: 'screen-not-updating', priority: 'low' });
      const views = everyAlarm.map((one) => withAlarms('three-faults', [{ ...one, priority: 'high' }, rest]));
      const cut = await open.page.evaluate(wordsCut, views);
      await open.close();
      expect(cut).toEqual([]);
    },
    60_000,
  );
});

/** The alarms whose words stick out of the banner. Runs in the page. */
async function wordsCut(views: readonly ConsoleView[]): Promise<string[]> {
  const cut: string[] = [];
  for (const view of views) {
    window.fakeMain.push('view', view);
    await new Promise((drawn) => setTimeout(drawn));
    const outer = document.querySelector('.alarm-banner')?.getBoundingClientRect();
    const words = document.querySelector('.alarm-words');
    const inner = words?.getBoundingClientRect();
    if (outer === undefined || inner === undefined || words === null) return ['no banner'];
    const code = view.run?.alarms[0]?.code ?? '';
    const high = inner.top < outer.top + 3 || inner.bottom > outer.bottom - 3;
    if (high || words.scrollWidth > words.clientWidth + 1)
      cut.push(`${code}: ${Math.round(inner.height)} of ${Math.round(outer.height)} px high`);
    for (const step of words.querySelectorAll('.alarm-steps li')) {
      const range = document.createRange();
      range.selectNodeContents(step);
      const { right } = range.getBoundingClientRect();
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
      if (lines !== 1 || right > inner.right + 1) cut.push(`${code}: ${step.textContent}`);
    }
  }
  return cut;
}

describe('how it flashes', () => {
  const of = (priority: Alarm['priority']) => `.priority-mark[data-priority="${priority}"] .mark-lit`;
  const measured = (selector: string, ms: number) =>
    measureFlash(() => open.page.evaluate(opacitySampled(selector, ms)));

  it('high 1.4–2.8 Hz, medium 0.4–0.8 Hz, 20–60 % of the time lit', async () => {
    await show('treatment-calm');
    const high = alarm({ code: 'link-lost', priority: 'high' });
    const medium = alarm({ code: 'inflow-high', priority: 'medium' });
    await open.push('view', withAlarms('treatment-calm', [high, medium]));
    const [fast, slow] = await Promise.all([measured(of('high'), 2500), measured(of('medium'), 5000)]);
    expect(fast.hertz).toBeGreaterThanOrEqual(1.4);
    expect(fast.hertz).toBeLessThanOrEqual(2.8);
    expect(slow.hertz).toBeGreaterThanOrEqual(0.4);
    expect(slow.hertz).toBeLessThanOrEqual(0.8);
    for (const { onShare } of [fast, slow]) {
      expect(onShare).toBeGreaterThanOrEqual(0.2);
      expect(onShare).toBeLessThanOrEqual(0.6);
    }
  }, 60_000);

  it('just the same for those who asked for less motion', async () => {
    const page = await show('treatment-high-alarm');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect((await measured(of('high'), 2000)).hertz).toBeGreaterThanOrEqual(1.4);
    await page.emulateMedia({ reducedMotion: null });
  });

  it('low is lit all the time, and so is what is acknowledged', async () => {
    await show('treatment-calm');
    for (const one of [
      alarm({ code: 'flow-deviation', priority: 'low' }),
      alarm({ code: 'link-lost', priority: 'high', acknowledgedMs: 1 }),
    ]) {
      await open.push('view', withAlarms('treatment-calm', [one]));
      await open.page.waitForSelector(`[data-alarm="${one.id}"]`);
      expect(await measured('.mark-lit', 900)).toEqual({ hertz: 0, onShare: 1 });
    }
  });
});
