import type {
  Dialog,
  Menu,
  MessageBoxOptions,
  PowerMonitor,
  PowerSaveBlocker,
  SafeStorage,
  Shell,
} from 'electron';
import { partOf } from './absent.ts';
import { emitterOf } from './emitter.ts';

/** The desktop around the program: there is none here, so what can be kept as a word is kept as a word. */

export const dialog = partOf<Dialog>('dialog', {
  // As Electron does where it cannot show a box.
  showErrorBox: (title, content) => console.error(`${title}\n${content}`),
  // Nobody can press a button here: the question is said, and answered as by somebody who shuts the box.
  showMessageBox: async (...given: unknown[]) => {
    const { message, detail, buttons, cancelId = 0 } = given.at(-1) as MessageBoxOptions;
    console.error([message, detail ?? [], `[${buttons?.[cancelId] ?? 'OK'}]`].flat().join('\n'));
    return { response: cancelId, checkboxChecked: false };
  },
});

export const menu = partOf<typeof Menu>('Menu', {
  setApplicationMenu: (wanted) => {
    if (wanted)
      throw new Error('The Electron stand-in has no menus; Menu.setApplicationMenu(null) is all it takes.');
  },
  getApplicationMenu: () => null,
});

const blockers = new Set<number>();
let lastBlocker = -1;

/** Counts as Electron does; it keeps nothing awake. */
export const powerSaveBlocker = partOf<PowerSaveBlocker>('powerSaveBlocker', {
  start: () => {
    lastBlocker += 1;
    blockers.add(lastBlocker);
    return lastBlocker;
  },
  stop: (id) => blockers.delete(id),
  isStarted: (id) => blockers.has(id),
});

export const powerMonitor = partOf<PowerMonitor>(
  'powerMonitor',
  { isOnBatteryPower: () => false },
  emitterOf(
    'powerMonitor',
    [],
    ['suspend', 'resume', 'shutdown', 'on-ac', 'on-battery', 'lock-screen', 'unlock-screen'],
  ),
);

export const safeStorage = partOf<SafeStorage>('safeStorage', {
  // Nothing here keeps secrets: what would be kept is kept in a file.
  isEncryptionAvailable: () => false,
});

export const shell = partOf<Shell>('shell', {
  // The bell of a terminal is all there is.
  beep: () => void process.stderr.write('\u0007'),
});
