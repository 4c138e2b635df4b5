/**
 * Who may import whom: the layer table of docs/architecture.md as data.
 * A file belongs to the longest entry that its path starts with.
 */
export interface Layer {
  /** A folder, or one file that has rights of its own. */
  readonly path: string;
  /** Layers it may import, besides itself. */
  readonly layers: readonly string[];
  /** npm packages it may import; a name ending in `/` stands for all packages of that scope. */
  readonly packages?: readonly string[];
  /** Modules of Node it may import; `any` where it is the layer's job to talk to the machine. */
  readonly node?: readonly string[] | 'any';
  /** Reads no clock, rolls no dice, prints nothing: time and chance are arguments. */
  readonly pure?: true;
}

const nativeBridge = [
  'native-bridge/modbus',
  'native-bridge/rig',
  'native-bridge/simulator',
  'native-bridge/transport',
];
const consoleParts = [
  'electron/access',
  'electron/alarms',
  'electron/authority',
  'electron/chart',
  'electron/contract',
  'electron/delivery',
  'electron/documents',
  'electron/domain',
  'electron/process',
  'electron/program',
  'electron/protocol',
  'electron/record',
  'electron/report',
  'electron/seal',
  'electron/session',
  'electron/window',
  'electron/worklist',
];

export const layers: readonly Layer[] = [
  {
    path: 'electron/main.ts',
    layers: ['electron/answers.ts', ...consoleParts],
    packages: ['electron'],
    node: 'any',
  },
  {
    path: 'electron/answers.ts',
    layers: ['electron/contract', 'electron/domain', 'electron/program', 'electron/window'],
    packages: ['electron'],
  },
  { path: 'electron/preload.ts', layers: ['electron/contract'], packages: ['electron'] },
  { path: 'electron/domain', layers: [], pure: true },
  { path: 'electron/domain/time.ts', layers: ['electron/domain'] },
  { path: 'electron/contract', layers: ['electron/domain'], packages: ['zod'] },
  { path: 'electron/protocol', layers: ['electron/domain'], packages: ['zod'], pure: true },
  { path: 'electron/alarms', layers: ['electron/domain'], pure: true },
  { path: 'electron/authority', layers: ['electron/domain'], pure: true },
  {
    path: 'electron/session',
    layers: [
      'electron/alarms',
      'electron/authority',
      'electron/contract',
      'electron/domain',
      'electron/protocol',
      'electron/record',
    ],
  },
  {
    path: 'electron/program',
    layers: [
      'electron/access',
      'electron/chart',
      'electron/contract',
      'electron/delivery',
      'electron/documents',
      'electron/domain',
      'electron/protocol',
      'electron/record',
      'electron/report',
      'electron/seal',
      'electron/session',
      'electron/worklist',
    ],
    packages: ['zod'],
    node: 'any',
  },
  {
    // The one place above the wire that knows which driver it is, and what drives it.
    path: 'electron/program/open-rig.ts',
    layers: ['electron/domain', 'electron/program', ...nativeBridge],
  },
  {
    path: 'electron/record',
    layers: ['electron/domain'],
    packages: ['zod'],
    node: ['crypto', 'fs', 'fs/promises', 'os', 'path', 'sqlite', 'url', 'worker_threads'],
  },
  {
    path: 'electron/report',
    layers: ['electron/domain', 'electron/record'],
    packages: ['@signpdf/', 'pdf-lib', 'qr', 'zod'],
    node: ['crypto', 'fs', 'fs/promises', 'path', 'timers/promises'],
  },
  {
    path: 'electron/chart',
    layers: ['electron/domain', 'electron/record', 'electron/report'],
    packages: ['zod'],
    node: ['crypto', 'zlib'],
    pure: true,
  },
  {
    path: 'electron/documents',
    layers: ['electron/chart', 'electron/domain', 'electron/record', 'electron/report'],
    packages: ['zod'],
    node: ['fs', 'path', 'worker_threads'],
  },
  {
    path: 'electron/seal',
    layers: ['electron/domain', 'electron/record'],
    packages: ['zod'],
    node: ['crypto', 'fs', 'fs/promises', 'path', 'stream/promises'],
  },
  {
    path: 'electron/delivery',
    layers: ['electron/access', 'electron/domain'],
    node: ['crypto', 'fs/promises', 'path', 'sqlite'],
  },
  { path: 'electron/process', layers: ['electron/domain'] },
  {
    path: 'electron/access',
    layers: ['electron/domain', 'electron/record'],
    packages: ['zod'],
    node: ['crypto', 'fs', 'fs/promises', 'path'],
  },
  {
    path: 'electron/window',
    layers: ['electron/contract', 'electron/domain'],
    packages: ['electron', 'zod'],
    node: 'any',
  },
  { path: 'electron/worklist', layers: ['electron/domain'], pure: true },
  {
    // The one file of it that asks the file system.
    path: 'electron/worklist/folder-files.ts',
    layers: ['electron/worklist'],
    node: ['fs/promises', 'path'],
  },
  { path: 'native-bridge/modbus', layers: [], node: ['zlib'], pure: true },
  { path: 'native-bridge/transport', layers: [], node: 'any' },
  {
    path: 'native-bridge/transport/serial.ts',
    layers: ['native-bridge/transport'],
    packages: ['serialport'],
    node: 'any',
  },
  {
    path: 'native-bridge/rig',
    layers: ['electron/domain', 'native-bridge/modbus', 'native-bridge/transport'],
    node: ['zlib'],
  },
  {
    path: 'native-bridge/simulator',
    layers: ['electron/domain', 'native-bridge/modbus', 'native-bridge/rig', 'native-bridge/transport'],
    packages: ['zod'],
    node: 'any',
  },
  {
    path: 'renderer',
    layers: ['electron/contract'],
    packages: ['react', 'react-dom', 'recharts', 'zustand', '@fontsource-variable/'],
  },
];

/** The layer of a file of the repository; `null` where the table does not speak of it (build, test, assets). */
export function layerOf(file: string): Layer | null {
  const owns = ({ path }: Layer) => file === path || file.startsWith(`${path}/`);
  return layers
    .filter(owns)
    .reduce<Layer | null>((best, each) => (best && best.path.length > each.path.length ? best : each), null);
}

/** Layers that know a rig by its driver alone (`electron/domain/rig-driver.ts`): what the wire is made of has no word there. */
export const aboveTheDriver: readonly string[] = [
  'electron/alarms',
  'electron/authority',
  'electron/contract',
  'electron/program',
  'electron/protocol',
  'electron/session',
];
