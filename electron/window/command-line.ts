/** Switches meant for Electron's own Chromium or for Node's debugger: not the console's to judge. */
const runtimeSwitch =
  /^--(user-data-dir|no-sandbox|remote-debugging-port|inspect(-brk)?|ozone-platform|force-device-scale-factor|disable-gpu|lang)(=|$)/;

/**
 * The arguments given to the console itself. Unpacked, Electron's argument list is program, switches, bundle,
 * arguments; packed, there is no bundle. Switches for the runtime may also stand behind the bundle.
 */
export function consoleArguments(argv: readonly string[], isPackaged: boolean): string[] {
  const bundle = argv.findIndex((argument, at) => at > 0 && !argument.startsWith('-'));
  const given = isPackaged ? argv.slice(1) : bundle < 0 ? [] : argv.slice(bundle + 1);
  return given.filter((argument) => !runtimeSwitch.test(argument));
}
