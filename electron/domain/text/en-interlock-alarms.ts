import type { AlarmWords } from './dictionary.ts';

const off = 'The rig switched its heater off.';
const stopped = 'The rig switched heater and pump off.';
const interlock = (name: string, did: string, steps: AlarmWords['steps']): AlarmWords => ({
  name: `Rig interlock: ${name}`,
  title: () => `Rig interlock: ${name}`,
  did,
  steps,
});

/** The interlocks of the rig: what the rig did, and what is to be done about each. */
export const interlockAlarms = {
  'interlock-watchdog-expired': interlock(
    'watchdog expired',
    'The rig heard no console: heater off, filling stopped, circulation and draining go on.',
    [
      'Look at the machine: what runs, what stands',
      'Clear the interlock',
      'Resume flow where it stands, then heat',
    ],
  ),
  'interlock-over-temperature': interlock(
    'over-temperature',
    'The rig switched its heater off and leads the flow through bypass.',
    [
      'Wait until the inflow is below its limit',
      'Check heater and flow at the machine',
      'Clear the interlock, then resume heat',
    ],
  ),
  'interlock-no-flow': interlock('no flow', 'The rig switched its heater off; the pump goes on trying.', [
    'Check pump head, clamps and lines for kinks',
    'Clear the interlock once fluid moves',
    'Then resume heat',
  ]),
  'interlock-air-in-line': interlock('air in line', stopped, [
    'Clamp the inflow line before the patient',
    'Find where air comes in, refill the line',
    'Clear the interlock, resume flow, then heat',
  ]),
  'interlock-reservoir-low': interlock(
    'reservoir low',
    'The rig switched heater and pump off; draining goes on.',
    [
      'Look for a leak and for fluid kept in the cavity',
      'Refill the reservoir if the team decides so',
      'Clear the interlock, resume flow, then heat',
    ],
  ),
  'interlock-over-pressure': interlock('over-pressure', stopped, [
    'Open clamps, check inflow line and catheters',
    'Tell the surgeon',
    'Clear once the pressure has fallen, resume flow, then heat',
  ]),
  'interlock-heater-fault': interlock('heater fault', `${off} Circulation goes on unheated.`, [
    'Check the heater at the machine',
    'Clear the interlock, then resume heat',
    'If it stays: tell the surgeon, end early or go on unheated',
  ]),
  'interlock-pump-fault': interlock('pump fault', stopped, [
    'Check pump head and tubing',
    'Clear the interlock, resume flow, then heat',
    'If it stays: tell the surgeon, drain by gravity',
  ]),
  'interlock-cover-open': interlock('cover open', stopped, [
    'Keep hands clear and close the pump cover',
    'Clear the interlock',
    'Resume flow, then heat',
  ]),
  'interlock-on-battery': interlock('on battery', `${off} Pump and monitoring go on from the battery.`, [
    'Check mains plug and supply',
    'Circulate unheated; drain while the battery lasts',
    'With mains back: clear the interlock, resume heat',
  ]),
  'interlock-inflow-sensor-fault': interlock('inflow sensor fault', `${off} Circulation goes on unheated.`, [
    'Check plug and cable of the inflow sensor T1',
    'Clear the interlock once T1 reads again',
    'Then resume heat',
  ]),
} satisfies Record<string, AlarmWords>;
