import { z } from 'zod';
import { type Actor, actorSources } from '../../domain/actor.ts';
import { roles } from '../../domain/role.ts';
import { schemaOf, text } from './exact.ts';

/** Who acted. */
export const actorSchema = schemaOf<Actor>()(
  z.strictObject({
    id: text.nullable(),
    name: text,
    role: z.enum(roles).nullable(),
    how: z.enum(actorSources),
  }),
);
