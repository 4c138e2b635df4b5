import { gzipSync } from 'node:zlib';
import { probeIds } from '../../domain/case.ts';
import { probeName } from '../../domain/text/dictionary.ts';
import { eventText, placementOf } from '../../report/sections/time-text.ts';
import { dictionaries } from '../../report/write-report.ts';
import type { ChartSource } from '../chart-source.ts';
import { devicePacket, fileHeader, textPacket, trackPacket, wavePacket } from './packets.ts';
import { signals } from './tracks.ts';

/** Ticks of a record, a second. */
const rate = 10;
const tickMs = 1000 / rate;
/** A tick this much off the raster begins a new stretch, ms. */
const offRasterMs = tickMs / 2;
/** A minute: what a reader has to go through to come to a time. */
const mostInStretch = 60 * rate;
const deviceId = 1;
const eventTrack = signals.length + 1;

/**
 * `record.vital`, for VitalRecorder and the tools of VitalDB: every measured signal ten a second, NaN where there is no
 * value, and the events as texts in the language of the source. Times are the start of the run and session time: a
 * clock that was set in the run tears no track.
 */
export function recordVital(source: ChartSource): Uint8Array {
  const { header, events, figures, time } = source;
  const startSeconds = header.startedWallMs / 1000;
  const packets: Buffer[] = [
    fileHeader({
      biasMinutes: time.zone.kind === 'not-recorded' ? 0 : -(header.timeZone?.offsetMinutes ?? 0),
      startSeconds,
      endSeconds: startSeconds + figures.sessionSeconds,
    }),
    devicePacket({ id: deviceId, type: 'Isotherm', name: 'Isotherm', port: header.rig.serialNumber }),
    ...signals.map((signal, index) =>
      trackPacket({ ...signal, id: index + 1, kind: 'wave', rate, device: deviceId }),
    ),
    trackPacket({
      id: eventTrack,
      kind: 'text',
      name: 'EVENT',
      unit: '',
      lowest: 0,
      highest: 0,
      rate: 0,
      device: 0,
    }),
    textPacket(eventTrack, startSeconds, legend(source)),
  ];
  const { names, words } = dictionaries[source.language];
  const placement = placementOf(header);
  for (const kept of events) {
    const line = eventText({ names, words, time }, kept, placement);
    packets.push(textPacket(eventTrack, startSeconds + kept.sessionMs / 1000, line));
  }
  packets.push(...waves(source, startSeconds));
  return withoutSystem(gzipSync(Buffer.concat(packets)));
}

/** Which probe lies where: names of tracks are the same in every file. */
function legend({ header, language }: ChartSource): string {
  const { names, words } = dictionaries[language];
  return probeIds.map((id) => probeName(names, id, placementOf(header))).join(words.semicolon);
}

function* waves({ samples }: ChartSource, startSeconds: number): Iterable<Buffer> {
  let fromMs = 0;
  let stretch: number[][] = signals.map(() => []);
  const length = () => stretch[0]?.length ?? 0;
  function* flush(): Iterable<Buffer> {
    if (length() === 0) return;
    for (const [index, values] of stretch.entries())
      yield wavePacket(index + 1, startSeconds + fromMs / 1000, values);
    stretch = signals.map(() => []);
  }
  for (const sample of samples()) {
    const offMs = Math.abs(sample.sessionMs - (fromMs + length() * tickMs));
    if (offMs > offRasterMs || length() === mostInStretch) yield* flush();
    if (length() === 0) fromMs = sample.sessionMs;
    for (const [index, { of }] of signals.entries()) stretch[index]?.push(of(sample) ?? Number.NaN);
  }
  yield* flush();
}

/** The gzip header says no time (zlib leaves it 0) and no operating system: 255, unknown (RFC 1952). */
function withoutSystem(zipped: Buffer): Buffer {
  zipped[9] = 255;
  return zipped;
}
