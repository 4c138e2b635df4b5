import type { App, BrowserWindow, MessageBoxOptions, MessageBoxReturnValue } from 'electron';
import type { Language } from '../domain/text/language.ts';
import { type InTheWay, leavingWords } from './leaving-words.ts';

export interface LeavingOptions {
  /** What a person should be asked about before leaving; `null`: nothing. */
  readonly inTheWay: () => InTheWay | null;
  readonly language: () => Language;
  readonly ask: (box: MessageBoxOptions) => Promise<Pick<MessageBoxReturnValue, 'response'>>;
  readonly quit: (cause: string) => void;
  /** It is ending already. */
  readonly isEnding: () => boolean;
  readonly say: (line: string) => void;
}

const stay = 0;
const leave = 1;

/**
 * A person closes the window or quits: with fluid in the cavity, or in a run, only after a question whose safe answer
 * is the default. The engine ticks on meanwhile, and the question does not lie on the interventions: it has no
 * parent window, so that they can still be pressed.
 */
export function createLeaving(options: LeavingOptions): { byPerson(): void } {
  const { inTheWay, language, ask, quit, isEnding, say } = options;
  let asking = false;
  const question = async (why: InTheWay): Promise<void> => {
    asking = true;
    const words = leavingWords[language()][why];
    try {
      const { response } = await ask({
        type: 'warning',
        title: 'Isotherm',
        message: words.message,
        detail: words.detail,
        buttons: [words.stay, words.leave],
        defaultId: stay,
        cancelId: stay,
        noLink: true,
      });
      if (response === leave)
        quit(`by a person, asked first: ${why === 'fluid' ? 'fluid in' : 'a run open'}`);
      else say('A person was asked and stays.');
    } catch (error) {
      say(
        `The question before leaving could not be asked: ${error instanceof Error ? error.message : error}.`,
      );
    } finally {
      asking = false;
    }
  };
  return {
    byPerson() {
      if (isEnding() || asking) return;
      const why = inTheWay();
      if (why === null) quit('by a person');
      else void question(why);
    },
  };
}

/** Closing the console's window is leaving the program; the window stays until all is closed. */
export function leaveByWindow(
  window: Pick<BrowserWindow, 'on'>,
  leaving: { byPerson(): void },
  quit: (cause: string) => void,
): void {
  window.on('close', (event) => {
    event.preventDefault();
    leaving.byPerson();
  });
  // Windows only: log-off and shutdown come here and not as `before-quit`; the first asks to be waited for.
  window.on('query-session-end', (event) => {
    event.preventDefault();
    quit('log-off or shutdown');
  });
  window.on('session-end', () => quit('log-off or shutdown'));
}

/**
 * The menu and the desktop quit through `before-quit`. That all windows are closed is no reason to end: a window that
 * prints comes and goes, and one that closed by itself is opened again.
 */
export function leaveByApp(app: Pick<App, 'on'>, leaving: { byPerson(): void }, reopen: () => void): void {
  app.on('before-quit', (event) => {
    event.preventDefault();
    leaving.byPerson();
  });
  app.on('window-all-closed', reopen);
}
