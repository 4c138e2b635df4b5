import type { Outcome } from '../../domain/phase.ts';
import { listed } from '../../report/sections/listed.ts';
import { externalCodes } from '../codes.ts';
import type { LocalCode } from '../local-codes.ts';
import { conceptOf, type Draft } from './draft.ts';
import { namedPerson, person } from './people.ts';
import type { Field, Reference } from './types.ts';

/** How far it was carried through; of a record that breaks off nobody knows. */
const statuses: Readonly<Record<Outcome, string>> = {
  completed: 'completed',
  'ended-early': 'stopped',
  stopped: 'stopped',
  aborted: 'stopped',
  interrupted: 'stopped',
};

/** The perfusion itself, as it was entered and as it ended. */
export function placeProcedure(draft: Draft): Reference {
  const { header, figures } = draft.source;
  const { case: entered } = header;
  const { cavity, side, orderNumber } = { ...entered, ...entered.patient };
  const outcome = draft.concept(`outcome-${figures.outcome}`, draft.names.outcome[figures.outcome]);
  draft.line('section-outcome', draft.label('outcome'), draft.names.outcome[figures.outcome]);
  const status = figures.breaksOff ? 'unknown' : statuses[figures.outcome];
  const notes = figures.recorded.notes.map(({ wallMs, by, action }) =>
    noteOf(draft, wallMs, by, action.text),
  );
  return draft.add(
    'procedure',
    {
      resourceType: 'Procedure',
      basedOn:
        orderNumber.trim() === ''
          ? undefined
          : [
              {
                type: 'ServiceRequest',
                identifier: { type: conceptOf(externalCodes.placerOrder), value: orderNumber },
              },
            ],
      status,
      statusReason: status === 'completed' ? undefined : outcome,
      code: draft.concept('perfusion', entered.procedure.trim() || draft.label('perfusion')),
      ...draft.subject,
      encounter: draft.refIf('encounter'),
      performedPeriod: draft.period(header.startedWallMs, figures.endWallMs),
      performer: performers(draft),
      reasonCode: [entered.diagnosis, indication(draft)].map((text) => ({ text })),
      bodySite: [
        draft.concept(`cavity-${cavity}`, draft.names.cavity[cavity]),
        side === 'not-applicable' ? undefined : draft.concept(`side-${side}`, draft.names.side[side]),
      ],
      outcome,
      note: notes,
      usedReference: ['console', 'rig', 'disposables'].map((name) => draft.refIf(name)),
    },
    'section-outcome',
  );
}

const indication = ({ source: { header }, names }: Draft): string =>
  listed(header.site.lists.indications, header.case.indication, names);

function noteOf(draft: Draft, wallMs: number, by: Parameters<typeof person>[1], text: string): Field {
  const author = person(draft, by);
  const isPerson = author !== undefined && by.how !== 'program';
  return { ...(isPerson ? { authorReference: author } : {}), time: draft.at(wallMs), text };
}

/** Named in the case, each for what they did; and who had the machine, signed in or typed. */
function performers(draft: Draft): Field[] {
  const { header } = draft.source;
  const team: readonly (readonly [LocalCode, string])[] = [
    ['surgeon', header.case.surgeon],
    ['anaesthetist', header.case.anaesthetist],
    ['perfusionist', header.case.perfusionist],
    ['prescriber', header.case.prescriber],
  ];
  const acted: readonly (readonly [LocalCode, Reference | undefined])[] = [
    ['started-by', person(draft, header.startedBy)],
    ['released-by', header.released === null ? undefined : person(draft, header.released.by)],
    ...draft.source.figures.recorded.chairs.map(({ to }) => ['chair', person(draft, to)] as const),
    ...(draft.source.figures.recorded.timeOut?.action.names ?? []).map(
      (name) => ['time-out', namedPerson(draft, name)] as const,
    ),
  ];
  return [...team.map(([code, name]) => [code, namedPerson(draft, name)] as const), ...acted].flatMap(
    ([code, actor]) => (actor === undefined ? [] : [{ function: draft.concept(code), actor }]),
  );
}
