import type { WebContents } from 'electron';

/** What befell the view; the run goes on without it. */
export type ViewTrouble = { readonly kind: 'gone'; readonly reason: string } | { readonly kind: 'hung' };

/** Long enough not to spin when the page cannot live, short enough for a bedside. */
const reloadAfterMs = 500;

/**
 * Brings a crashed or hung view back: a hung one is ended first, which makes it a crashed one, and a crashed one
 * is loaded again. Main is told either way; a view that was closed is not brought back.
 */
export function watchView(
  contents: Pick<WebContents, 'on' | 'isDestroyed' | 'reload' | 'forcefullyCrashRenderer'>,
  after: (ms: number, run: () => void) => void,
  trouble: (what: ViewTrouble) => void,
): void {
  contents.on('unresponsive', () => {
    trouble({ kind: 'hung' });
    contents.forcefullyCrashRenderer();
  });
  contents.on('render-process-gone', (_gone, { reason }) => {
    if (reason === 'clean-exit') return;
    trouble({ kind: 'gone', reason });
    after(reloadAfterMs, () => {
      if (!contents.isDestroyed()) contents.reload();
    });
  });
}
