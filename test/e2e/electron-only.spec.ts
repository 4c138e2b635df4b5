/** What only the real runtime can prove: its stand-in shares the page's world and has no sandbox of its own. */
import { _electron, expect, test } from '@playwright/test';
import { fetchProblem, findElectron } from '../../build/setup/electron-runtime.ts';
import { planStart } from '../support/console-process.ts';

const isHere = findElectron() !== null;
const asRoot = process.getuid?.() === 0;
const why = fetchProblem() ?? 'it was not fetched';

test.describe(
  isHere ? 'on Electron' : `on Electron, not run here because its runtime is not installed (${why})`,
  () => {
    test.skip(!isHere);

    test('the view is sandboxed and isolated, and its preload is out of reach of the page', async () => {
      const plan = await planStart({});
      const app = await _electron.launch({
        executablePath: plan.host.executable,
        args: [...plan.args],
        chromiumSandbox: !asRoot,
      });
      const page = await app.firstWindow();
      expect(await app.evaluate((electron) => electron.app.commandLine.hasSwitch('no-sandbox'))).toBe(asRoot);
      // A page that replaces what a preload is built of must not reach into it.
      await page.evaluate(`Array.prototype.includes = () => true`);
      await expect(page.evaluate(`window.isotherm.invoke('warp', null)`)).rejects.toThrow(
        'no request "warp"',
      );
      await app.close();
      await plan.removeData();
    });
  },
);
