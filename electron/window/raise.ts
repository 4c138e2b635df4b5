import type { BrowserWindow } from 'electron';

type Raised = Pick<BrowserWindow, 'isDestroyed' | 'isMinimized' | 'restore' | 'show' | 'moveTop' | 'focus'>;

/** Brings the window back from wherever it is, above all others: to focus one that is minimised shows nothing (FB-25). */
export function raise(window: Raised): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.moveTop();
  window.focus();
}
