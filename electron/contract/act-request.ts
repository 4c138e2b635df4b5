import { z } from 'zod';
import type { OperatorAction } from '../domain/action.ts';
import { type Glass, glass, type SecondPerson, secondPerson } from './access-requests.ts';
import { operatorAction } from './action-schema.ts';
import { memberOf } from './leniently.ts';
import { fromPlainJson } from './plain.ts';

const interventions = ['heat-off', 'pause-flow', 'stop-run', 'drain-now'] as const;
type Intervention = Extract<OperatorAction, { type: (typeof interventions)[number] }>;

export interface ActRequest {
  action: OperatorAction;
  glass: Glass | null;
  second: SecondPerson | null;
}

/**
 * An action, and what stands beside whoever is signed in. The four interventions are taken whatever else the message
 * holds: of them only the type counts. Nothing may stand between a person and STOP RUN.
 */
export const actRequest: z.ZodType<ActRequest> = z.unknown().transform((sent, context): ActRequest => {
  const intervention = interventionIn(sent);
  if (intervention !== null) return { action: intervention, glass: null, second: null };
  const checked = otherAction.safeParse(sent);
  if (checked.success) return checked.data;
  for (const { path, message } of checked.error.issues)
    context.addIssue({ code: 'custom', path: [...path], message });
  return z.NEVER;
});

const otherAction = fromPlainJson(
  z.strictObject({
    action: operatorAction,
    glass: glass.nullable().default(null),
    second: secondPerson.nullable().default(null),
  }),
);

function interventionIn(sent: unknown): Intervention | null {
  const told = memberOf(memberOf(sent, 'action'), 'type');
  const type = interventions.find((one) => one === told);
  return type === undefined ? null : { type };
}
