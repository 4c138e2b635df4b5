import { localSystem } from '../local-codes.ts';
import { type Draft, dayOf } from './draft.ts';
import { organization } from './patient.ts';

const named = (name: string, type: 'user-friendly-name' | 'model-name') => [{ name, type }];

/** The console that wrote the record, the machine, and what was disposed of after it. */
export function placeDevices(draft: Draft): void {
  const { header } = draft.source;
  const { rig, console: instance } = header;
  const id = instance?.id ?? undefined;
  draft.add('console', {
    resourceType: 'Device',
    identifier: id === undefined ? undefined : [{ system: `${localSystem}/console`, value: id }],
    deviceName: named(['Isotherm', instance?.hostName ?? ''].join(' ').trim(), 'user-friendly-name'),
    type: draft.concept('console'),
    version: [{ value: header.consoleVersion }],
  });
  draft.add('rig', {
    resourceType: 'Device',
    serialNumber: rig.serialNumber,
    deviceName: named(draft.label(header.simulation ? 'rig-simulated' : 'rig'), 'user-friendly-name'),
    type: draft.concept(header.simulation ? 'rig-simulated' : 'rig'),
    version: [{ value: rig.firmware }],
    owner: organization(draft),
  });
  placeDisposables(draft);
}

function placeDisposables(draft: Draft): void {
  const { disposablesLot, disposablesExpiry } = draft.source.header.case;
  if (disposablesLot.trim() === '' && disposablesExpiry === '') return;
  draft.add('disposables', {
    resourceType: 'Device',
    type: draft.concept('disposables'),
    lotNumber: disposablesLot,
    expirationDate: dayOf(disposablesExpiry),
    note: dayOf(disposablesExpiry) === undefined ? [{ text: disposablesExpiry }] : undefined,
  });
}
