import { probeIds } from '../../domain/case.ts';
import { concentrationMgPerL, type DrugEntry, dosePerM2 } from '../../domain/drug.ts';
import { fluidRules } from '../../domain/fluid.ts';
import { readingRules } from '../../domain/manual-reading.ts';
import type { ListItem } from '../../domain/site-lists.ts';
import { unitSymbol } from '../../domain/text/format.ts';
import { bodySurfaceM2 } from '../../report/figures/body-surface.ts';
import { takenActions } from '../../report/figures/taken-actions.ts';
import { type Cell, rounded } from './cell.ts';
import {
  medium,
  momentCells,
  momentColumns,
  narrow,
  personCell,
  type SheetInput,
  wide,
} from './sheet-input.ts';
import type { Sheet } from './workbook.ts';

/** As planned, then as given. */
export function drugsSheet(input: SheetInput): Sheet {
  const { header, figures, own, words } = input;
  const { drugs: labels } = words;
  const noMoment = [null, null, null];
  const planned = header.case.drugs.map((drug): Cell[] => [
    labels.planned,
    numbered(drug.addition),
    ...drugCells(input, drug),
    ...noMoment,
  ]);
  const given = figures.drugs.map((one): Cell[] => [
    labels.given,
    numbered(one.addition),
    ...drugCells(input, one.drug),
    ...momentCells(input, one),
    rounded(one.treatmentMinutes),
    rounded(one.inCavityMl),
    rounded(concentrationMgPerL(one.drug.doseMg, one.inCavityMl)),
    one.checkedBy?.join(words.semicolon) ?? null,
    personCell(input, one.by),
    personCell(input, one.second),
  ]);
  return {
    name: own.sheet.drugs,
    columns: [
      medium(own.head.state),
      narrow(own.head.addition),
      medium(labels.drug),
      narrow(labels.dose),
      narrow(labels.perM2),
      narrow(labels.volume),
      ...[labels.diluent, labels.lot, labels.expiry, labels.preparedBy].map(medium),
      ...momentColumns(input),
      narrow(labels.minute),
      narrow(own.head.cavityVolume),
      narrow(labels.inCavity),
      ...[labels.checkedBy, labels.recordedBy, own.head.second].map(medium),
    ],
    rows: [...planned, ...given],
  };
}

const numbered = (addition: number | null): number | null => (addition === null ? null : addition + 1);

const drugCells = (
  { header }: SheetInput,
  { name, doseMg, volumeMl, diluent, lot, expiry, preparedBy }: DrugEntry,
): Cell[] => [
  name,
  doseMg,
  rounded(dosePerM2(doseMg, bodySurfaceM2(header))),
  volumeMl,
  diluent,
  lot,
  expiry,
  preparedBy,
];

/** Read off patient and devices by hand, in the order they were recorded. */
export function vitalsSheet(input: SheetInput): Sheet {
  const { header, events, names, own } = input;
  const { head } = own;
  const signs = header.site.lists.vitalSigns;
  return {
    name: own.sheet.vitals,
    columns: [
      ...momentColumns(input),
      medium(head.what),
      narrow(head.value),
      narrow(head.unit),
      medium(head.byHand),
      medium(head.second),
    ],
    rows: takenActions(events, 'record-vital', 'record-reading').map(({ action, by, second, ...at }) => {
      const sign = action.type === 'record-vital' ? signs.find(({ id }) => id === action.sign) : undefined;
      const [what, unit] =
        action.type === 'record-vital'
          ? [sign?.[names.spoken] ?? action.sign, sign?.unit ?? null]
          : [names.readingKind[action.kind], unitSymbol(readingRules[action.kind].unit)];
      return [
        ...momentCells(input, at),
        what,
        action.value,
        unit,
        personCell(input, by),
        personCell(input, second),
      ];
    }),
  };
}

/** Gone in and come out past the machine. */
export function fluidsSheet(input: SheetInput): Sheet {
  const { events, names, own } = input;
  const { head } = own;
  return {
    name: own.sheet.fluids,
    columns: [
      ...momentColumns(input),
      medium(head.way),
      medium(head.what),
      narrow(head.volume),
      medium(head.byHand),
    ],
    rows: takenActions(events, 'record-fluid').map(({ action: { kind, volumeMl }, by, ...at }) => [
      ...momentCells(input, at),
      names.fluidWay[fluidRules[kind].way],
      names.fluidKind[kind],
      volumeMl,
      personCell(input, by),
    ]),
  };
}

/** Where tubes and probes lie. */
export function placesSheet(input: SheetInput): Sheet {
  const { header, names, words, own } = input;
  const { catheters, probeSites, probePlaces, coreSite, cavity } = header.case;
  const { lists } = header.site;
  const { catheters: labels } = words;
  const named = (items: readonly ListItem[], place: string): string =>
    items.find(({ id }) => id === place)?.[names.spoken] ?? place;
  return {
    name: own.sheet.places,
    columns: [
      medium(own.head.subject),
      narrow(labels.number),
      wide(labels.place),
      medium(labels.measures),
      narrow(labels.way),
      narrow(labels.french),
    ],
    rows: [
      ...catheters.map(({ number, place, direction, frenchSize }): Cell[] => [
        labels.catheters,
        number,
        named(lists.catheterPlaces[cavity], place),
        null,
        names.catheterDirection[direction],
        frenchSize,
      ]),
      ...probeIds.map((id, probe): Cell[] => [
        labels.probes,
        id,
        named(lists.probePlaces[cavity], probePlaces[probe] ?? ''),
        names.probeSite[probeSites[probe] ?? 'not-used'],
      ]),
      [labels.core, null, coreSite, labels.coreMeasures],
    ],
  };
}
