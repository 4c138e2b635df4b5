/** Which planned addition something is about, as kept on record: "2/3 Fraction 2". */
export interface AdditionSubject {
  /** From 1. */
  readonly number: number;
  readonly of: number;
  readonly label: string;
}

export const additionSubject = ({ number, of, label }: AdditionSubject): string => `${number}/${of} ${label}`;

/** `null`: a record of before says of none which it is about. */
export function readAdditionSubject(subject: string): AdditionSubject | null {
  const [, number, of, label] = /^(\d+)\/(\d+) (.*)$/su.exec(subject) ?? [];
  if (number === undefined || of === undefined || label === undefined) return null;
  return { number: Number(number), of: Number(of), label };
}
