import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { assetsPath } from '../../../electron/window/assets-path.ts';

test('assets/ is found from the sources', () => {
  expect(existsSync(assetsPath('presets'))).toBe(true);
});
