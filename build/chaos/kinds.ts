/** A kind of chaos: what `npm run chaos -- <kind>` does with the arguments after it. Resolves with the exit code. */
export interface Kind {
  readonly usage: string;
  readonly run: (args: readonly string[]) => Promise<number>;
}

/** Each is loaded when it is asked for. */
export const kinds: Readonly<Record<string, () => Promise<{ kind: Kind }>>> = {
  simulate: () => import('./simulate/kind.ts'),
  mutants: () => import('./mutants/kind.ts'),
  power: () => import('./real/power/kind.ts'),
  line: () => import('./real/line/kind.ts'),
  ipc: () => import('./real/ipc/kind.ts'),
  kill: () => import('./real/kill/kind.ts'),
  disk: () => import('./real/disk/kind.ts'),
  view: () => import('./real/view/kind.ts'),
  delivery: () => import('./real/delivery/kind.ts'),
  soak: () => import('./real/soak/kind.ts'),
};
