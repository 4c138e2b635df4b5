import type { SpawnOptions } from 'node:child_process';

/**
 * Runs a program on this terminal and passes signals on to it.
 * Resolves with its exit code, 128 + the signal's number where a signal ended it; rejects where it cannot be started.
 */
export function runProgram(command: string, args: readonly string[], options?: SpawnOptions): Promise<number>;
