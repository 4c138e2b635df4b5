import { unknownActor } from '../../domain/actor.ts';
import type { Said } from '../../domain/addendum.ts';
import type { RunEvent } from '../../domain/run-event.ts';
import { eventActor } from '../../domain/text/dictionary.ts';
import { unitSymbol } from '../../domain/text/format.ts';
import type { LoggedAlarm } from '../../report/figures/alarm-log.ts';
import { personOf } from '../../report/sections/person-text.ts';
import { eventText, placementOf } from '../../report/sections/time-text.ts';
import { type Cell, rounded, wallCells } from './cell.ts';
import {
  medium,
  momentCells,
  momentColumns,
  narrow,
  personCell,
  type SheetInput,
  wallColumns,
  wide,
} from './sheet-input.ts';
import type { Sheet } from './workbook.ts';

/** Every entry of the record in the order it came, none left out. */
export function eventsSheet(input: SheetInput): Sheet {
  const { header, events, own } = input;
  const { head } = own;
  const placement = placementOf(header);
  return {
    name: own.sheet.events,
    columns: [
      narrow(head.number),
      ...momentColumns(input),
      medium(head.type),
      wide(head.what),
      medium(head.who),
      medium(head.second),
    ],
    rows: events.map((kept) => [
      kept.seq,
      ...momentCells(input, kept),
      kept.event.type,
      eventText(input, kept, placement),
      whoCell(input, kept.event),
      personCell(input, kept.event.type === 'action' ? kept.event.second : null),
    ]),
  };
}

function whoCell(input: SheetInput, event: RunEvent): Cell {
  const person = personOf(event);
  return person === null ? eventActor(input.names, event) : personCell(input, person);
}

export function alarmsSheet(input: SheetInput): Sheet {
  const { figures, own, words } = input;
  const { head } = own;
  return {
    name: own.sheet.alarms,
    columns: [
      medium('Id'),
      narrow(words.alarms.priority),
      medium(head.kind),
      wide(head.what),
      narrow(head.value),
      narrow(head.limit),
      narrow(head.worst),
      narrow(head.unit),
      ...momentColumns(input),
      narrow(head.cleared),
      narrow(head.lasted),
      narrow(head.unseen),
      narrow(head.acknowledged),
      medium(head.who),
      wide(head.did),
      medium(head.under),
    ],
    rows: figures.alarms.map((one) => alarmRow(input, one)),
  };
}

function alarmRow(
  input: SheetInput,
  { alarm, raised, unseen, acknowledgements, under }: LoggedAlarm,
): Cell[] {
  const { header, names } = input;
  const { raisedMs, clearedMs } = alarm;
  const seen = acknowledgements[0];
  return [
    alarm.id,
    names.priority[alarm.priority],
    names.alarmKind[alarm.kind],
    names.alarmCalled(alarm, header.case),
    rounded(alarm.value),
    rounded(alarm.limit),
    rounded(alarm.worst),
    unitSymbol(alarm.unit),
    ...momentCells(input, { sessionMs: raisedMs, wallMs: raised.wallMs }),
    clearedMs === null ? null : rounded(clearedMs / 1000),
    clearedMs === null ? null : rounded((clearedMs - raisedMs) / 1000),
    unseen,
    seen === undefined ? null : rounded(seen.sessionMs / 1000),
    seen === undefined ? null : personCell(input, seen.by ?? unknownActor),
    names.reaction[alarm.reaction],
    under,
  ];
}

/** What was said of the record after it was sealed. */
export function laterSheet(input: SheetInput): Sheet {
  const { addenda, time, own } = input;
  const { head } = own;
  return {
    name: own.sheet.later,
    columns: [
      narrow(head.number),
      ...wallColumns(head),
      medium(head.who),
      medium(head.kind),
      medium(head.of),
      medium(head.was),
      wide(head.value),
      wide(head.reason),
    ],
    rows: addenda.map(({ number, atWallMs, by, said }) => [
      number,
      ...wallCells(time, atWallMs),
      personCell(input, by),
      own.said[said.type],
      ...saidCells(input, said),
    ]),
  };
}

/** What it is of, what stood there, what is said, and why. */
function saidCells({ own }: SheetInput, said: Said): [of: Cell, was: Cell, value: Cell, reason: Cell] {
  switch (said.type) {
    case 'explanation':
      return [said.deviation, null, said.text, null];
    case 'signature':
      return [null, null, own.meaning[said.meaning], null];
    case 'late-entry':
      return [said.field, null, said.value, said.reason];
    case 'correction':
      return [said.field, said.old, said.new, said.reason];
    case 'note':
      return [null, null, said.text, null];
    case 'released-unsigned':
      return [null, null, null, said.reason];
  }
}
