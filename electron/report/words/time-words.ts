import type { PrintedZone } from '../wall-time.ts';

/** How a document says which zone its times are in. Every time handed to them is written already. */
export interface TimeWords {
  readonly zone: (zone: PrintedZone) => string;
  readonly change: (at: string, offset: string) => string;
  /** A clock that was set in the run: what it showed, and what it shows since. */
  readonly clockSet: (from: string, to: string) => string;
  readonly afterSetting: string;
}

/** How the figures were computed, and what the times are of. */
export interface MethodWords {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly times: (zone: string, scale: number) => string;
}

export const timeEn: TimeWords = {
  zone: (zone) => {
    switch (zone.kind) {
      case 'named':
        return zone.name === 'UTC' ? 'UTC' : `${zone.name}, ${zone.offset}`;
      case 'not-recorded':
        return 'UTC, as the record does not say its time zone';
      case 'unnamed':
        return `${zone.offset}, the offset at the start of the run; its computer knew no name of its time zone`;
      case 'unknown-here':
        return `${zone.offset}, the offset at the start of the run; time zone ${zone.name} is not known to this console`;
      case 'other-here':
        return `${zone.offset}, the offset at the start of the run; this console has another for ${zone.name}`;
    }
  },
  change: (at, offset) => `from ${at} ${offset}`,
  clockSet: (from, to) => `clock set from ${from} to ${to}`,
  afterSetting: 'The clock of the computer was set during the run; times after that are of the clock as set.',
};

export const timeZh: TimeWords = {
  zone: (zone) => {
    switch (zone.kind) {
      case 'named':
        return zone.name === 'UTC' ? 'UTC' : `${zone.name}，${zone.offset}`;
      case 'not-recorded':
        return 'UTC（记录未注明时区）';
      case 'unnamed':
        return `${zone.offset}，为运行开始时的时差；运行所用计算机未给出时区名称`;
      case 'unknown-here':
        return `${zone.offset}，为运行开始时的时差；本控制台不识别时区 ${zone.name}`;
      case 'other-here':
        return `${zone.offset}，为运行开始时的时差；本控制台中 ${zone.name} 的时差不同`;
    }
  },
  change: (at, offset) => `${at} 起 ${offset}`,
  clockSet: (from, to) => `时钟由 ${from} 改为 ${to}`,
  afterSetting: '运行期间计算机时钟曾被调整；此后的时间以调整后的时钟为准。',
};
