/** An object of a record of another version, about which nothing is believed yet. */
export type Json = Readonly<Record<string, unknown>>;

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `change` where there is an object; anything else stays, for the schema to refuse. */
export const within = (value: unknown, change: (value: Json) => Json): unknown =>
  isJson(value) ? change(value) : value;

/** From one version to the next: adds what the older did not have, and changes nothing that it had. */
export interface Upgrade {
  readonly header: (header: Json) => Json;
  readonly event: (event: Json) => Json;
}
