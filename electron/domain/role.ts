/** What a person is here for; what each may do stands in `permissions.ts`. */
export const roles = ['perfusionist', 'or-staff', 'clinician', 'service'] as const;
export type Role = (typeof roles)[number];
