/** What main refused a request for: a field by its path, and why. */
export interface RefusedField {
  readonly path: readonly string[];
  readonly why: string;
}

/**
 * Main answered, and refused: what, field by field. `null`: it did not answer. The words come through the door as
 * those of an error (`electron/window/ipc.ts`), with whatever the host puts before them.
 */
export function refusedFields(error: unknown): readonly RefusedField[] | null {
  const message = error instanceof Error ? error.message : String(error);
  const [, said] = /The request "\w+" was refused: ([\s\S]*?)\.?$/.exec(message) ?? [];
  return said === undefined ? null : said.split(/; (?=[\w.]+: )/).map(fieldOf);
}

function fieldOf(said: string): RefusedField {
  const [, path, why] = /^([\w.]+): ([\s\S]*)$/.exec(said) ?? [];
  return path === undefined || why === undefined ? { path: [], why: said } : { path: path.split('.'), why };
}
