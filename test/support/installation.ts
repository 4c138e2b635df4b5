import type { Actor } from '../../electron/domain/actor.ts';
import type { ConsoleInstance } from '../../electron/domain/run-event.ts';
import type { TimeZone } from '../../electron/domain/time-zone.ts';
import { perfusionistNamed } from './people.ts';

/** What a console of the tests is, and where. */
export const installation = {
  console: { id: '6f1c7a52-0c0e-4c8f-9d3a-1f2e3d4c5b6a', hostName: 'test' } as ConsoleInstance,
  timeZone: (): TimeZone => ({ name: 'UTC', offsetMinutes: 0 }),
};

/** A person who was named at the screen. */
export const perfusionist: Actor = perfusionistNamed('Perfusionist');
