import { dirname, join } from 'node:path';

/** The repository; every path of the build is told from here. */
export const root = dirname(import.meta.dirname);

/** A path inside the repository. */
export const inRoot = (...parts: string[]): string => join(root, ...parts);
