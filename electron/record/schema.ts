/** Version of the journal's layout, kept in SQLite's `user_version`. */
export const journalVersion = 1;

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
  ...command('requested', 'NOT NULL'),
  ...command('in_force', ''),
  'interlock_bits INTEGER',
  'in_band INTEGER NOT NULL',
] as const;

function reading(name: string): string[] {
  return [`${name} REAL`, `${name}_missing TEXT`];
}

function command(prefix: string, constraint: string): string[] {
  return [
    `${prefix}_mode TEXT ${constraint}`,
    `${prefix}_heater INTEGER ${constraint}`,
    `${prefix}_pump INTEGER ${constraint}`,
    `${prefix}_inflow_setpoint_celsius REAL ${constraint}`,
    `${prefix}_flow_setpoint_ml_per_min REAL ${constraint}`,
  ].map((column) => column.trim());
}

export const createTables = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE event (
    seq INTEGER PRIMARY KEY,
    session_ms INTEGER NOT NULL,
    wall_ms INTEGER NOT NULL,
    type TEXT NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  CREATE TABLE sample (${sampleColumns.join(', ')}) STRICT;
  PRAGMA user_version = ${journalVersion};
`;
