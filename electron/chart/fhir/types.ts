/** What JSON can hold; `undefined`: left out. */
export type Field =
  | string
  | number
  | boolean
  | undefined
  | readonly Field[]
  | { readonly [key: string]: Field };

export type Coding = { readonly system: string; readonly code: string; readonly display: string };
export type Concept = { readonly coding?: readonly Coding[] | undefined; readonly text?: string | undefined };
export type Reference = { readonly reference: string; readonly display?: string | undefined };
/** Somebody or something that is named and has no resource of its own. */
export type Named = { readonly display: string };
export type Quantity = {
  readonly value: number;
  readonly unit?: string | undefined;
  readonly system?: string | undefined;
  readonly code?: string | undefined;
};
export type Period = { readonly start?: string | undefined; readonly end?: string | undefined };
/** A resource of FHIR R4 (https://hl7.org/fhir/R4), as far as it is filled. */
export type Resource = { readonly resourceType: string; readonly [key: string]: Field };
