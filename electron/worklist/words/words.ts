import type { Language } from '../../domain/text/language.ts';
import { type MessageProblem, type Note, placeText } from '../notes.ts';
import type { FolderTrouble, Why } from '../read-file.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** Sentences of the worklist: what, where, how to mend it. */
export interface WorklistWords {
  readonly note: Readonly<Record<Note['kind'], string>>;
  readonly message: Readonly<Record<MessageProblem['kind'], string>>;
  readonly folder: Readonly<Record<FolderTrouble, string>>;
  readonly file: Readonly<Record<'empty' | 'not-hl7' | 'file-unreadable', string>>;
  readonly tooLarge: (mostMegabytes: number) => string;
  readonly tooManyFiles: (most: number, leftOut: number) => string;
  readonly case: (problem: string) => string;
  readonly messageNumber: (position: number) => string;
  /** A place, what was read there and what is the matter with it, in one line. */
  readonly at: (place: string, read: string, what: string) => string;
}

const words: Readonly<Record<Language, WorklistWords>> = { en, zh };

export const noteText = ({ kind, place, read }: Note, language: Language): string =>
  words[language].at(placeText(place), read, words[language].note[kind]);

export function whyText(why: Why, language: Language): string {
  const said = words[language];
  switch (why.kind) {
    case 'message': {
      const { place, read, kind } = why.problem;
      return `${said.messageNumber(why.position)}${said.at(placeText(place), read, said.message[kind])}`;
    }
    case 'too-large':
      return said.tooLarge(why.mostMegabytes);
    case 'too-many-files':
      return said.tooManyFiles(why.most, why.leftOut);
    case 'case':
      return said.case(why.problem);
    case 'empty':
    case 'not-hl7':
      return said.file[why.kind];
    case 'file-unreadable':
      return `${said.file[why.kind]} (${why.detail})`;
    default:
      return `${said.folder[why.kind]} (${why.detail})`;
  }
}
