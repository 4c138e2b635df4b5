/** What a Chromium that Playwright starts for a test is told: as root no sandbox, a closed network, no page but ours. */
export const chromiumSwitches: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  // In place of Playwright's own list. The last two are an address bar that is never seen, a process with two pages.
  '--disable-features=PaintHolding,HttpsUpgrades,MediaRouter,OptimizationHints,WebUIOmniboxPopup,WebUIOmniboxAimPopup',
];
