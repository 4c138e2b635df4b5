/** What a field holds, where HL7 v2.5.1 has a limit that a text of people or of a site can pass, in characters. */
export const mostCharacters = {
  'MSH-3.1': 20,
  'MSH-4.1': 20,
  'MSH-5.1': 20,
  'MSH-6.1': 20,
  'PID-3.1': 15,
  'PID-3.4.1': 20,
  'PID-5.1.1': 50,
  'PID-5.2': 30,
  'PV1-3.1': 20,
  'PV1-3.3': 20,
  'PV1-19.1': 15,
  'ORC-2': 22,
  'OBX-3.1': 20,
  'OBX-3.2': 199,
  'OBX-4': 20,
  'OBX-5.5': 65_536,
  'OBX-6.2': 199,
  'OBX-16.2.1': 50,
} as const;
export type LimitedPlace = keyof typeof mostCharacters;

/**
 * A text that is longer than HL7 lets it be. It stands whole in the message, as an identifier that is cut off is
 * another one's; a receiver may cut it or refuse it, and whoever looks after the receiver has to be told.
 */
export interface TooLong {
  readonly place: LimitedPlace;
  readonly characters: number;
  readonly most: number;
  /** Its beginning, at most 40 characters. */
  readonly begins: string;
}

export type Placed = readonly [place: LimitedPlace, text: string];

export const tooLong = (placed: readonly Placed[]): TooLong[] =>
  placed.flatMap(([place, text]) => {
    const most = mostCharacters[place];
    const characters = [...text].length;
    return characters <= most ? [] : [{ place, characters, most, begins: [...text].slice(0, 40).join('') }];
  });
