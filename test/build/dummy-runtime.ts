import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What @electron/fuses looks for in an Electron binary: this mark, the version of the wire, its length, the fuses. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fusesAsShippedByElectron = '10110001';

/** A folder that electron-builder takes for an unpacked Electron of that version; its program does nothing. */
export function writeDummyRuntime(folder: string, version: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'));
  const wire = Buffer.from([1, fusesAsShippedByElectron.length]);
  const program = Buffer.concat([
    Buffer.from(`#!/bin/sh\n# ${sentinel}`),
    wire,
    Buffer.from(`${fusesAsShippedByElectron}\n`),
  ]);
  writeFileSync(join(folder, 'electron'), program, { mode: 0o755 });
  writeFileSync(join(folder, 'chrome-sandbox'), '#!/bin/sh\n', { mode: 0o755 });
  writeFileSync(join(folder, 'version'), version);
}
