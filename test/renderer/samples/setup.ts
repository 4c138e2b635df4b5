import type { PresetTemplate } from '../../../electron/domain/preset.ts';
import { openMessage } from '../../../native-bridge/transport/serial-messages.ts';
import { preset, rig, treatmentCase } from '../support/sample-run.ts';
import { atRest, base, noTrend, type Sample, unheard } from './base.ts';

export const setupSamples: Sample[] = [
  {
    name: 'setup-empty',
    view: {
      ...base,
      stage: 'setup',
      run: null,
      machine: unheard,
      rig: {
        ...rig,
        link: 'connecting',
        identity: null,
        state: null,
        port: '/dev/ttyUSB0',
        problem: openMessage('no-permission', '/dev/ttyUSB0', '', null),
      },
      setup: {
        ...base.setup,
        presetProblems: [
          'preset presets/hot.json: targetCelsius: target must lie between 40 and 43.5 °C, but is 60 °C: enter a value in that range. Mend the file and start again.',
        ],
      },
    },
    trend: noTrend,
  },
  {
    name: 'setup-filled',
    view: {
      ...base,
      stage: 'setup',
      run: null,
      machine: atRest,
      rig: { ...rig, state: 'standby' },
      setup: { ...base.setup, draftCase: treatmentCase, draftPresetName: preset.name },
    },
    trend: noTrend,
  },
  {
    name: 'setup-site-wrong',
    view: {
      ...base,
      stage: 'setup',
      run: null,
      machine: atRest,
      rig: { ...rig, state: 'standby' },
      setup: {
        ...base.setup,
        draftCase: treatmentCase,
        draftPresetName: preset.name,
        site: {
          ...base.setup.site,
          name: 'Theatre 4, first floor',
          problem:
            'site /etc/isotherm/site.json: alarmLimits.cavity-highest.highest: must be at most 44; leastWeightKg: must be 2 to 200. Mend the file and start again. The last good rules stay in force: Theatre 4, first floor.',
        },
      },
    },
    trend: noTrend,
  },
  {
    name: 'setup-disk-full',
    view: {
      ...base,
      stage: 'setup',
      run: null,
      machine: atRest,
      rig: { ...rig, state: 'standby' },
      storage: { freeMegabytes: 143.6, neededMegabytes: 200 },
      setup: { ...base.setup, draftCase: treatmentCase, draftPresetName: preset.name },
    },
    trend: noTrend,
  },
  {
    name: 'setup-templates',
    view: {
      ...base,
      stage: 'setup',
      run: null,
      machine: atRest,
      rig: { ...rig, state: 'standby' },
      setup: {
        ...base.setup,
        presets: [preset],
        templates: [blank('Pleural', 'pleural'), blank('Bladder', 'bladder')],
        draftCase: { ...treatmentCase, cavity: 'pleural' },
        draftPresetName: preset.name,
      },
    },
    trend: noTrend,
  },
];

function blank(name: string, cavity: PresetTemplate['cavity']): PresetTemplate {
  return {
    ...preset,
    name,
    cavity,
    version: 1,
    flowMlPerMin: null,
    fillVolumeMl: null,
    largestCavityVolumeMl: null,
    fillFlowMlPerMin: null,
    drainFlowMlPerMin: null,
  };
}
