import { say } from '../../plain/step.mjs';
import type { Kind } from '../kinds.ts';
import { parseSimulate, usage } from './arguments.ts';
import { replay } from './replay.ts';
import { simulate } from './simulate.ts';

async function run(args: readonly string[]): Promise<number> {
  const parsed = parseSimulate(args);
  if (!parsed.ok) {
    say(parsed.problem);
    return 2;
  }
  const { options } = parsed;
  return options.kind === 'replay' ? replay(options) : simulate(options);
}

export const kind: Kind = { usage, run };
