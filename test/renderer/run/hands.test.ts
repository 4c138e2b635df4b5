import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ConsoleView, RunView } from '../../../electron/contract/view.ts';
import type { AlarmCode } from '../../../electron/domain/alarm.ts';
import { Finger } from '../../support/finger.ts';
import { hold, press } from '../../support/press.ts';
import { scan } from '../../support/scanner.ts';
import { sample } from '../sample-views.ts';
import { type Harness, type OpenPage, startHarness } from '../support/harness.ts';
import { alarm } from '../support/sample-run.ts';

let harness: Harness;
let open: OpenPage;
let finger: Finger;

beforeAll(async () => {
  harness = await startHarness();
}, 120_000);
afterAll(() => harness.close());
afterEach(() => open.close());

const show = async (name: string) => {
  open = await harness.open(sample(name));
  finger = await Finger.of(open.page);
  return open.page;
};
const actions = async () => (await open.asked('act')).map(({ action }) => action.type);
const button = (action: string) => open.page.locator(`button[data-action="${action}"]`);
const pause = (ms: number) => open.page.waitForTimeout(ms);

const touched = [
  ['heat-off', 'F1'],
  ['pause-flow', 'F2'],
  ['stop-run', 'F3'],
] as const;

describe('a finger that slips', () => {
  describe.each([16, 40])('by %i px', (px) => {
    it.each(touched)('does not lose %s, nor press it twice', async (action) => {
      await show('treatment-calm');
      await finger.down(button(action));
      await finger.slip(px, 0);
      await finger.up();
      await pause(300);
      expect(await actions()).toEqual([action]);
    });

    it.each([
      [px, 0],
      [0, -px],
    ])('does not call off DRAIN NOW (%i, %i)', async (x, y) => {
      await show('treatment-calm');
      await finger.down(button('drain-now'));
      await finger.slip(x, y);
      await pause(1800);
      await finger.up();
      expect(await actions()).toEqual(['drain-now']);
    });

    it('does not call off what is started', async () => {
      await show('prime');
      await pause(700);
      await finger.down(button('advance'));
      await finger.slip(0, -px);
      await pause(1300);
      await finger.up();
      expect(await actions()).toEqual(['advance']);
    });
  });

  it('and goes far away calls off what was held', async () => {
    await show('treatment-calm');
    await finger.down(button('drain-now'));
    await finger.slip(0, -160);
    await pause(1800);
    await finger.up();
    expect(await actions()).toEqual([]);
  });
});

describe('keys of their own', () => {
  it.each(touched)('%s has %s: on keydown, once however long it is held', async (action, key) => {
    const page = await show('treatment-calm');
    await page.keyboard.down(key);
    expect(await actions()).toEqual([action]);
    for (let n = 0; n < 20; n += 1) await page.keyboard.down(key);
    await page.keyboard.up(key);
    expect(await actions()).toEqual([action]);
  });

  it('DRAIN NOW has F4, held as its button is, once', async () => {
    const page = await show('treatment-calm');
    const early = await page.evaluate(async () => {
      const key = (type: string) => dispatchEvent(new KeyboardEvent(type, { code: 'F4', key: 'F4' }));
      key('keydown');
      await new Promise((later) => setTimeout(later, 700));
      const stands = document.querySelector<HTMLElement>('[data-action="drain-now"]')?.dataset.hold;
      key('keyup');
      return stands;
    });
    expect(early).toBe('holding');
    await pause(1200);
    expect(await actions()).toEqual([]);
    await page.keyboard.down('F4');
    for (let n = 0; n < 40; n += 1) {
      await page.keyboard.down('F4');
      await pause(60);
    }
    await page.keyboard.up('F4');
    expect(await actions()).toEqual(['drain-now']);
  });

  it('work from a text field, over a dialogue', async () => {
    const page = await show('treatment-calm');
    await button('record-note').click();
    await page.getByRole('textbox', { name: 'Note' }).fill('Table tilted');
    for (const key of ['F1', 'F2', 'F3', 'F4']) await page.keyboard.down(key);
    await pause(1800);
    expect(await actions()).toEqual(['heat-off', 'pause-flow', 'stop-run', 'drain-now']);
    expect(await page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('Table tilted');
  });

  it('stand on their buttons, for eyes and readers', async () => {
    await show('treatment-high-alarm');
    for (const [action, key] of [
      ...touched,
      ['drain-now', 'F4'],
      ['acknowledge', 'F12'],
      ['pause-audio', 'F9'],
    ]) {
      expect(
        await button(action as string)
          .locator('.button-key')
          .textContent(),
      ).toBe(key);
      expect(await button(action as string).getAttribute('aria-keyshortcuts')).toBe(key);
    }
  });

  it('acknowledge the alarm in front, and pause what sounds', async () => {
    const page = await show('treatment-high-alarm');
    await page.keyboard.press('F12');
    await page.keyboard.press('F9');
    expect(await actions()).toEqual(['acknowledge', 'pause-audio']);
  });

  it('leave to the window what belongs to the window', async () => {
    const page = await show('treatment-calm');
    await page.keyboard.press('Alt+F3');
    await page.keyboard.press('Control+F1');
    expect(await actions()).toEqual([]);
  });

  it('press once under the cover of a silent core', async () => {
    open = await harness.open(sample('treatment-calm'), { pulsing: false, pushing: false });
    await open.page.locator('.core-cover').waitFor({ timeout: 15_000 });
    await open.page.keyboard.press('F3');
    expect(await actions()).toEqual(['stop-run']);
  });
});

describe('a button that is to be held', () => {
  /** Touched for `ms` by the clock of the page: no busy computer makes a short touch a long one. */
  const touch = (ms: number, then: ConsoleView | null = null) =>
    open.page.evaluate(
      async ([ms, then]) => {
        const one = document.querySelector<HTMLElement>('.primary-action');
        const { left = 0, top = 0 } = one?.getBoundingClientRect() ?? {};
        const at = { bubbles: true, button: 0, pointerId: 7, clientX: left + 20, clientY: top + 20 };
        const pause = (ms: number) => new Promise((later) => setTimeout(later, ms));
        one?.dispatchEvent(new PointerEvent('pointerdown', at));
        await pause(ms);
        const seen = [one?.dataset.hold, one?.textContent];
        if (then !== null) window.fakeMain.push('view', then);
        if (then !== null) await pause(1800);
        document.body.dispatchEvent(new PointerEvent('pointerup', at));
        await pause(1300);
        return seen;
      },
      [ms, then] as const,
    );

  it('says so, and shows how long still', async () => {
    await show('prime');
    expect(await button('advance').textContent()).toContain('hold: ');
    await pause(700);
    const [stands, words] = await touch(300);
    expect(stands).toBe('holding');
    expect(words).toContain('keep holding');
    expect(await actions()).toEqual([]);
  });

  it.each(['Enter', ' '])('is held by the key "%s" as well, once', async (key) => {
    const page = await show('prime');
    await pause(700);
    await button('advance').focus();
    await page.keyboard.press(key);
    await pause(1200);
    expect(await actions()).toEqual([]);
    await page.keyboard.down(key);
    for (let n = 0; n < 20; n += 1) {
      await page.keyboard.down(key);
      await pause(60);
    }
    await page.keyboard.up(key);
    expect(await actions()).toEqual(['advance']);
  });

  it('is let go when another action comes to its spot', async () => {
    await show('heat-held');
    await pause(700);
    const { view } = sample('heat-held');
    const { primary } = view.run as RunView;
    const other = { ...primary, action: 'circulate-unheated' as const };
    await touch(300, { ...view, run: { ...view.run, primary: other } as RunView });
    expect(await button('circulate-unheated').count()).toBe(1);
    expect(await actions()).toEqual([]);
  });
});

describe('an unacknowledged high alarm', () => {
  const over = (name: string, code: AlarmCode, acknowledgedMs: number | null): ConsoleView => {
    const { view } = sample(name);
    const run = view.run as RunView;
    const raised = alarm({ id: `${code}#1`, code, priority: 'high', acknowledgedMs });
    return { ...view, run: { ...run, alarms: [raised] } };
  };

  it('of its own cause is acknowledged before anything is started', async () => {
    await show('heat-held');
    await open.push('view', over('heat-held', 'cavity-temperature-high', null));
    const resume = button('resume-heat');
    await expect.poll(() => resume.textContent()).toContain('acknowledge first: Cavity temperature high');
    await pause(700);
    expect(await resume.getAttribute('aria-disabled')).toBe('true');
    await hold(resume, 1300);
    expect(await actions()).toEqual([]);
    await open.push('view', over('heat-held', 'cavity-temperature-high', 1));
    await press(resume);
    expect(await actions()).toEqual(['resume-heat']);
  });

  it('stands against no drain and no end', async () => {
    await show('treatment-calm');
    await open.push('view', over('treatment-calm', 'cavity-volume-over-largest', null));
    await hold(button('drain-now'), 1800);
    expect(await actions()).toEqual(['drain-now']);
  });
});

describe('a scanner', () => {
  it.each(['self-test', 'prime', 'heat-held', 'stopped', 'may-start', 'treatment-calm'])(
    'presses nothing on %s, whichever button was touched last or has the focus',
    async (name) => {
      await show(name);
      await pause(700);
      const primary = open.page.locator('button.primary-action');
      const buttons = [...(await primary.all()), button('stop-run'), button('heat-off')];
      for (const one of buttons) {
        await one.focus();
        await scan(open.page);
      }
      await pause(1300);
      expect(await actions()).toEqual([]);
      await finger.tap(button('stop-run'));
      await scan(open.page);
      await pause(100);
      expect(await actions()).toEqual(['stop-run']);
      expect(await open.page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
      expect(await open.page.locator('.dialogue').count()).toBe(0);
    },
  );
});
