/**
 * A console reduced to its alarms and its journal: probe off, limit changed, audio paused, link lost. Journals what
 * comes of it, says what its screen would show and which event is durable, and goes on until it is killed:
 * `alarming-program.ts <path>`.
 */
import { typedActor } from '../../../electron/domain/actor.ts';
import { missing } from '../../../electron/domain/reading.ts';
import { Journal } from '../../../electron/record/journal.ts';
import { AlarmDesk } from '../../../electron/session/alarm-desk.ts';
import { perfusionistNamed } from '../../support/people.ts';
import { theatre } from '../../support/site.ts';
import { calm, probes } from '../alarms/calm.ts';
import { header, workerUrl } from '../record/example-run.ts';

const opened = await Journal.open(process.argv[2] ?? '', header, workerUrl);
if (!opened.ok) throw new Error(opened.problem);
const { journal } = opened;
const desk = new AlarmDesk(theatre.alarmLimits);
const off = { ...calm, probesCelsius: probes(44, 42.3, 'open', 42.4) };
const cut = { ...off, linkLost: true, linkAgeSeconds: 1.2, flowMlPerMin: missing('link-lost') };

let events = 0;
const keep = (nowMs: number, list: readonly Parameters<Journal['event']>[0][]): void => {
  for (const event of list) events = journal.event(event, nowMs, header.startedWallMs + nowMs).seq;
};
for (let nowMs = 0; nowMs <= 30_000; nowMs += 100) {
  keep(nowMs, desk.step(nowMs < 20_000 ? off : cut, nowMs, nowMs).events);
  if (nowMs === 10_000) {
    const alarmIds = desk.shown.map(({ id }) => id);
    keep(nowMs, desk.act({ type: 'acknowledge', alarmIds }, typedActor('First perfusionist'), nowMs).events);
    const change = {
      type: 'change-alarm-limit',
      limit: 'flow-off',
      value: 12,
    } as const;
    keep(nowMs, desk.act(change, perfusionistNamed('First perfusionist'), nowMs).events);
  }
  if (nowMs === 25_000)
    keep(nowMs, desk.act({ type: 'pause-audio' }, typedActor('Circulating nurse'), nowMs).events);
}
setInterval(() => {
  console.log(JSON.stringify({ all: journal.durableSeq === events, history: desk.view().history }));
}, 5);
