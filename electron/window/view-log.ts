import type { WebContents } from 'electron';

/** Brings what goes wrong inside the view (errors, refusals of the policy) to where main's own lines go. */
export function logViewErrors(contents: Pick<WebContents, 'on'>, say: (line: string) => void): void {
  contents.on('console-message', ({ level, message, sourceId, lineNumber }) => {
    if (level === 'error') say(`view error: ${message} (${sourceId}:${lineNumber})`);
  });
  contents.on('preload-error', (_event, preload, error) => {
    say(`preload error: ${error.message} (${preload}); the view has no door to main`);
  });
}
