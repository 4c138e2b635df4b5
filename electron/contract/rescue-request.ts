import { z } from 'zod';
import { type Glass, glassIn } from './access-requests.ts';
import { memberOf } from './leniently.ts';
import { type RescueRequest, rescueRequests } from './machine-view.ts';

/** Twelve interlocks (docs/link.md). */
const allBits = 0xfff;

/**
 * What is asked of a machine outside a run. Only the request counts: a name and reason that are none are left out,
 * bits that are none are no bits. Nothing may stand between a person and a pump that is to stop.
 */
export const rescueRequest: z.ZodType<{ request: RescueRequest; bits: number; glass: Glass | null }> = z
  .unknown()
  .transform((sent, context) => {
    const told = memberOf(sent, 'request');
    const request = rescueRequests.find((one) => one === told);
    if (request === undefined) {
      const message = `the request is none of ${rescueRequests.join(', ')}`;
      context.addIssue({ code: 'custom', path: ['request'], message });
      return z.NEVER;
    }
    const bits = memberOf(sent, 'bits');
    return { glass: glassIn(sent), request, bits: Number.isInteger(bits) ? (bits as number) & allBits : 0 };
  });
