import { conditions } from '../../electron/alarms/conditions.ts';
import type { AlarmCode } from '../../electron/domain/alarm.ts';
import { isTesting } from '../../electron/domain/phase.ts';
import type { Observed, Standing } from './cell.ts';
import type { Expectation } from './expectation.ts';

/** On top of the delay that the limits table states, ms: a tick to see it, a tick to say it. */
export const detectionSlackMs = 200;

/** What is missing a third of the time is named so long after it began, ms (docs/safety/limits.md). */
const oftenMissingMs = 10_000;

/** The delay that the limits table states, ms. */
export function statedDelayMs(code: AlarmCode, limit: Expectation['limit']): number {
  if (limit === 'often-missing') return oftenMissingMs;
  const ofCode = conditions.filter((condition) => condition.code === code);
  const stated = limit === 'first' ? ofCode[0] : ofCode.find((one) => one.limit?.by === limit);
  if (stated === undefined) throw new Error(`The limits table has no ${code} with limit ${limit}.`);
  return stated.delayMs;
}

/** What is wrong with a cell; empty: it holds. */
export function problemsOf(expect: Expectation, seen: Observed): string[] {
  return [
    ...seen.spoilt.map((id) => `${id} was on before the fault`),
    ...detection(expect, seen),
    ...order(expect, seen),
    ...strangers(expect, seen),
    ...reaction(expect, seen),
    ...selfTest(expect, seen),
    ...inflow(expect, seen),
  ];
}

function detection({ alarm, subject, priority, limit }: Expectation, seen: Observed): string[] {
  if (alarm === null) return [];
  const found = seen.alarms.find((one) => one.code === alarm && one.subject === subject);
  const name = subject === '' ? alarm : `${alarm}:${subject}`;
  if (found === undefined) return [`${name} did not come`];
  const problems: string[] = [];
  if (found.priority !== priority) problems.push(`${name} is ${found.priority}, not ${priority}`);
  if (found.suppressed) problems.push(`${name} was listed under another alarm`);
  const most = statedDelayMs(alarm, limit) + detectionSlackMs;
  if (seen.detectedAfterMs === null) problems.push(`${name} came before its limit was passed`);
  else if (seen.detectedAfterMs > most)
    problems.push(
      `${name} came ${seen.detectedAfterMs} ms after its limit was passed, ${most} ms are allowed`,
    );
  return problems;
}

function order({ alarm, foretold }: Expectation, { alarms }: Observed): string[] {
  if (foretold === null) return [];
  const first = alarms.findIndex(({ code }) => code === foretold);
  const main = alarms.findIndex(({ code }) => code === alarm);
  return first >= 0 && (main < 0 || first < main) ? [] : [`${foretold} did not foretell it`];
}

/** Medium and high ones that neither belong here nor are listed under one that does. */
function strangers({ alarm, also }: Expectation, { alarms }: Observed): string[] {
  return alarms
    .filter(({ priority, code, suppressed }) => {
      const belongs = code === alarm || also.includes(code);
      return priority !== 'low' && !belongs && !suppressed;
    })
    .map(({ code, seconds }) => `${code} came ${seconds.toFixed(1)} s after the fault and should not`);
}

function reaction({ alarm, heater, pump, mode, reactsWithinMs }: Expectation, seen: Observed): string[] {
  const problems: string[] = [];
  const { before, after, reactedAfterMs } = seen;
  const heaterOn = (one: Standing) => one.heaterRequested || one.heaterInForce;
  const pumpOn = (one: Standing) => one.pumpRequested || one.pumpInForce;
  if (alarm !== null && (reactedAfterMs === null || reactedAfterMs > reactsWithinMs))
    problems.push(
      `the reaction was ${reactedAfterMs === null ? 'never' : `${reactedAfterMs} ms later`} in force`,
    );
  if (heater === 'off' && heaterOn(after)) problems.push('the heater is on at the end');
  if (pump === 'off' && pumpOn(after)) problems.push('the pump is on at the end');
  if (pump === 'stands' && after.pumpInForce) problems.push('the pump is in force at the end');
  if (mode !== null && after.mode !== mode) problems.push(`the mode in force is ${after.mode}, not ${mode}`);
  if (isTesting(seen.phase)) return problems;
  if (heater === 'as-before' && after.heaterInForce !== before.heaterInForce)
    problems.push(`the heater was turned ${after.heaterInForce ? 'on' : 'off'}`);
  if (pump === 'as-before' && after.pumpInForce !== before.pumpInForce)
    problems.push(`the pump was turned ${after.pumpInForce ? 'on' : 'off'}`);
  return problems;
}

const inflow = ({ inflowBelowCelsius }: Expectation, { hottestInflowCelsius }: Observed): string[] =>
  inflowBelowCelsius === null || hottestInflowCelsius < inflowBelowCelsius
    ? []
    : [`the true inflow came to ${hottestInflowCelsius.toFixed(2)} °C`];

const selfTest = ({ fails }: Expectation, { failedCheck }: Observed): string[] =>
  fails === null || fails === failedCheck
    ? []
    : [`the self-test found ${failedCheck ?? 'nothing'}, not ${fails}`];
