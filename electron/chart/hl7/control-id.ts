import { createHash } from 'node:crypto';
import type { ChartSource } from '../chart-source.ts';

/** What a document of a record is told apart by: what is said later makes it another. */
type Document = Pick<ChartSource, 'header' | 'status' | 'addenda'>;

const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** MSH-10, 20 characters: the same for the same document, however often it is made or sent. */
export const controlIdOf = ({ header, status, addenda }: Document): string =>
  digest(`${header.runId}|${status}|${addenda.length}`).slice(0, 20).toUpperCase();

/** The number that we file a record under (ORC-3, OBR-3), the same for all its documents: a record id is too long for the 22 characters there. */
export const fillerNumberOf = ({ header }: Pick<Document, 'header'>): string =>
  `ISO${digest(header.runId).slice(0, 16).toUpperCase()}`;
