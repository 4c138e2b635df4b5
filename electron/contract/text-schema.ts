import { z } from 'zod';
import { fieldLimits, hasLostCharacter } from '../domain/field-limits.ts';

/** A text without blanks around it, at most so long, whole. */
export const textOf = (most: number) =>
  z
    .string('must be a text')
    .trim()
    .max(most, `at most ${most} characters`)
    .refine((text) => !hasLostCharacter(text), 'holds a character that was lost (�): write it again');

/** A person; " " is nobody. */
export const personName = textOf(fieldLimits.name).min(1, 'a name is missing');
export const words = textOf(fieldLimits.words).min(1, 'is missing');
/** As the system names a port; longer ones are no paths of devices. */
export const portPath = textOf(fieldLimits.portPath).min(1, 'is missing');
export const presetName = textOf(fieldLimits.presetName).min(1, 'a name is missing');
