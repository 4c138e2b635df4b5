import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Destination } from '../../../../electron/delivery/destination.ts';

export const dropFolder = (folder: string): string => join(folder, 'share', 'drop');
export const answerFolder = (folder: string): string => join(folder, 'share', 'acks');

export const destination = (folder: string): Destination => ({
  id: 'engine',
  name: 'Interface engine',
  folder: dropFolder(folder),
  spool: null,
  kinds: ['report.hl7', 'report.pdf', 'session.json'],
  acknowledgements: answerFolder(folder),
  stick: false,
});

export function makePlaces(folder: string): void {
  for (const each of [dropFolder(folder), answerFolder(folder), join(folder, 'data'), join(folder, 'runs')])
    mkdirSync(each, { recursive: true });
}
