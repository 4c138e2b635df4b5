import { z } from 'zod';
import { alarmCodes } from '../../../electron/domain/alarm.ts';

/** The hazard file as data: docs/safety/*.json. What the trace between them has to be is held by test/safety/. */
const text = z.string().trim().min(1);
const texts = z.array(text).min(1);
const id = (letter: string) => z.string().regex(new RegExp(`^${letter}-\\d{2,3}$`));
const severity = z.int().min(1).max(4);

const hazard = z.strictObject({
  id: id('H'),
  title: text,
  severity,
  causes: texts,
  /** What happens, step by step, up to the harm. */
  sequence: texts,
  harm: text,
  controls: z.array(id('C')).min(1),
  /** Alarms that tell it. */
  alarms: z.array(z.enum(alarmCodes)),
});

const control = z.strictObject({
  id: id('C'),
  where: z.enum(['console', 'rig']),
  does: text,
  fulfils: z.array(id('R')).min(1),
  /** Files that do it; of the rig: of the simulated one. */
  files: z.array(text),
  /** Test ids: file > suite > test, as written in the file. */
  tests: z.array(text),
  /** Only a real rig has it: why it cannot be shown here. */
  notShown: text.optional(),
  /** Not shown, or not there, for now: why. */
  open: text.optional(),
});

export const schemas = {
  requirements: z.array(z.strictObject({ id: id('R'), text })),
  controls: z.array(control),
  hazards: z.strictObject({
    severities: z.array(z.strictObject({ level: severity, name: text, means: text })).length(4),
    hazards: z.array(hazard),
  }),
  weaknesses: z.array(z.strictObject({ id: id('W'), hazards: z.array(id('H')).min(1), text })),
};

export type Hazard = z.infer<typeof hazard>;
export type Control = z.infer<typeof control>;
export type Requirement = z.infer<typeof schemas.requirements>[number];
export type Weakness = z.infer<typeof schemas.weaknesses>[number];
export type Severity = z.infer<typeof schemas.hazards>['severities'][number];

export interface HazardFile {
  readonly severities: readonly Severity[];
  readonly hazards: readonly Hazard[];
  readonly controls: readonly Control[];
  readonly requirements: readonly Requirement[];
  readonly weaknesses: readonly Weakness[];
}
