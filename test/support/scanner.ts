import type { Page } from 'playwright-core';

const keyOf = (character: string) => ({
  key: character,
  code: `Digit${character}`,
  windowsVirtualKeyCode: character.charCodeAt(0),
  text: character,
});
const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' };

/** A scanner at its keyboard plug: the digits of a code and Enter, as fast as they can be sent. */
export async function scan(page: Page, digits = '4006381333931'): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const strokes = [...[...digits].map(keyOf), enter];
  await Promise.all(
    strokes.flatMap((stroke) => [
      session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...stroke }),
      session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...stroke }),
    ]),
  );
  await session.detach();
}
