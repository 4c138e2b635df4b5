import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = '/usr/sbin/Orthanc';
export const isOrthancThere = spawnSync(program, ['--version']).error === undefined;

/** A picture archive of its own on loopback, with a storage that goes as it ends. */
export interface Orthanc {
  readonly url: string;
  readonly close: () => Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port on loopback');
  return address.port;
}

export async function startOrthanc(): Promise<Orthanc> {
  const folder = mkdtempSync(join(tmpdir(), 'isotherm-orthanc-'));
  const port = await freePort();
  const configuration = {
    HttpPort: port,
    RemoteAccessAllowed: false,
    AuthenticationEnabled: false,
    DicomServerEnabled: false,
    StorageDirectory: join(folder, 'storage'),
    IndexDirectory: join(folder, 'index'),
    Plugins: [],
  };
  writeFileSync(join(folder, 'orthanc.json'), JSON.stringify(configuration));
  const running = spawn(program, [join(folder, 'orthanc.json')], { cwd: folder, stdio: 'ignore' });
  const ended = once(running, 'exit');
  const url = `http://127.0.0.1:${port}`;
  const close = async (): Promise<void> => {
    running.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true });
  };
  try {
    await answers(url, () => running.exitCode);
  } catch (error) {
    await close();
    throw error;
  }
  return { url, close };
}

async function answers(url: string, exitCode: () => number | null): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const ok = await fetch(`${url}/system`).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    if (exitCode() !== null) throw new Error(`Orthanc ended with ${exitCode()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('Orthanc does not answer after a minute');
}
