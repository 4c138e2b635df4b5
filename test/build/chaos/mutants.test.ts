import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mutants } from '../../../build/chaos/mutants/list/all.ts';
import { type Mutant, mutated } from '../../../build/chaos/mutants/mutant.ts';
import { inRoot } from '../../../build/root.ts';
import { authorityStates } from '../../../electron/domain/authority-state.ts';

const count = (part: Mutant['part']): number => mutants.filter((mutant) => mutant.part === part).length;

describe('the mutants', () => {
  it('fit the source as it is: each changes something, in one place', () => {
    for (const mutant of mutants)
      expect(() => mutated(mutant, readFileSync(inRoot(mutant.file), 'utf8'))).not.toThrow();
  });

  it('one that does not fit is an error', () => {
    const [mutant] = mutants as [Mutant];
    expect(() => mutated(mutant, 'something else')).toThrow('not once');
    expect(() => mutated({ ...mutant, replace: mutant.find }, mutant.find)).toThrow('changes nothing');
  });

  it('are at least 60, of every part, each with a name of its own', () => {
    expect(mutants.length).toBeGreaterThanOrEqual(60);
    for (const part of ['authority', 'engine', 'link', 'alarms', 'journal'] as const)
      expect(count(part)).toBeGreaterThan(5);
    expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
  });

  it('touch every row of the authority table', () => {
    for (const state of authorityStates) {
      const row = state.replace('-', ' ');
      expect(mutants.some(({ part, name }) => part === 'authority' && name.startsWith(`${row}:`))).toBe(true);
    }
  });
});
