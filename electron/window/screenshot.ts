import type { WebContents } from 'electron';

/** What the view shows now, as a PNG file's bytes. */
export async function screenshot(contents: Pick<WebContents, 'capturePage'>): Promise<Uint8Array> {
  const image = await contents.capturePage();
  if (image.isEmpty())
    throw new Error('The screenshot is empty: the window has not painted yet, or is gone.');
  return image.toPNG();
}
