import { type ColumnType, chainColumns } from './chain.ts';
import type { JournalHeader } from './messages.ts';

/**
 * Version of the journal's layout and of the JSON in it, kept in SQLite's `user_version` (docs/record.md).
 * 1: `requested` is what the console wanted, written or not. 2: `requested` is what was written in the exchange, NULL
 * where nothing was; a checkpoint. 3: who acted, time zone, console. 4: the rules of the site. 5: what a preset controls,
 * counts and starts by, and more rules of the site. 6: fluid by hand, a probe that is ignored, a machine test after
 * priming. 7: who signed in and who stood beside, drugs by their entry, a case with names in parts and the answers to the
 * site's own lists, the time-out, vital signs, the carrier. 8: whether the site wants a second signature. Another shape of anything in it is another version.
 */
export const journalVersion = 8;

/** Under which key of `meta` a journal says what it is of. */
export const headerKey = (header: JournalHeader): 'header' | 'rescue' =>
  'kind' in header ? 'rescue' : 'header';

/** Columns of a sample, in the order of `sampleToRow`. Missing readings are NULL with the reason beside them. */
export const sampleColumns = [
  'session_ms INTEGER NOT NULL',
  'wall_ms INTEGER NOT NULL',
  'phase TEXT NOT NULL',
  ...reading('t1_celsius'),
  ...reading('t2_celsius'),
  ...reading('t3_celsius'),
  ...reading('t4_celsius'),
  ...reading('core_celsius'),
  ...reading('control_celsius'),
  ...reading('flow_ml_per_min'),
  ...reading('outflow_ml_per_min'),
  ...reading('inflow_line_pressure_mmhg'),
  ...reading('cavity_pressure_mmhg'),
  ...reading('reservoir_ml'),
  ...reading('heater_power_percent'),
  ...reading('pump_speed_rpm'),
  'cavity_volume_ml REAL NOT NULL',
  ...command('requested'),
  ...command('in_force'),
  'interlock_bits INTEGER',
  'in_band INTEGER NOT NULL',
] as const;

function reading(name: string): string[] {
  return [`${name} REAL`, `${name}_missing TEXT`];
}

function command(prefix: string): string[] {
  return [
    `${prefix}_mode TEXT`,
    `${prefix}_heater INTEGER`,
    `${prefix}_pump INTEGER`,
    `${prefix}_inflow_setpoint_celsius REAL`,
    `${prefix}_flow_setpoint_ml_per_min REAL`,
  ];
}

/** What a text of the chain calls them. */
export const sampleTypes = sampleColumns.map((column) => column.split(' ')[1] as ColumnType);
export const eventTypes: readonly ColumnType[] = ['INTEGER', 'INTEGER', 'INTEGER', 'TEXT', 'TEXT'];
export const checkpointTypes: readonly ColumnType[] = ['INTEGER', 'INTEGER', 'INTEGER', 'INTEGER', 'TEXT'];

const sampleTable = (more: readonly string[]): string =>
  `CREATE TABLE sample (${[...sampleColumns, ...more].join(', ')}) STRICT;`;

/** One row, replaced: the run as it stood after event `seq` and the sample in row `sample_row` of its table. */
const checkpointTable = (more: readonly string[]): string => `
  CREATE TABLE checkpoint (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    session_ms INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    sample_row INTEGER NOT NULL,
    ${['body TEXT NOT NULL', ...more].join(',\n    ')}
  ) STRICT;
`;

export const createTables = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE event (
    seq INTEGER PRIMARY KEY,
    session_ms INTEGER NOT NULL,
    wall_ms INTEGER NOT NULL,
    type TEXT NOT NULL,
    body TEXT NOT NULL,
    ${chainColumns.join(',\n    ')}
  ) STRICT;
  ${sampleTable(chainColumns)}
  ${checkpointTable(chainColumns)}
  PRAGMA user_version = ${journalVersion};
`;

/** Names of the columns of a sample, in order. */
export const sampleColumnNames: readonly string[] = sampleColumns.map(
  (column) => column.split(' ')[0] ?? column,
);

/** Version 1 becomes version 2, whole or not at all: in one transaction, with every value as it is. */
export const upgradeFrom1 = `
  ALTER TABLE sample RENAME TO sample_1;
  ${sampleTable([])}
  INSERT INTO sample SELECT * FROM sample_1 ORDER BY rowid;
  DROP TABLE sample_1;
  ${checkpointTable([])}
  INSERT INTO meta VALUES ('upgraded-from', '1');
  PRAGMA user_version = 2;
`;

/**
 * Version 2 becomes this one: what was written stays as it is, and `upgrades` says up to which event it is of which
 * version. A file that was version 1 before says so in `upgraded-from`; its entries are then read from 1.
 */
export const upgradeFrom2 = `
  INSERT INTO meta VALUES ('upgrades', json_array(json_object(
    'from', coalesce((SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'upgraded-from'), 2),
    'seq', coalesce((SELECT max(seq) FROM event), 0)
  )));
  PRAGMA user_version = ${journalVersion};
`;

/**
 * The same for what has a chain, from version 3 on: what the chain began with stays as it was, and this stands beside
 * it, one entry for each console that went on with an older one's file.
 */
export const upgradeChained = (from: number): string => `
  INSERT OR IGNORE INTO meta VALUES ('later-upgrades', json_array());
  UPDATE meta SET value = json_insert(value, '$[#]', json_object(
    'from', ${from}, 'seq', coalesce((SELECT max(seq) FROM event), 0)
  )) WHERE key = 'later-upgrades';
  PRAGMA user_version = ${journalVersion};
`;
