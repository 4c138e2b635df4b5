import type { z } from 'zod';
import type { RescueHeader, RunEvent, RunHeader } from '../../domain/run-event.ts';
import { journalVersion } from '../schema.ts';
import { eventSchema } from './event-schema.ts';
import { from1 } from './from-1.ts';
import { from2 } from './from-2.ts';
import { from3 } from './from-3.ts';
import { from4 } from './from-4.ts';
import { from5 } from './from-5.ts';
import { from6 } from './from-6.ts';
import { from7 } from './from-7.ts';
import { rescueHeaderSchema, runHeaderSchema } from './header-schema.ts';
import { isJson, type Json, type Upgrade } from './json.ts';

/** By the version each of them starts from. */
const upgrades: Readonly<Record<number, Upgrade>> = {
  1: from1,
  2: from2,
  3: from3,
  4: from4,
  5: from5,
  6: from6,
  7: from7,
};

/**
 * A header as the journal has it, of any version up to this one's.
 * Working: `decodeHeader('header', '{"runId": …}', 2)`; failing, with where and why: `decodeHeader('header', '{}', 2)`.
 */
export function decodeHeader(key: 'header', json: string, version: number): RunHeader;
export function decodeHeader(key: 'rescue', json: string, version: number): RescueHeader;
export function decodeHeader(
  key: 'header' | 'rescue',
  json: string,
  version: number,
): RunHeader | RescueHeader {
  const header = upgraded(parsed(json), version, 'header');
  const checked = (key === 'rescue' ? rescueHeaderSchema : runHeaderSchema).safeParse(header);
  if (checked.success) return checked.data;
  throw new Error(`its header is not one of a run (${whyNot(checked.error)})`);
}

/** An event, whatever it holds: one that no console wrote, or that was damaged, must not cost the rest of a record. */
export function decodeEvent(was: string, body: string, version: number): RunEvent {
  try {
    const checked = eventSchema.safeParse(upgraded(parsed(body), version, 'event'));
    if (checked.success && checked.data.type === was) return checked.data;
    const why = checked.success ? `type: it is of ${checked.data.type}` : whyNot(checked.error);
    return { type: 'unreadable', was, body, why };
  } catch (error) {
    return { type: 'unreadable', was, body, why: (error as Error).message };
  }
}

function parsed(json: string): Json {
  const value: unknown = JSON.parse(json);
  if (!isJson(value)) throw new Error('it is no object');
  return value;
}

function upgraded(from: Json, version: number, what: keyof Upgrade): Json {
  let now = from;
  for (let at = version; at < journalVersion; at += 1) now = upgrades[at]?.[what](now) ?? now;
  return now;
}

function whyNot(error: z.ZodError): string {
  const [first] = error.issues;
  if (first === undefined) return error.message;
  return `${first.path.join('.')}: ${first.message}`;
}
