import { z } from 'zod';
import { type Glass, glassIn } from './access-requests.ts';
import { memberOf } from './leniently.ts';

const choices = ['take-up', 'drain', 'end'] as const;

/**
 * What becomes of a run that a lost console left open. Whether somebody may choose it is not for this door: never is
 * anything refused here for what stands beside the choice.
 */
export const recoverRequest: z.ZodType<{ choice: (typeof choices)[number]; glass: Glass | null }> = z
  .unknown()
  .transform((sent, context) => {
    const told = memberOf(sent, 'choice');
    const choice = choices.find((one) => one === told);
    if (choice !== undefined) return { choice, glass: glassIn(sent) };
    const message = `the choice is none of ${choices.join(', ')}`;
    context.addIssue({ code: 'custom', path: ['choice'], message });
    return z.NEVER;
  });
