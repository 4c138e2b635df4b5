import { describe, expect, it } from 'vitest';
import { outcomes } from '../../../electron/domain/phase.ts';
import { exitCodeOf, exitCodes } from '../../../electron/program/exit-codes.ts';

describe('the exit code', () => {
  it('is 0 for a completed treatment and for nothing else', () => {
    expect(exitCodeOf('completed')).toBe(0);
    expect(Object.values(exitCodes).filter((code) => code === 0)).toHaveLength(1);
  });

  it('tells every outcome and every failure apart', () => {
    const codes = outcomes.map(exitCodeOf);
    expect(new Set(codes).size).toBe(outcomes.length);
    const all = Object.values(exitCodes);
    expect(new Set(all).size).toBe(all.length);
  });
});
