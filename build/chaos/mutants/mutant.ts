/** One mistake somebody could have made: a small change of one file of the console. */
export interface Mutant {
  readonly part: 'authority' | 'engine' | 'link' | 'alarms' | 'journal';
  /** The mistake, in words. Names it in the table. */
  readonly name: string;
  /** From the root of the repository. */
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
  /** Unit tests that see it where the simulation does not: files below test/. */
  readonly tests?: readonly string[];
}

/** Throws where the mutant does not fit the source any more: nothing would be tested then. */
export function mutated({ file, find, replace, name }: Mutant, source: string): string {
  const parts = source.split(find);
  if (parts.length !== 2)
    throw new Error(
      `mutant "${name}": its text stands ${parts.length - 1} times in ${file}, not once. Mend it`,
    );
  if (find === replace) throw new Error(`mutant "${name}" changes nothing. Mend it`);
  return parts.join(replace);
}
