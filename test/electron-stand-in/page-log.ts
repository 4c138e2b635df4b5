import type { CdpSession, Protocol } from './cdp.ts';

export type LogLevel = 'debug' | 'info' | 'warning' | 'error';
export interface LogLine {
  readonly level: LogLevel;
  readonly message: string;
  readonly sourceId: string;
  readonly lineNumber: number;
}

/** What the page writes to its console, what it throws, and what Chromium complains of (the policy among it). */
export function listenToLog(session: CdpSession, heard: (line: LogLine) => void): void {
  session.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
    const at = stackTrace?.callFrames[0];
    heard({
      level: levelOf(type),
      message: args.map(inWords).join(' '),
      sourceId: at?.url ?? '',
      lineNumber: (at?.lineNumber ?? -1) + 1,
    });
  });
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception, url, lineNumber } }) =>
    heard({
      level: 'error',
      message: `${text} ${exception?.description ?? ''}`.trim(),
      sourceId: url ?? '',
      lineNumber: lineNumber + 1,
    }),
  );
  session.on('Log.entryAdded', ({ entry }) =>
    heard({
      level: levelOf(entry.level),
      message: entry.text,
      sourceId: entry.url ?? '',
      lineNumber: (entry.lineNumber ?? -1) + 1,
    }),
  );
}

function levelOf(kind: string): LogLevel {
  if (kind === 'error' || kind === 'assert') return 'error';
  if (kind === 'warning') return 'warning';
  return kind === 'debug' || kind === 'verbose' ? 'debug' : 'info';
}

const inWords = ({ value, description, type }: Protocol.Runtime.RemoteObject): string =>
  typeof value === 'string' ? value : (description ?? (value === undefined ? type : JSON.stringify(value)));
