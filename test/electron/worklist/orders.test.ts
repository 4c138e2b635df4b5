import { describe, expect, it } from 'vitest';
import { goesIntoVessel, saysRouteIntoVessel } from '../../../electron/worklist/routes.ts';
import { lines, msh, notes, taken } from './messages.ts';

const pid = 'PID|1||7^^^H^MR||Example^A||19600203|F';
const order = (...more: string[]) => taken(lines(msh('ORM^O01'), pid, ...more));
const service = (text: string, ...more: string[]) => order('ORC|NW|P-1', `OBR|1|P-1||${text}`, ...more);

describe('an order', () => {
  it('has the number of who ordered, else of who fills it', () => {
    const number = (...more: string[]) => order(...more).orders[0]?.orderNumber;
    expect(number('ORC|NW|P-1^HIS|F-1', 'OBR|1|P-1^HIS')).toBe('P-1');
    expect(number('ORC|NW||F-1', 'OBR|1|P-2')).toBe('P-2');
    expect(number('ORC|NW||F-1', 'OBR|1')).toBe('F-1');
    expect(number('OBR|1|P-3||H^HIPEC')).toBe('P-3');
    expect(number('ORC|NW')).toBeNull();
    expect(notes(order('ORC|NW|P-1', 'OBR|1|P-2'))).toEqual(['differs OBR-2']);
  });
  it('is one of several in a message', () => {
    const { orders } = taken(
      lines(msh('OMG^O19'), pid, 'ORC|NW|1', 'OBR|1|1||A^a', 'ORC|CA|2', 'OBR|2|2||B', 'OBR|3|3||C'),
    );
    expect(
      orders.map(({ orderNumber, procedure, isCancelled }) => [orderNumber, procedure, isCancelled]),
    ).toEqual([
      ['1', 'a', false],
      ['2', 'B', true],
      ['3', 'C', false],
    ]);
  });
  it.each(['CA', 'CR', 'DC', 'DR', 'OC', 'OD'])('is taken back by %s', (control) =>
    expect(order(`ORC|${control}|1`).orders).toMatchObject([{ isCancelled: true }]),
  );
  it.each(['CA', 'CM', 'DC'])('is taken back by status %s', (status) =>
    expect(order(`ORC|SC|1|||${status}`).orders).toMatchObject([{ isCancelled: true }]),
  );
});

describe('a route into a vessel', () => {
  it.each([
    'Intra-arterial chemotherapy',
    'intraarterial infusion',
    'Hepatic artery infusion',
    'HAIC',
    'HAI pump',
    'TACE',
    'DEB-TACE',
    'cTACE',
    'Portal vein infusion',
    'Intravascular infusion',
    'Chemoembolization',
    'IA',
    'IA infusion',
    'i.a. cisplatin',
    'isolated limb perfusion',
    '肝动脉灌注化疗',
    '经导管动脉化疗栓塞',
    '門靜脈',
    'ＴＡＣＥ',
  ])('%s', (text) => {
    expect(goesIntoVessel(text)).toBe(true);
    const { orders } = service(`X^${text}`);
    expect(orders).toMatchObject([{ vesselAt: { segment: 'OBR', occurrence: 1, field: 4 } }]);
  });
  it.each([
    'HIPEC',
    'Hyperthermic intraperitoneal chemotherapy',
    'Ovarian cancer stage IA, HIPEC',
    'Stage IV',
    'implanted port',
    'transportal',
    'placement of drains',
    '腹腔热灌注化疗',
    '胸腔热灌注',
    '膀胱热灌注',
  ])('is none: %s', (text) => {
    expect(goesIntoVessel(text)).toBe(false);
    expect(service(`X^${text}`)).toMatchObject({ orders: [{ vesselAt: null }], notes: [] });
  });
  it('may be a code of RXR, alone, or the second name of a service', () => {
    expect(service('X^HIPEC', 'RXR|IA^^HL70162').orders[0]?.vesselAt).toMatchObject({
      segment: 'RXR',
      field: 1,
    });
    expect(service('X^HIPEC', 'RXR|IP^^HL70162').orders[0]?.vesselAt).toBeNull();
    expect(service('X^Infusion^L^Y^HAIC^L2').orders[0]?.vesselAt).not.toBeNull();
    expect(service('X^Infusion&TACE').orders[0]?.vesselAt).not.toBeNull();
  });
  it('in a free text is the route where the text speaks of one, and is told otherwise', () => {
    expect(saysRouteIntoVessel('Route: intra-arterial')).toBe(true);
    expect(saysRouteIntoVessel('给药途径：动脉')).toBe(true);
    const history = service('X^HIPEC', 'NTE|1||TACE in March');
    expect(history.orders[0]?.vesselAt).toBeNull();
    expect(notes(history)).toEqual(['other-route-mentioned NTE-3']);
    expect(service('X^HIPEC', 'NTE|1||Route: hepatic artery').orders[0]?.vesselAt).toMatchObject({
      segment: 'NTE',
    });
    expect(service('X^HIPEC', 'OBX|1|ST|R^Route^L||arterial').orders[0]?.vesselAt).toMatchObject({
      segment: 'OBX',
    });
    expect(service('X^HIPEC', 'OBX|1|ED|P^PDF^L||^application^pdf^Base64^TACE').notes).toEqual([]);
  });
});
