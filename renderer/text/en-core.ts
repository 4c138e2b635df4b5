import { nobodyAtScreen } from '../../electron/contract/leniently.ts';
import { minutesSeconds } from '../../electron/contract/text.ts';

/** What the screen says of its own accord when main is silent. */
export const core = {
  useTheSwitch: 'USE THE SWITCH ON THE MACHINE',
  silent: (seconds: number) =>
    `Nothing has been heard from the console's core for ${minutesSeconds(seconds)}. What the machine does now is not known.`,
  faulted:
    'The console has failed and writes nothing to the machine any more. The machine turns its heater off by itself; its pump may run on.',
  lastValues: (seconds: number) => `Last values, ${minutesSeconds(seconds)} old, not true any more`,
  notConfirmed: 'not confirmed',
  notSent: 'NOT SENT',
  restart: 'Restart the console',
  restartCaption: {
    no: 'it then asks how to go on',
    asked: 'starting again…',
    refused: 'not possible: close and start it by hand',
  },
  /** In whose name an intervention is recorded where no run names anybody. */
  nobody: nobodyAtScreen.en as string,
};
