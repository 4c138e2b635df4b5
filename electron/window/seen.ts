import type { BrowserWindow } from 'electron';
import type { PaintWatch } from './paint-watch.ts';

type Watch = Pick<PaintWatch, 'windowHidden' | 'windowFocused'>;

/** Tells the watch what the desktop says of the window: hidden, minimised, with or without the keyboard. */
export function watchSeen(window: Pick<BrowserWindow, 'on'>, watch: Watch): void {
  window.on('hide', () => watch.windowHidden(true));
  window.on('minimize', () => watch.windowHidden(true));
  window.on('show', () => watch.windowHidden(false));
  window.on('restore', () => watch.windowHidden(false));
  window.on('focus', () => watch.windowFocused(true));
  window.on('blur', () => watch.windowFocused(false));
}

/** What became of the view, in words. */
export const paintingWords = {
  loading: 'The view is loading.',
  painting: 'The view paints again.',
  stopped: 'The view has stopped painting.',
  covered: "The console's window is covered, hidden or minimised: nobody sees it.",
  never: 'The view has not painted anything since it was opened.',
} as const;
