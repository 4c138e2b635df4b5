import type { ReplayOptions } from './arguments.ts';
export async function replay(_: ReplayOptions): Promise<number> {
  return 0;
}
