import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { layers } from './layers.ts';
import { violations } from './rules.ts';

const sources = globSync('{electron,native-bridge,renderer}/**/*.{ts,tsx}').map((file) =>
  file.replaceAll('\\', '/'),
);

describe('the layer table', () => {
  test('is kept by every file of the program', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.flatMap((file) => violations(file, readFileSync(file, 'utf8')))).toEqual([]);
  });

  test('names only layers that it has', () => {
    const paths = layers.map(({ path }) => path);
    expect(layers.flatMap((layer) => layer.layers).filter((name) => !paths.includes(name))).toEqual([]);
  });
});

describe('a file that breaks it is found', () => {
  const inProtocol = (text: string) => violations('electron/protocol/step.ts', text);

  test.each([
    ['a static import', "import { app } from 'electron';", 'electron'],
    ['a type import', "import type { SerialPort } from 'serialport';", 'serialport'],
    ['a type in passing', "type Port = import('serialport').SerialPort;", 'serialport'],
    ['a dynamic import', "const fs = await import('node:fs');", 'node:fs'],
    ['a re-export', "export * from '../session/site.ts';", '../session/site.ts'],
    ['a required module', "const os = require('node:os');", 'node:os'],
    ['an import equals', "import os = require('node:os');", 'node:os'],
    ['an import for its effect', "import '../window/ipc.ts';", '../window/ipc.ts'],
    ['an import that climbs out', "import { root } from '../../build/root.ts';", '../../build/root.ts'],
  ])('%s', (_, text, name) => {
    expect(inProtocol(text)).toEqual([`electron/protocol/step.ts: electron/protocol may not import ${name}`]);
  });

  test('a computed import', () => {
    expect(inProtocol('await import(name)')).toEqual([
      'electron/protocol/step.ts: electron/protocol may not import a computed name',
    ]);
  });

  test.each([
    'Date.now()',
    'new Date()',
    'Math.random()',
    'performance.now()',
    'setTimeout(f, 1)',
    'process.env',
  ])('a pure layer that uses %s', (text) => expect(inProtocol(text)).toHaveLength(1));

  test('but not a string, a comment or a regular expression that looks like an import', () => {
    const text = `const a = "import 'electron'"; // import 'electron'
      const b = /from 'electron'/; const c = \`import('electron')\`; const at = new Date(0);`;
    expect(inProtocol(text)).toEqual([]);
  });

  test('serialport belongs to one file', () => {
    const text = "import { SerialPort } from 'serialport';";
    expect(violations('native-bridge/transport/serial.ts', text)).toEqual([]);
    expect(violations('native-bridge/transport/discovery.ts', text)).toHaveLength(1);
  });

  test('the wire behind the driver belongs to one file', () => {
    const imports = "import { RigLink } from '../../native-bridge/rig/link.ts';";
    expect(violations('electron/program/open-rig.ts', imports)).toEqual([]);
    for (const file of ['electron/program/program.ts', 'electron/session/engine.ts', 'electron/main.ts'])
      expect(violations(file, imports)).toHaveLength(1);
    const words = [
      'const a = telemetry.registers;',
      "throw new Error('Modbus exception');",
      '// as in register 5',
    ];
    for (const text of words) {
      expect(violations('electron/session/a.ts', text)).toHaveLength(1);
      expect(violations('electron/program/open-rig.ts', text)).toEqual([]);
    }
  });

  test('the renderer sees the contract and nothing behind it', () => {
    expect(
      violations('renderer/run/a.tsx', "import type { V } from '../../electron/contract/view.ts';"),
    ).toEqual([]);
    expect(
      violations('renderer/run/a.tsx', "import { phases } from '../../electron/domain/phase.ts';"),
    ).toHaveLength(1);
    expect(violations('renderer/run/a.tsx', "import { ipcRenderer } from 'electron';")).toHaveLength(1);
  });

  test('a file that no layer speaks of', () => {
    expect(violations('electron/helpers/util.ts', '')).toHaveLength(1);
  });
});
