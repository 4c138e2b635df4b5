import { type Json, type Upgrade, within } from './json.ts';

/**
 * Version 1 had several shapes under one number, and a console of version 2 went on with such journals: what is
 * there stays, only what is missing is added.
 */
export const from1: Upgrade = { header: headerFrom1, event: eventFrom1 };

/** One that has no case is of a rescue, which version 1 had none of. */
function headerFrom1(header: Json): Json {
  if (!('case' in header)) return header;
  return { ...header, case: within(header.case, caseFrom1), preset: within(header.preset, presetFrom1) };
}

/** The body temperature was not asked about at first; later checks were not there to be ticked. */
const caseFrom1 = (one: Json): Json => ({
  ...one,
  checks:
    one.checks === undefined ? null : within(one.checks, (checks) => ({ feverAcceptedBy: '', ...checks })),
});

/** At first there was circulation only, without planned additions, and no copies of presets. */
const presetFrom1 = (preset: Json): Json => ({
  mode: 'circulation',
  additions: [],
  basedOn: null,
  ...preset,
});

function eventFrom1(event: Json): Json {
  if ('alarm' in event) return { ...event, alarm: within(event.alarm, alarmFrom1) };
  switch (event.type) {
    case 'run-started':
      return { ...event, header: within(event.header, headerFrom1) };
    case 'action':
      return { ...event, action: within(event.action, actionFrom1) };
    case 'run-ended':
      return { ...event, summary: within(event.summary, totalsFrom1) };
    default:
      return event;
  }
}

/** At first no alarm escalated, was called to mind or explained another, and all interlocks had one code. */
function alarmFrom1(alarm: Json): Json {
  const named =
    alarm.code === 'rig-interlock' ? { code: `interlock-${String(alarm.subject)}`, subject: '' } : {};
  return { escalatedMs: null, reminders: 0, under: null, ...alarm, ...named };
}

/** At first a drug was a text, and nobody was asked who checked it. */
function actionFrom1(action: Json): Json {
  if (action.type === 'start-treatment') return { checkedBy: null, ...action };
  if (action.type === 'record-drug') return { addition: null, volumeMl: null, checkedBy: null, ...action };
  return action;
}

/** Without a retained volume, what circulated was counted as in and out: no figure of today says that. */
const totalsFrom1 = (totals: Json): Json =>
  'volumeRetainedMl' in totals
    ? totals
    : { ...totals, volumeInMl: null, volumeOutMl: null, volumeRetainedMl: null };
