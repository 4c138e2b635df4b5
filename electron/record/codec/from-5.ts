import type { Upgrade } from './json.ts';

/** What version 6 can hold besides was not in one of version 5; nothing in it is read otherwise. */
export const from5: Upgrade = { header: (header) => header, event: (event) => event };
