import type { SearchOptions } from '../arguments.ts';
export async function searchBaseline(_: SearchOptions): Promise<number> {
  return 0;
}
