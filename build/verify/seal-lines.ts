import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Actor } from '../../electron/domain/actor.ts';
import type { Said } from '../../electron/domain/addendum.ts';
import { readAddenda, type SealedAddendum } from '../../electron/seal/addenda.ts';
import { readSeal } from '../../electron/seal/seal.ts';

/** What is said of the seals of a record, and whether all of them are whole. Rejects where they cannot be read. */
export interface SealLines {
  readonly lines: readonly string[];
  readonly areWhole: boolean;
}

/** Of the folder of a run: its seal, what was said of it later, and what was made of it. */
export async function sealLines(folder: string): Promise<SealLines> {
  const seal = await readSeal(folder);
  if (seal.state === 'unsealed') return { lines: ['  not sealed'], areWhole: true };
  if (seal.state === 'broken') return { lines: [`  SEAL BROKEN: ${seal.why}`], areWhole: false };
  const { addenda, ...rest } = await readAddenda(folder);
  const documents = await Promise.all(foldersOfDocuments(folder).map(documentsLine));
  return {
    lines: [
      `  sealed with the key ${seal.fingerprint}`,
      ...addenda.map(addendumLine),
      ...(rest.state === 'broken' ? [`  ADDENDA BROKEN after ${addenda.length}: ${rest.why}`] : []),
      ...documents.flatMap(({ lines }) => lines),
    ],
    areWhole: rest.state === 'intact' && documents.every(({ areWhole }) => areWhole),
  };
}

/** Those made at its end lie beside it, those made later each in a folder of their own. */
const foldersOfDocuments = (folder: string): string[] => [
  folder,
  ...readdirSync(folder)
    .filter((name) => /^(final|amended|corrected)-\d+$/.test(name))
    .toSorted((one, other) => numberIn(one) - numberIn(other))
    .map((name) => join(folder, name)),
];
const numberIn = (name: string): number => Number(name.split('-')[1]);

async function documentsLine(folder: string): Promise<SealLines> {
  const seal = await readSeal(folder, 'documents');
  const which = `documents in ${basename(folder)}`;
  if (seal.state === 'unsealed') return { lines: [], areWhole: true };
  return seal.state === 'broken'
    ? { lines: [`  ${which} CHANGED: ${seal.why}`], areWhole: false }
    : { lines: [`  ${which} are as they were made, by the key ${seal.fingerprint}`], areWhole: true };
}

function addendumLine({ number, atWallMs, by, said, fingerprint }: SealedAddendum): string {
  const at = new Date(atWallMs).toISOString();
  return `  ${number}: ${saidWords(said)}, ${whoWords(by)}, ${at}, by the key ${fingerprint}`;
}

const whoWords = ({ name, role, how }: Actor): string =>
  `${name || 'nobody named'}${role === null ? '' : ` (${role})`}, ${how}`;

function saidWords(said: Said): string {
  switch (said.type) {
    case 'signature':
      return `signed, ${said.meaning}`;
    case 'explanation':
      return `explained ${said.deviation}`;
    case 'late-entry':
      return `entered ${said.field} late`;
    case 'correction':
      return `corrected ${said.field}`;
    case 'note':
      return 'noted';
    case 'released-unsigned':
      return 'released without a signature';
  }
}
