import { statfsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type FreeSpace, lookEveryMs, watchFreeSpace } from '../../../electron/record/free-space.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { ownFolder, until } from './journals.ts';

const looked = (space: FreeSpace) => until('a look at the disk', () => space.megabytes !== null);

it('is what the disk of a folder says is free for this user, in millions of bytes', async () => {
  const folder = ownFolder();
  const space = watchFreeSpace(folder, new VirtualClock());
  expect(space.megabytes).toBeNull();
  await looked(space);
  const { bavail, bsize } = statfsSync(folder);
  expect(Math.abs((space.megabytes ?? 0) - (bavail * bsize) / 1e6)).toBeLessThan(1000);
  space.end();
});

it('is looked at again and again, and no more once it is over', async () => {
  const clock = new VirtualClock();
  const space = watchFreeSpace(ownFolder(), clock);
  await until('the next look is planned', () => clock.pending === 1);
  await clock.advance(lookEveryMs);
  await until('the one after it is planned', () => clock.pending === 1);
  space.end();
  expect(clock.pending).toBe(0);
});

it('is not known of a folder that is not there', async () => {
  const clock = new VirtualClock();
  const space = watchFreeSpace(join(ownFolder(), 'gone'), clock);
  await until('the next look is planned', () => clock.pending === 1);
  expect(space.megabytes).toBeNull();
  space.end();
});
