import type { Actor } from '../../domain/actor.ts';
import { fluidRules } from '../../domain/fluid.ts';
import type { ReadingKind } from '../../domain/manual-reading.ts';
import { takenActions } from '../../report/figures/taken-actions.ts';
import { listed } from '../../report/sections/listed.ts';
import { coreMetricCodes, coreTemperatureCodes, externalCodes, type UcumUnit } from '../codes.ts';
import type { LocalCode } from '../local-codes.ts';
import type { Draft } from './draft.ts';
import { type Observed, observe } from './observe.ts';
import { person } from './people.ts';
import type { Reference } from './types.ts';

/** A person who has read or recorded something; the program itself observes by its device. */
export const observer = (draft: Draft, by: Actor): Reference | undefined =>
  by.how === 'program' ? undefined : person(draft, by);

/** What was entered before the run: of the body, and of the case. */
export function placeCase(draft: Draft): void {
  const { header, summary } = draft.source;
  const { case: entered } = header;
  const { patient } = entered;
  const section = 'section-case';
  // When it was measured nobody has said: it is held true as the run begins.
  const before = { effectiveDateTime: draft.at(header.startedWallMs) };
  const say = (code: LocalCode, value: Observed['value'], beside: Partial<Observed> = {}) =>
    observe(draft, section, {
      name: code,
      code: draft.concept(code),
      value,
      effective: before,
      how: 'entered',
      ...beside,
    });
  const sign = { category: externalCodes.vitalSigns };
  say(
    'height',
    { number: patient.heightCm, unit: 'cm' },
    { ...sign, code: draft.concept('height', undefined, externalCodes.bodyHeight) },
  );
  say(
    'weight',
    { number: patient.weightKg, unit: 'kg' },
    { ...sign, code: draft.concept('weight', undefined, externalCodes.bodyWeight) },
  );
  say('body-surface', { number: summary.case.patient.bodySurfaceM2, unit: 'm2' }, { how: 'computed' });
  say(
    'temperature-before',
    { number: entered.bodyTemperatureBeforeCelsius, unit: 'Cel' },
    { ...sign, code: draft.concept('temperature-before', undefined, externalCodes.bodyTemperature) },
  );
  const { answer, text } = patient.allergies;
  say('allergies', {
    text: [answer === null ? '' : draft.names.allergyAnswer[answer], text]
      .filter((part) => part.trim() !== '')
      .join(': '),
  });
  say('technique', {
    concept: draft.concept(`technique-${entered.technique}`, draft.names.technique[entered.technique]),
  });
  say('setting', {
    concept: draft.concept(`setting-${entered.setting}`, draft.names.setting[entered.setting]),
  });
  say('session', { number: entered.sessionNumber, unit: '1' });
  say('sessions-planned', { number: entered.sessionsPlanned, unit: '1' });
  for (const [index, { number, place, direction, frenchSize }] of entered.catheters.entries()) {
    const where = listed(header.site.lists.catheterPlaces[entered.cavity], place, draft.names);
    const size = frenchSize === null ? '' : `${frenchSize} Fr`;
    const words = [`${number}`, where, draft.names.catheterDirection[direction], size];
    say(
      'catheter',
      { text: words.filter((part) => part !== '').join(', ') },
      { name: `catheter/${index + 1}` },
    );
  }
}

/** What was to be done, as it was set before the run. */
export function placePlan(draft: Draft): void {
  const { header } = draft.source;
  const { preset } = header;
  const effective = { effectiveDateTime: draft.at(header.startedWallMs) };
  const say = (code: LocalCode, value: Observed['value']) =>
    observe(draft, 'section-plan', { name: code, code: draft.concept(code), value, effective, how: 'set' });
  say('preset', { text: `${preset.name} (${preset.version})` });
  say('target', { number: preset.targetCelsius, unit: 'Cel' });
  say('planned-time', { number: preset.minutes, unit: 'min' });
  say('control-site', {
    concept: draft.concept(`control-${preset.controlSite}`, draft.names.controlSite[preset.controlSite]),
  });
  say('planned-flow', { number: preset.flowMlPerMin, unit: 'mL/min' });
  say('planned-fill', { number: preset.fillVolumeMl, unit: 'mL' });
  say('planned-carrier', { text: preset.carrier });
}

const readings: Readonly<Record<ReadingKind, { readonly code: LocalCode; readonly unit: UcumUnit }>> = {
  'core-temperature': { code: 'core-by-hand', unit: 'Cel' },
  ascites: { code: 'ascites-by-hand', unit: 'mL' },
  'drained-volume': { code: 'drained-by-hand', unit: 'mL' },
  'cavity-pressure': { code: 'pressure-by-hand', unit: 'mm[Hg]' },
};

/** Where another device takes the core, nobody has said: it need not be the place of the rig's probe. */
const coreByHand = [externalCodes.bodyTemperature, coreTemperatureCodes.core, coreMetricCodes.core];

/** Read off patient or devices by people, each at its time. */
export function placeReadings(draft: Draft): void {
  const { figures } = draft.source;
  const section = 'section-readings';
  for (const [index, { wallMs, by, action }] of figures.recorded.readings.entries()) {
    const { code, unit } = readings[action.kind];
    const ofCore = action.kind === 'core-temperature';
    observe(draft, section, {
      name: `reading/${index + 1}`,
      code: draft.concept(code, undefined, ...(ofCore ? coreByHand : [])),
      value: { number: action.value, unit },
      effective: { effectiveDateTime: draft.at(wallMs) },
      by: observer(draft, by),
      how: 'entered',
      ...(ofCore ? { category: externalCodes.vitalSigns } : {}),
    });
  }
  placeSigns(draft);
  placeFluidByHand(draft);
}

/** By the site's own list, in its words and units. */
function placeSigns(draft: Draft): void {
  const { header, figures } = draft.source;
  for (const [index, { wallMs, by, action }] of figures.recorded.vitals.entries()) {
    const sign = header.site.lists.vitalSigns.find(({ id }) => id === action.sign);
    const name = sign?.[draft.source.language] ?? action.sign;
    observe(draft, 'section-readings', {
      name: `sign/${index + 1}`,
      code: draft.localConcept(`vital-${action.sign}`, sign?.en ?? action.sign, name),
      value: { number: action.value, unit: { named: sign?.unit ?? '' } },
      effective: { effectiveDateTime: draft.at(wallMs) },
      by: observer(draft, by),
      how: 'entered',
    });
  }
}

function placeFluidByHand(draft: Draft): void {
  const taken = takenActions(draft.source.events, 'record-fluid');
  for (const [index, { wallMs, by, action }] of taken.entries()) {
    const { way } = fluidRules[action.kind];
    observe(draft, 'section-readings', {
      name: `fluid/${index + 1}`,
      code: draft.concept(
        `fluid-${way}`,
        `${draft.label(`fluid-${way}`)}: ${draft.names.fluidKind[action.kind]}`,
      ),
      value: { number: action.volumeMl, unit: 'mL' },
      effective: { effectiveDateTime: draft.at(wallMs) },
      by: observer(draft, by),
      how: 'entered',
    });
  }
}
