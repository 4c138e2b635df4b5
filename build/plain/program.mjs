import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/**
 * Runs a program on this terminal and passes signals on to it.
 * Resolves with its exit code, 128 + the signal's number where a signal ended it.
 */
export function runProgram(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    const passOn = (signal) => {
      // A terminal sends Ctrl-C to every program on it: twice would mean "at once" to the one below.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, passOn);
    const settle = (finish) => (value, signal) => {
      for (const each of signals) process.off(each, passOn);
      finish(signal ? 128 + constants.signals[signal] : value);
    };
    child.on('error', settle(reject));
    child.on('exit', settle(resolve));
  });
}
