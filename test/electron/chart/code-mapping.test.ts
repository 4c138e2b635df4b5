import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCodeMapping } from '../../../electron/chart/code-mapping.ts';

const own = { system: 'urn:oid:1.2.3', code: 'H1', display: 'HIPEC' };
const file = (codes: unknown, version: unknown = 1): string => JSON.stringify({ version, codes });

describe('the file of the codes of a site', () => {
  it('is shipped with none', () => {
    expect(parseCodeMapping(readFileSync('assets/chart/code-mapping.json', 'utf8'))).toEqual({});
  });

  it('puts codes of the site beside ours, of alarms and of its own signs too', () => {
    const codes = { perfusion: [own], 'alarm-link-lost': [own, own], 'vital-glucose': [own] };
    expect(parseCodeMapping(`\uFEFF${file(codes)}`)).toEqual(codes);
  });

  it.each([
    ['nothing', '', /it is no JSON/],
    ['another version', file({}, 2), /version: must be 1/],
    ['a code that is not ours', file({ hipec: [own] }), /codes\.hipec: is no code of this console/],
    [
      'a code without its system',
      file({ flow: [{ ...own, system: undefined }] }),
      /codes\.flow\.0\.system: must be text/,
    ],
    [
      'a system that is no URI',
      file({ flow: [{ ...own, system: 'LOINC' }] }),
      /codes\.flow\.0\.system: must be a URI/,
    ],
    ['an empty code', file({ flow: [{ ...own, code: ' ' }] }), /codes\.flow\.0\.code: must not be empty/],
    ['no code at all', file({ flow: [] }), /codes\.flow: must name at least one code/],
    ['more than it knows', file({ flow: [{ ...own, versoin: '1' }] }), /codes\.flow\.0: .*versoin/],
  ])('is refused with %s, and told where', (_, text, why) => {
    expect(() => parseCodeMapping(text)).toThrow(why);
    expect(() => parseCodeMapping(text)).toThrow(/^code-mapping\.json cannot be used: /);
  });
});
