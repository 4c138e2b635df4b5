import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeHeader } from '../../../electron/record/codec/codec.ts';
import { readRescue } from '../../../electron/record/read-run.ts';
import { readJournal } from './journals.ts';

const golden = (name: string): string => join(import.meta.dirname, 'golden', `${name}.sqlite`);

describe('a journal of version 7', () => {
  it('is of a site that wanted no second signature, in its header and in its first event', () => {
    const { header, events, close } = readJournal(golden('journal-7'));
    expect(header.site.reviewSignature).toBe(false);
    const [first] = events;
    expect(first?.event).toMatchObject({ type: 'run-started', header: { site: { reviewSignature: false } } });
    close();
  });

  it('keeps everything else as it was written', () => {
    const [older, newer] = [readJournal(golden('journal-7')), readJournal(golden('journal-8'))];
    expect(Object.keys(older.header.site).sort()).toEqual(Object.keys(newer.header.site).sort());
    expect(older.events.some(({ event }) => event.type === 'unreadable')).toBe(false);
    older.close();
    newer.close();
  });

  it('of a rescue has no site and gets none', () => {
    const read = readRescue(golden('rescue-7'));
    if (!read.ok) throw new Error(read.problem);
    expect(read.record.header).not.toHaveProperty('site');
    read.record.close();
  });

  it('says nothing of it in a header of version 8 that lacks it: it is refused, with the field', () => {
    const { header, close } = readJournal(golden('journal-8'));
    close();
    const { reviewSignature: _, ...site } = header.site;
    const json = JSON.stringify({ ...header, site });
    expect(() => decodeHeader('header', json, 8)).toThrow(/site\.reviewSignature/);
    expect(decodeHeader('header', json, 7).site.reviewSignature).toBe(false);
  });
});
