type Words<Key extends string> = Readonly<Record<Key, string>>;

/** The words of the alarm log. Every time handed to them is written already. */
export type AlarmLogWords = Words<
  | 'heading'
  | 'none'
  | 'number'
  | 'onset'
  | 'priority'
  | 'alarm'
  | 'lasted'
  | 'acknowledged'
  | 'notAcknowledged'
  | 'allOver'
  | 'stillOn'
  | 'highOn'
  | 'explanation'
  | 'audioPaused'
  | 'neverPaused'
  | 'pauses'
  | 'from'
  | 'until'
  | 'by'
  | 'ended'
  | 'recordEnds'
  | 'limits'
  | 'limit'
  | 'old'
  | 'new'
> & {
  readonly explained: (count: number) => string;
  readonly pausedTimes: (count: number) => string;
  readonly open: (alarms: string) => string;
  readonly unseenToTheEnd: (alarms: string) => string;
  /** `over`: no worse value can have come after the last one on record. */
  readonly worst: (value: string, over: boolean) => string;
  readonly untilTime: (time: string) => string;
  readonly unseen: (time: string) => string;
  readonly escalated: (priority: string, time: string) => string;
  readonly explainedBy: (cause: string, from: string, until: string | null) => string;
  readonly reminded: (count: number, times: string) => string;
  readonly times: (count: number, alarm: string) => string;
  readonly first: (alarm: string) => string;
  readonly inAll: (time: string) => string;
  readonly each: (times: string) => string;
  readonly more: (count: number) => string;
  readonly andOthers: (count: number) => string;
  readonly acknowledgedOf: (count: number, all: number, by: string) => string;
};
