import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RunView } from '../../../electron/contract/view.ts';
import { press } from '../../support/press.ts';
import { sample } from '../sample-views.ts';
import { type Harness, type OpenPage, startHarness } from '../support/harness.ts';

let harness: Harness;
let open: OpenPage;

beforeAll(async () => {
  harness = await startHarness();
}, 120_000);
afterAll(() => harness.close());
afterEach(() => open.close());

const stoppedSample = sample('stopped');
const run = stoppedSample.view.run as RunView;
const primary = run.primary as NonNullable<RunView['primary']>;

const showing = (change: Partial<typeof primary>) => ({
  ...stoppedSample.view,
  run: { ...run, primary: { ...primary, blocked: null, ...change } },
});
const tap = () => open.page.locator('.primary-action').dispatchEvent('click');
const actions = async () => (await open.asked('act')).map(({ action }) => action.type);

/** Another action comes to the spot, and a tap falls on it as soon as it is drawn. */
const tapOnArrival = (change: Partial<typeof primary>, title: string) =>
  open.page.evaluate(
    async ([view, awaited]) => {
      const spot = () => document.querySelector<HTMLElement>('.primary-action');
      window.fakeMain.push('view', view);
      while (!spot()?.textContent?.includes(awaited)) await new Promise(requestAnimationFrame);
      spot()?.click();
    },
    [showing(change), title] as const,
  );

describe('the spot of the primary action', () => {
  it('takes command and clears an interlock at any moment, and starts nothing by taps', async () => {
    open = await harness.open(stoppedSample, { pushing: false });
    await tapOnArrival({ action: 'take-command', carries: 'stop' }, 'Take command: STOP');
    await tapOnArrival({ action: 'clear-interlocks', bits: 1 }, 'Clear interlock');
    const taken = ['take-command', 'clear-interlocks'];
    expect(await actions()).toEqual(taken);
    await tapOnArrival({ action: 'circulate-unheated' }, 'Circulate unheated');
    await tapOnArrival({ action: 'resume-heat' }, 'Resume heat');
    await open.page.waitForTimeout(700);
    await tap();
    expect(await actions()).toEqual(taken);
    await press(open.page.locator('.primary-action'));
    expect(await actions()).toEqual([...taken, 'resume-heat']);
  });

  it('asks nothing that has just come there by a tap meant for what was there before', async () => {
    open = await harness.open(stoppedSample, { pushing: false });
    await tapOnArrival({ action: 'start-treatment', from: 'heat-up' }, 'Start treatment');
    await open.page.waitForTimeout(100);
    expect(await open.page.locator('.dialogue').count()).toBe(0);
    await open.page.waitForTimeout(600);
    await tap();
    await open.page.locator('.dialogue').waitFor();
  });
});

describe('what a press has become', () => {
  const said = (action: string) => open.page.locator(`button[data-action="${action}"]`).innerText();
  const held = { heatHeld: 'stop-run', flowHeld: 'stop-run', stopped: true } as const;

  it.each([
    ['held', 'not confirmed yet', 'STOP RUN: not confirmed'],
    ['in-force', 'stopped', 'FLOW HELD: STOP RUN'],
    ['not-sent', 'NOT SENT', 'STOP RUN NOT SENT'],
  ] as const)('says STOP RUN is %s by what the machine shows', async (stands, caption, title) => {
    open = await harness.open(stoppedSample, { pushing: false });
    await open.push('view', {
      ...stoppedSample.view,
      run: { ...run, ...held, holds: { heat: stands, flow: stands } },
    });
    await open.page.getByText(title).first().waitFor();
    expect(await said('stop-run')).toContain(caption);
    if (stands !== 'in-force') expect(await said('stop-run')).not.toContain('stopped');
  });
});
