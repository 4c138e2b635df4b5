import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConsoleView, LinkState } from '../../../electron/contract/view.ts';
import { sample as sampleNamed } from '../sample-views.ts';
import { type Harness, type OpenPage, startHarness } from '../support/harness.ts';

let harness: Harness;
let open: OpenPage;
const setup = sampleNamed('machine-link-lost');
const inRun = sampleNamed('treatment-calm');
const problem =
  'There is no serial port /dev/ttyUSB0. Plug the rig in or name its port. This computer shows no serial port.';

const withLink = (view: ConsoleView, link: LinkState, said: string | null): ConsoleView => ({
  ...view,
  rig: { ...view.rig, link, problem: said },
});
const button = (action: string) => open.page.locator(`[data-action="${action}"]`);

beforeAll(async () => {
  harness = await startHarness();
  open = await harness.open({ ...setup, view: withLink(setup.view, 'lost', problem) }, { pushing: false });
}, 180_000);
afterAll(async () => harness?.close());

describe('where the rig is plugged in', () => {
  it('is asked while it is not heard, of the ports that the computer shows', async () => {
    await open.answer('ports', {
      ports: [
        { path: '/dev/ttyUSB1', about: 'usb:0403:6001:A1' },
        { path: '/dev/ttyS0', about: '' },
      ],
    });
    await button('find-ports').click();
    await open.page.locator('[data-port="/dev/ttyUSB1"]').waitFor();
    expect(await open.page.locator('.port-list').innerText()).toContain('usb:0403:6001:A1');
    await open.page.locator('[data-port="/dev/ttyUSB1"]').click();
    await expect.poll(() => open.asked('choosePort')).toEqual([{ path: '/dev/ttyUSB1' }]);
    await expect
      .poll(() => open.page.locator('.port-choice').innerText())
      .toContain('Looking for the rig on /dev/ttyUSB1');
  });

  it('is asked again with what stood in the way', async () => {
    const said = 'There is no serial port /dev/ttyS0 now. Choose one of the list.';
    await open.answer('choosePort', { ok: false, problem: said });
    await button('find-ports').click();
    await open.page.locator('[data-port="/dev/ttyS0"]').click();
    await expect.poll(() => open.page.locator('.port-choice').innerText()).toContain(said);
  });

  it('is not asked while it is heard', async () => {
    await open.push('view', withLink(setup.view, 'up', null));
    await expect.poll(() => button('find-ports').count()).toBe(0);
  });

  it('is asked in a run as well, among the figures', async () => {
    await open.push('view', withLink(inRun.view, 'lost', problem));
    await open.page.locator('[data-tab="figures"], button:has-text("Figures")').first().click();
    await button('find-ports').waitFor();
    expect(await open.page.locator('.figures-panel [role="alert"]').innerText()).toContain('/dev/ttyUSB0');
    expect(open.errors).toEqual([]);
  });
});
