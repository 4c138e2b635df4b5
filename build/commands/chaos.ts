import { kinds } from '../chaos/kinds.ts';
import { say } from '../plain/step.mjs';

/** Breaks what can break and judges what is promised: `npm run chaos -- <kind> [options]`. */
export async function run(args: readonly string[]): Promise<number> {
  const [name = '', ...others] = args;
  const load = kinds[name];
  if (load !== undefined) return (await load()).kind.run(others);
  const all = await Promise.all(Object.values(kinds).map(async (one) => (await one()).kind.usage));
  const problem = name === '' ? 'Which kind of chaos?' : `"${name}" is no kind of chaos.`;
  say(`${problem} There are: ${Object.keys(kinds).join(', ')}.\n${all.join('\n')}`);
  return 2;
}
