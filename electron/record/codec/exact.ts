import { z } from 'zod';

/** A schema that says the same as the type, no more and no less: a type that grows does not compile without it. */
export const schemaOf =
  <T>() =>
  <S extends z.ZodType<T>>(schema: S & ([T] extends [z.output<S>] ? unknown : never)): S =>
    schema;

export const text = z.string();
export const number = z.number();
export const numberOrNull = z.number().nullable();
export const count = z.int().min(0);
export const yesOrNo = z.boolean();
