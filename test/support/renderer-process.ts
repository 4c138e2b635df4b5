import { readdirSync, readFileSync } from 'node:fs';

/** Process ids of Chromium's renderers below the process `pid`, found in /proc. */
export function rendererProcesses(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? read(`/proc/${name}/stat`) : '';
    const parent = /^\d+ \(.*\) \S (\d+)/s.exec(stat)?.[1];
    if (parent) parents.set(Number(name), Number(parent));
  }
  const isBelow = (one: number | undefined): boolean =>
    one !== undefined && (one === pid || isBelow(parents.get(one)));
  return [...parents.keys()].filter(
    (one) => isBelow(parents.get(one)) && read(`/proc/${one}/cmdline`).includes('--type=renderer'),
  );
}

/** "" for a process that has just ended. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
