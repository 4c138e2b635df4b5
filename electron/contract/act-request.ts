import { z } from 'zod';
import type { OperatorAction } from '../domain/action.ts';
import { operatorAction } from './action-schema.ts';
import { memberOf, nameIn } from './leniently.ts';
import { fromPlainJson } from './plain.ts';
import { personName } from './text-schema.ts';

const interventions = ['heat-off', 'pause-flow', 'stop-run', 'drain-now'] as const;
type Intervention = Extract<OperatorAction, { type: (typeof interventions)[number] }>;

interface ActRequest {
  by: string;
  action: OperatorAction;
}

/**
 * An action and in whose name. The four interventions are taken whatever else the message holds: of them only the
 * type counts, and a name that is none is replaced, one that is too long is cut. Nothing may stand between a
 * person and STOP RUN.
 */
export const actRequest: z.ZodType<ActRequest> = z.unknown().transform((sent, context): ActRequest => {
  const intervention = interventionIn(sent);
  if (intervention !== null) return { by: nameIn(sent), action: intervention };
  const checked = otherAction.safeParse(sent);
  if (checked.success) return checked.data;
  for (const { path, message } of checked.error.issues)
    context.addIssue({ code: 'custom', path: [...path], message });
  return z.NEVER;
});

const otherAction = fromPlainJson(z.strictObject({ by: personName, action: operatorAction }));

function interventionIn(sent: unknown): Intervention | null {
  const told = memberOf(memberOf(sent, 'action'), 'type');
  const type = interventions.find((one) => one === told);
  return type === undefined ? null : { type };
}
