import { readdir, readFile, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ListedPort, Listing } from './discovery.ts';

const ttyName = /^tty(S|USB|ACM|AMA|XRUSB|O|MFD)\d+$/;
/** From a tty's device folder up to the USB device that carries the ids. */
const mostLevels = 4;

/**
 * Lists `/dev/tty*` and `/dev/serial/by-id` with the USB ids of sysfs: for systems without `udevadm`.
 * `root` stands in for `/` in tests.
 */
export async function listLinuxPorts(root = '/'): Promise<Listing> {
  const names = (await folder(join(root, 'dev'))).filter((name) => ttyName.test(name)).sort();
  const ports = await Promise.all(names.map((name) => describe(root, name)));
  const byId = await folder(join(root, 'dev/serial/by-id'));
  const links = byId.length === 0 ? '' : ` By id: ${byId.map((id) => `/dev/serial/by-id/${id}`).join(', ')}.`;
  const note = `(udevadm is missing, so this is what /dev and /sys show; install it with \`apt-get install udev\`.)${links}`;
  return { ports, note };
}

async function describe(root: string, name: string): Promise<ListedPort> {
  const path = `/dev/${name}`;
  let device = await realpath(join(root, 'sys/class/tty', name, 'device')).catch(() => null);
  for (let level = 0; device !== null && level < mostLevels; level += 1) {
    const vendorId = await line(join(device, 'idVendor'));
    const productId = await line(join(device, 'idProduct'));
    if (vendorId !== undefined && productId !== undefined) {
      return { path, vendorId, productId, serialNumber: await line(join(device, 'serial')) };
    }
    device = dirname(device);
  }
  return { path };
}

const folder = (path: string): Promise<string[]> => readdir(path).catch(() => []);
const line = (path: string): Promise<string | undefined> =>
  readFile(path, 'utf8').then(
    (text) => text.trim(),
    () => undefined,
  );
