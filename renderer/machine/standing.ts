import type { ConsoleView, MachineView } from '../../electron/contract/view.ts';
import { interlocksIn } from '../../electron/contract/words.ts';
import type { Text } from '../text/text.ts';

/** By count, mL: with more in the cavity nobody goes on without a reason (brief: drain), so it is offered to be drained. */
const worthDrainingMl = 500;

/** A drain that has given nothing for so long is looked at by a person, s (chosen). */
const dryAfterSeconds = 10;

type Seen = Pick<ConsoleView, 'machine' | 'rig' | 'run' | 'recovery'>;

export const isHeard = ({ rig }: Pick<ConsoleView, 'rig'>): boolean =>
  rig.link === 'up' || rig.link === 'ageing';

/** Once heard and lost now: nobody knows what it does, and no button reaches it. */
export const isLost = (view: Pick<ConsoleView, 'rig'>): boolean =>
  !isHeard(view) && view.rig.identity !== null;

/** In the cavity as the run ended, mL, where that can be drained from here. `null`: nobody knows; `undefined`: nothing to drain. */
export function leftIn({ machine, run }: Seen): number | null | undefined {
  if (run === null || !machine.offers.drain) return undefined;
  const { ml, uncertaintyMl } = run.balance.inCavity;
  if (uncertaintyMl === null) return null;
  return ml > worthDrainingMl ? ml : undefined;
}

/** Does a person have to look at the machine, or can there be something to do about it? */
export function standsOut(view: Seen): boolean {
  const { machine } = view;
  const stands = machine.doing === 'stood-down' || (machine.doing === 'unknown' && !isLost(view));
  return (
    !stands ||
    isWatched(machine) ||
    machine.drainUnfinished ||
    machine.anotherConsole ||
    machine.fault !== null ||
    machine.authority === 'faulted' ||
    machine.offers['clear-interlocks'] ||
    leftIn(view) !== undefined
  );
}

/** Something is asked of it and goes on, or it has been told to stand down and has not. */
const isWatched = ({ rescue, standingDownSeconds }: MachineView): boolean =>
  rescue !== null || standingDownSeconds !== null;

/** The machine has let go of everything: what is shown of it may be small. */
export function compactWords(view: Seen, { machine: text }: Text): string {
  if (view.machine.doing === 'unknown') return text.notHeard;
  return view.machine.interlockBits === 0 ? text.ready : text.readyWith;
}

/** What there is to say of it besides what it does, the most urgent first. */
export function machineLines(view: Seen, words: Text): string[] {
  const { machine: text, domain } = words;
  const { machine } = view;
  const lines: string[] = [];
  const say = (line: string | false) => line !== false && lines.push(line);
  const { rescue, standingDownSeconds: standingDown } = machine;
  const faulted = machine.authority === 'faulted';
  say(faulted ? text.faulted : machine.fault !== null && text.fault);
  if (!isHeard(view)) say(text.useTheSwitch);
  if (rescue?.written === false) say(text.askAgain(rescue.asked));
  say(machine.drainUnfinished && text.drainUnfinished);
  say((machine.drainUnfinished || !isHeard(view)) && text.byHand);
  say(machine.anotherConsole && text.anotherConsole);
  say(standingDown !== null && isHeard(view) && text.standingDown(standingDown));
  if (rescue?.written) {
    say(text.asked(rescue.asked, rescue.seconds));
    say(rescue.asked === 'drain' && rescue.drySeconds >= dryAfterSeconds && text.dry);
  }
  const left = rescue === null ? leftIn(view) : undefined;
  say(left !== undefined && text.leftIn(left));
  const unasked = machine.doing !== 'stood-down' && machine.doing !== 'unknown';
  // What a lost run had asked for stands with that run.
  const explained =
    rescue !== null || standingDown !== null || machine.anotherConsole || view.recovery !== null;
  say(unasked && !explained && text.notAsked);
  const latched = interlocksIn(machine.interlockBits).map((one) => domain.interlock[one]);
  say(latched.length > 0 && text.interlocks(latched.join(', ')));
  return lines;
}
