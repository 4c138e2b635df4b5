import type { Addendum } from '../../domain/addendum.ts';
import { externalCodes } from '../codes.ts';
import { conceptOf, type Draft } from './draft.ts';
import { observer } from './entered.ts';
import { observe } from './observe.ts';
import { person } from './people.ts';
import type { Field, Reference } from './types.ts';

const section = 'section-said';

/** What was said of the record after it was sealed. Values of the record stand as they were; a correction stands beside. */
export function placeSaid(draft: Draft): void {
  const { addenda } = draft.source;
  for (const one of addenda) {
    const { said, number, atWallMs, by } = one;
    observe(draft, section, {
      name: `said/${number}`,
      code: draft.concept(said.type),
      value: { text: textOf(draft, one) },
      effective: { effectiveDateTime: draft.at(atWallMs) },
      by: observer(draft, by),
      how: 'entered',
    });
  }
  if (addenda.length === 0) draft.line(section, draft.label('signature'), draft.label('none-recorded'));
}

function textOf(draft: Draft, { said, by }: Addendum): string {
  switch (said.type) {
    case 'explanation':
      return `${said.deviation}: ${said.text}`;
    case 'signature':
      return `${by.name}: ${draft.label(`signature-${said.meaning}`)}`;
    case 'late-entry':
      return `${said.field}: ${said.value} (${said.reason})`;
    case 'correction':
      return `${said.field}: ${said.old ?? draft.label('no-value')} → ${said.new} (${said.reason})`;
    case 'note':
      return said.text;
    case 'released-unsigned':
      return said.reason;
  }
}

type Signed = Addendum & { readonly said: { readonly type: 'signature' } };
const signatures = (draft: Draft): Signed[] =>
  draft.source.addenda.filter((one): one is Signed => one.said.type === 'signature');

/** Who stands for the document, and since when. */
export const attesters = (draft: Draft): Field[] =>
  signatures(draft).map(({ by, atWallMs }) => ({
    mode: 'professional',
    time: draft.at(atWallMs),
    party: observer(draft, by),
  }));

/** Who performed the treatment and has signed for it; else the console that wrote the record. */
export function authors(draft: Draft): Reference[] {
  const signed = signatures(draft).flatMap(({ by, said }) => {
    const author = said.meaning === 'performed' ? person(draft, by) : undefined;
    return author === undefined ? [] : [author];
  });
  const distinct = [...new Map(signed.map((one) => [one.reference, one])).values()];
  return distinct.length === 0 ? [draft.refTo('console')] : distinct;
}

/** Which program made the document from which sealed record, and who has signed it. */
export function placeProvenance(draft: Draft, target: Reference, recorded: string | undefined): void {
  const { recordSha256, header } = draft.source;
  const signed = signatures(draft).flatMap(({ by, said }) => {
    const who = person(draft, by);
    if (who === undefined) return [];
    const type = said.meaning === 'performed' ? externalCodes.author : externalCodes.verifier;
    return [{ type: conceptOf(type, draft.label(`signature-${said.meaning}`)), who }];
  });
  draft.add('provenance', {
    resourceType: 'Provenance',
    target: [target],
    recorded,
    agent: [{ type: conceptOf(externalCodes.assembler), who: draft.refTo('console') }, ...signed],
    entity: [
      {
        role: 'source',
        what: {
          identifier:
            recordSha256 === null
              ? { system: 'urn:ietf:rfc3986', value: draft.recordUrn }
              : { type: draft.concept('record-sha256'), value: recordSha256 },
          display: `${draft.label('record-id')} ${header.runId}`,
        },
      },
    ],
  });
}
