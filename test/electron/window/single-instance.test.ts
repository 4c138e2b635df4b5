import { describe, expect, test } from 'vitest';
import { alreadyRunningExitCode, claimSingleInstance } from '../../../electron/window/single-instance.ts';

function appThatIs(first: boolean) {
  const exits: (number | undefined)[] = [];
  const listeners: string[] = [];
  const app = {
    requestSingleInstanceLock: () => first,
    getPath: () => '/data/isotherm',
    exit: (code?: number) => void exits.push(code),
    on(event: string) {
      listeners.push(event);
      return app;
    },
  };
  return { app: app as never, exits, listeners };
}

describe('one console on one data folder', () => {
  test('the first start goes on and listens for a second', () => {
    const { app, exits, listeners } = appThatIs(true);
    expect(
      claimSingleInstance(
        app,
        () => {},
        () => {},
      ),
    ).toBe(true);
    expect({ exits, listeners }).toEqual({ exits: [], listeners: ['second-instance'] });
  });

  test('the second says where the first is, what to do, and ends with a code of its own', () => {
    const { app, exits } = appThatIs(false);
    const said: string[] = [];
    expect(
      claimSingleInstance(
        app,
        (line) => said.push(line),
        () => {},
      ),
    ).toBe(false);
    expect(said.join()).toMatch(/already running on the data folder \/data\/isotherm.*close it first/);
    expect(exits).toEqual([alreadyRunningExitCode]);
  });
});
