import { expect, test } from 'vitest';
import { runProgram } from './run-program.ts';

test('what the stand-in lacks is said by name where it is asked for', async () => {
  const { output } = runProgram('lacking.ts');
  expect(await output.exitCode).toBe(0);
  const told = Object.fromEntries(output.lines.map((line) => line.split(/: (.*)/, 2)));
  expect(told).toMatchObject({
    export: expect.stringContaining('does not provide Tray'),
    'member of an export': expect.stringContaining('does not provide clipboard.readText'),
    member: expect.stringContaining('does not provide app.dock'),
    event: expect.stringContaining("does not provide the event 'gpu-info-update' of app"),
    option: expect.stringContaining('does not provide the window option frame'),
    preference: expect.stringContaining('does not provide the web preference nodeIntegration: true'),
    static: expect.stringContaining('does not provide BrowserWindow.fromId'),
    path: expect.stringContaining("does not provide app.getPath('music')"),
    'second handler': "Attempted to register a second handler for 'taken'",
  });
});
