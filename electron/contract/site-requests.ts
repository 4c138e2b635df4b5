import { z } from 'zod';
import { siteKeys } from '../domain/site-change.ts';
import { signOffKeys } from '../domain/site-sign-off.ts';
import { fromPlainJson } from './plain.ts';
import { words } from './text-schema.ts';

const known = (keys: readonly string[]) =>
  z.string().refine((key) => keys.includes(key), 'no value of a site is called that');

export const siteRequests = {
  /** All of the rules, as their file has them. */
  site: fromPlainJson(z.null()),
  /** One value of them; what it may be is judged with the whole. */
  changeSite: fromPlainJson(z.strictObject({ key: known(siteKeys), value: z.unknown(), reason: words })),
  /** Somebody stands for values as they are. */
  signSite: fromPlainJson(
    z.strictObject({
      keys: z.array(known(signOffKeys)).min(1, 'nothing is signed for').max(signOffKeys.length),
      reason: words,
    }),
  ),
} as const;
