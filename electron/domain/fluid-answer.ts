/** What a person says of fluid that an earlier run left: the cavity is empty now, or this is another patient. */
export const fluidAnswers = ['cavity-empty', 'another-patient'] as const;
export type FluidAnswer = (typeof fluidAnswers)[number];
