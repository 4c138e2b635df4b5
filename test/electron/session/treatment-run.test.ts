import { describe, expect, it } from 'vitest';
import { newLinkCounters } from '../../../electron/domain/link.ts';
import type { RunEvent } from '../../../electron/domain/run-event.ts';
import type { Surroundings } from '../../../electron/session/run-signals.ts';
import { TreatmentRun } from '../../../electron/session/treatment-run.ts';
import { drugNamed } from '../../support/drug.ts';
import { perfusionistNamed } from '../../support/people.ts';
import { theatre } from '../../support/site.ts';
import { Bench, checkedBy } from '../protocol/bench.ts';
import { header } from '../record/example-run.ts';
import { openJournal, ownFolder, readJournal } from '../record/journals.ts';

/** A run with a real journal, and the bench rig that answers it. */
class JournaledRun {
  readonly run: TreatmentRun;
  readonly bench = new Bench();
  readonly path: string;

  private constructor(run: TreatmentRun, path: string) {
    this.run = run;
    this.path = path;
  }

  static async begin(): Promise<JournaledRun> {
    const path = `${ownFolder()}/journal.sqlite`;
    return new JournaledRun(new TreatmentRun(header, await openJournal(path), header.startedWallMs), path);
  }

  tick(changes: Partial<Surroundings> = {}): void {
    const { bench, run } = this;
    bench.nowMs += 100;
    const intent = run.intent();
    if (intent !== null) bench.taken = intent;
    const around: Surroundings = {
      intent,
      commandMismatch: false,
      flowSteadyMs: 60_000,
      linkLost: false,
      linkAgeSeconds: 0.1,
      storageFailing: false,
      freeStorageMegabytes: null,
      clockDisagreementSeconds: 0,
      screenStaleSeconds: 0,
      audioNotWorking: false,
      site: theatre,
      case: header.case,
      ...changes,
    };
    run.tick(bench.telemetry(), around, bench.nowMs, this.wallMs, bench.nowMs);
  }

  get wallMs(): number {
    return header.startedWallMs + this.bench.nowMs;
  }

  async events(): Promise<RunEvent[]> {
    this.run.end(newLinkCounters(), this.bench.nowMs, this.wallMs);
    await this.run.journal.close();
    const record = readJournal(this.path);
    const events = record.events.map(({ event }) => event);
    record.close();
    return events;
  }
}

describe('a run', () => {
  it('keeps its beginning, what happens and its end, in order', async () => {
    const story = await JournaledRun.begin();
    story.tick();
    story.run.act(
      perfusionistNamed('Perfusionist'),
      { type: 'record-note', text: 'hello' },
      story.bench.nowMs,
      story.wallMs,
    );
    story.run.act(
      perfusionistNamed('Perfusionist'),
      { type: 'end-run', reason: 'enough' },
      story.bench.nowMs,
      story.wallMs,
    );
    expect(story.run.over).toBe(true);
    const types = (await story.events()).map((event) => (event.type === 'phase' ? event.to : event.type));
    expect(types).toEqual(['run-started', 'self-test', 'action', 'action', 'complete', 'run-ended']);
  });

  it('lets an alarm react in the tick that raises it: the next exchange carries it', async () => {
    const story = await JournaledRun.begin();
    story.tick();
    for (let tick = 0; tick < 30; tick += 1) story.tick();
    story.run.act(
      perfusionistNamed('Perfusionist'),
      { type: 'advance', from: 'self-test' },
      story.bench.nowMs,
      story.wallMs,
    );
    story.tick();
    expect(story.run.intent()).toMatchObject({ pumpEnable: true });
    const telemetry = story.bench.telemetry.bind(story.bench);
    story.bench.telemetry = () => ({
      ...telemetry(),
      inflowLinePressureMmHg: { value: 151, missing: null },
    });
    for (let tick = 0; tick < 5; tick += 1) story.tick();
    expect(story.run.intent()).toMatchObject({ pumpEnable: true });
    story.tick();
    expect(story.run.intent()).toMatchObject({ pumpEnable: false, annunciator: 'high' });
    const events = await story.events();
    const raised = events.find((event) => event.type === 'alarm-raised');
    expect(raised).toMatchObject({ alarm: { code: 'inflow-line-pressure-high', value: 151, limit: 150 } });
    expect(events).toContainEqual({ type: 'flow-held', reason: 'alarm' });
  });

  it('sounds the highest alarm that is active at the rig, acknowledged or not, and none that is over', async () => {
    const story = await JournaledRun.begin();
    story.tick();
    story.tick({ storageFailing: true });
    expect(story.run.intent()?.annunciator).toBe('medium');
    story.tick({ storageFailing: true, linkLost: true });
    expect(story.run.intent()?.annunciator).toBe('high');
    story.tick();
    expect(story.run.snapshot().alarms.map(({ code }) => code)).toEqual(['link-lost']);
    expect(story.run.intent()?.annunciator).toBe('none');
    await story.events();
  });

  it('acknowledges what is shown and refuses what is not, and keeps both', async () => {
    const story = await JournaledRun.begin();
    story.tick({ storageFailing: true });
    const act = (...alarmIds: string[]) =>
      story.run.act(
        perfusionistNamed('B'),
        { type: 'acknowledge', alarmIds },
        story.bench.nowMs,
        story.wallMs,
      );
    expect(act('link-lost#9')).toEqual({ taken: false, why: 'not-shown' });
    expect(act('storage-failing#1')).toEqual({ taken: true });
    const events = await story.events();
    const told = events.filter(({ type }) => type === 'action' || type === 'alarm-acknowledged');
    expect(told).toMatchObject([
      { type: 'action', by: perfusionistNamed('B'), refused: 'not-shown' },
      { type: 'action', by: perfusionistNamed('B'), refused: null },
      {
        type: 'alarm-acknowledged',
        alarm: { code: 'storage-failing', acknowledgedBy: perfusionistNamed('B') },
      },
    ]);
  });

  it('pauses the audio and changes a limit, shows both, and keeps them in the journal while the rig goes on sounding', async () => {
    const story = await JournaledRun.begin();
    story.tick({ storageFailing: true });
    const act = (action: Parameters<TreatmentRun['act']>[1]) =>
      story.run.act(perfusionistNamed('B'), action, story.bench.nowMs, story.wallMs);
    expect(act({ type: 'pause-audio' })).toEqual({ taken: true });
    expect(act({ type: 'pause-audio' })).toEqual({ taken: false, why: 'nothing-sounds' });
    const change = {
      type: 'change-alarm-limit',
      limit: 'core-low',
      value: 38.2,
    } as const;
    expect(act(change)).toEqual({ taken: true });
    expect(act({ ...change, value: 39.2 })).toEqual({ taken: false, why: 'limit-out-of-bounds' });
    story.tick({ storageFailing: true });
    const { sound, history, limits, figures } = story.run.snapshot().alarmSystem();
    expect(sound).toMatchObject({ state: 'paused', priority: 'medium', secondsLeft: 120 });
    expect(history.map(({ id }) => id)).toEqual(['storage-failing#1']);
    expect(figures).toEqual([{ id: 'storage-failing#1', value: null, limit: null }]);
    expect(limits.find(({ name }) => name === 'core-low')).toMatchObject({
      value: 38.2,
      initial: 38.5,
      changes: [{ from: 38.5, to: 38.2, by: perfusionistNamed('B'), role: 'perfusionist' }],
    });
    expect(story.run.intent()?.annunciator).toBe('medium');
    const told = (await story.events()).filter(({ type }) => type.startsWith('a'));
    expect(
      told.map((event) => (event.type === 'action' ? `${event.type} ${event.refused}` : event.type)),
    ).toEqual([
      'alarm-raised',
      'action null',
      'audio-paused',
      'action nothing-sounds',
      'action null',
      'alarm-limit-changed',
      'action limit-out-of-bounds',
    ]);
  });

  it('keeps one sample for each moment of session time, also where that stands still', async () => {
    const story = await JournaledRun.begin();
    for (let tick = 0; tick < 10; tick += 1) story.tick();
    story.bench.nowMs -= 100;
    story.tick();
    expect(story.run.journal.samples).toBe(10);
    await story.events();
  });

  it('writes nothing until a person has decided, and marks phases, drugs, alarms and the core as read by hand on the trend', async () => {
    const story = await JournaledRun.begin();
    story.tick();
    story.run.hear({ type: 'link-lost', detail: 'cable' }, story.bench.nowMs, story.wallMs);
    expect(story.run.intent()).toBeNull();
    story.tick({ linkLost: true });
    const drug = {
      type: 'record-drug',
      drug: drugNamed('as typed'),
      addition: null,
      checkedBy,
    } as const;
    story.run.act(perfusionistNamed('P'), drug, story.bench.nowMs, story.wallMs);
    const core = { type: 'record-reading', kind: 'core-temperature', value: 37.4 } as const;
    story.run.act(perfusionistNamed('P'), core, story.bench.nowMs, story.wallMs);
    const ascites = { type: 'record-reading', kind: 'ascites', value: 300 } as const;
    story.run.act(perfusionistNamed('P'), ascites, story.bench.nowMs, story.wallMs);
    expect(story.run.snapshot().marks).toEqual([
      { seconds: 0, kind: 'phase', label: 'self-test' },
      { seconds: 0.2, kind: 'alarm', label: 'high' },
      { seconds: 0.2, kind: 'drug', label: '' },
      { seconds: 0.2, kind: 'core', celsius: 37.4 },
    ]);
    await story.events();
  });

  it('shows the last 60 events and keeps all', async () => {
    const story = await JournaledRun.begin();
    for (let index = 0; index < 100; index += 1) {
      story.run.act(perfusionistNamed('P'), { type: 'record-note', text: `${index}` }, 0, 0);
    }
    expect(story.run.snapshot().events).toHaveLength(60);
    expect(await story.events()).toHaveLength(103);
  });
});
