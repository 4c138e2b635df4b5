import { z } from 'zod';

/** All of these fields of a site and no other. */
export const fields = <T extends z.core.$ZodLooseShape>(shape: T) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `no site has ${issue.keys.map((key) => `"${key}"`).join(', ')}: check its spelling, or take it out`
        : 'must be an object',
  });
