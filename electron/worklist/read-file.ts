import { decodeUtf8 } from '../domain/utf8.ts';
import type { FoundMessage } from './combine.ts';
import type { FileLook } from './folder-files.ts';
import type { MessageProblem } from './notes.ts';
import { readMessage } from './read-message.ts';
import { type FileProblem, splitFile } from './split-file.ts';

/** What is wrong with a file of the folder, or with the folder; every kind has its sentence in `words/`. */
export type Why =
  | { readonly kind: FolderTrouble; readonly detail: string }
  | { readonly kind: 'too-many-files'; readonly most: number; readonly leftOut: number }
  /** The system does not let it be read. */
  | { readonly kind: 'file-unreadable'; readonly detail: string }
  | FileProblem
  /** A case file that is not taken; `problem` is what its reader says. */
  | { readonly kind: 'case'; readonly problem: string }
  /** One of the messages of a file, from 1; 0: what is around them. */
  | { readonly kind: 'message'; readonly position: number; readonly problem: MessageProblem };

export type FolderTrouble = 'folder-gone' | 'folder-denied' | 'folder-hangs' | 'folder-unreadable';

/** A text to a case, or why not. */
export type ReadCase<Case> = (
  text: string,
) => { readonly ok: true; readonly case: Case } | { readonly ok: false; readonly problem: string };

/** What a file holds, kept until it is written anew. */
export interface FileContent<Case> {
  readonly messages: readonly FoundMessage[];
  readonly case: { readonly is: Case } | null;
  readonly problems: readonly Why[];
}

export const nothingBut = <Case>(why: Why): FileContent<Case> => ({
  messages: [],
  case: null,
  problems: [why],
});

export const isCaseFile = (name: string): boolean => /\.json$/i.test(name);

export function readCaseFile<Case>(bytes: Uint8Array, readCase: ReadCase<Case>): FileContent<Case> {
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) return nothingBut({ kind: 'case', problem: decoded.problem });
  const read = readCase(decoded.text);
  if (!read.ok) return nothingBut({ kind: 'case', problem: read.problem });
  return { messages: [], case: { is: read.case }, problems: [] };
}

/** So many at once take less than a few milliseconds; the engine ticks in between. */
const messagesATurn = 20;

/** `turn` lets everybody else go first. */
export async function readMessageFile<Case>(
  file: string,
  { modifiedMs }: FileLook,
  bytes: Uint8Array,
  turn: () => Promise<void>,
): Promise<FileContent<Case>> {
  const split = splitFile(bytes);
  if (!split.ok) return nothingBut(split.problem);
  const messages: FoundMessage[] = [];
  const problems: Why[] = split.problem ? [{ kind: 'message', position: 0, problem: split.problem }] : [];
  for (const [at, one] of split.messages.entries()) {
    if (at > 0 && at % messagesATurn === 0) await turn();
    const position = at + 1;
    const read = readMessage(one);
    if (read.ok) messages.push({ message: read.message, file, position, modifiedMs });
    else problems.push({ kind: 'message', position, problem: read.problem });
  }
  return { messages, case: null, problems };
}
