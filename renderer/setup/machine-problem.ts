import type { ConsoleView } from '../../electron/contract/view.ts';
import { isHeard } from '../machine/standing.ts';
import type { Text } from '../text/text.ts';

/** Why this machine takes no run now; `null`: it may. A machine that is not heard is told with the rig. */
export function machineProblem(
  { machine, rig }: Pick<ConsoleView, 'machine' | 'rig'>,
  text: Text,
): string | null {
  const say = text.setup.fieldProblems.machine;
  if (machine.authority === 'faulted') return say.faulted;
  if (!isHeard({ rig })) return null;
  if (machine.anotherConsole) return say.anotherConsole;
  if (machine.rescue !== null) return say.rescue[machine.rescue.asked];
  if (machine.doing === 'unknown') return say.notHeard;
  return machine.doing === 'stood-down' ? null : say.notStoodDown;
}
