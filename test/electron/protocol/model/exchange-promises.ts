import type { Intent } from '../../../../electron/domain/command.ts';
import type { RunState } from '../../../../electron/protocol/state.ts';
import type { RigControl } from '../../../../native-bridge/simulator/control.ts';

/** One exchange: what was written to the control of the machine, and what is in force there afterwards. */
export interface Exchanged {
  readonly state: RunState;
  readonly written: Intent;
  /** The machine took the block whole. */
  readonly accepted: boolean;
  /** It does what it is told and says where its valves stand (a fault of the story aside). */
  readonly obeys: boolean;
  readonly control: RigControl;
  /** Where the machine last said its valves stand. */
  readonly modeBefore: string | null;
  /** The last exchange wrote nothing: somebody has decided since. */
  readonly first: boolean;
  /** Actions taken since the last exchange. */
  readonly pressed: ReadonlySet<string>;
}

export interface ExchangePromise {
  readonly says: string;
  readonly kept: (exchanged: Exchanged) => boolean;
}

/** What is promised of the machine itself, at the very exchange after. */
export const exchangePromises: readonly ExchangePromise[] = [
  {
    says: 'nothing is written that the machine refuses',
    kept: ({ accepted }) => accepted,
  },
  {
    says: 'STOP RUN and PAUSE FLOW are in force at the next exchange: heater and pump off',
    kept: ({ pressed, obeys, control }) =>
      !obeys ||
      !(pressed.has('stop-run') || pressed.has('pause-flow')) ||
      (!control.heaterEnable && !control.pumpEnable),
  },
  {
    says: 'STOP RUN moves no valve of the machine',
    kept: ({ pressed, obeys, control, modeBefore }) =>
      !obeys ||
      control.latchedBits !== 0 ||
      !pressed.has('stop-run') ||
      pressed.size > 1 ||
      modeBefore === null ||
      control.mode === modeBefore,
  },
  {
    says: 'HEAT OFF is in force at the next exchange',
    kept: ({ pressed, obeys, control }) => !obeys || !pressed.has('heat-off') || !control.heaterEnable,
  },
  {
    says: 'the first block after a person has decided heats nothing and moves no valve',
    kept: ({ first, obeys, state, written, modeBefore, control }) =>
      !first ||
      !obeys ||
      state.phase === 'complete' ||
      control.latchedBits !== 0 ||
      (!written.heaterEnable && written.mode === modeBefore),
  },
  {
    says: 'the machine never heats with its pump standing',
    kept: ({ obeys, control }) => !obeys || !control.heaterEnable || control.pumpEnable,
  },
  {
    says: 'the machine never heats with its valves closed',
    kept: ({ obeys, control }) => !obeys || !control.heaterEnable || control.mode !== 'standby',
  },
];
