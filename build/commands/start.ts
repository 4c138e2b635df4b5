import { hasDisplay } from '../host.ts';
import { say } from '../plain/step.mjs';
import { runConsole } from '../run-console.ts';

/** Opens the console. Without a display it runs headless, and without arguments then through the demonstration. */
export function run(args: readonly string[]): Promise<number> {
  if (hasDisplay() || args.includes('--headless')) return runConsole(args);
  say('no display (neither DISPLAY nor WAYLAND_DISPLAY is set): running headless');
  return runConsole(['--headless', ...(args.length === 0 ? ['--demo'] : args)]);
}
