import type { WallTime } from '../../report/wall-time.ts';

/** A moment as HL7 writes it, with milliseconds and offset: "20261025024000.000+0200"; "" where the record has no such time. */
export const hl7Time = (wallMs: number, { iso }: Pick<WallTime, 'iso'>): string =>
  iso(wallMs).replace(/^(\d+)-(\d+)-(\d+)T(\d+):(\d+):([\d.]+)([+-]\d+):(\d+)$/, '$1$2$3$4$5$6$7$8');
