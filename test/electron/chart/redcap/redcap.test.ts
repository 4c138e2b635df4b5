import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chartAssets } from '../../../../build/docs/chart-assets.ts';
import { inRoot } from '../../../../build/root.ts';
import type { ChartSource } from '../../../../electron/chart/chart-source.ts';
import { redcapRow } from '../../../../electron/chart/redcap/redcap.ts';
import { alone } from '../../../../electron/domain/actor.ts';
import { measured } from '../../../../electron/domain/reading.ts';
import type { RunEvent } from '../../../../electron/domain/run-event.ts';
import { syntheticSource } from '../../../support/chart-source.ts';
import { drugNamed } from '../../../support/drug.ts';
import { ended, phaseEvent, recordOf, samplesBetween } from '../../report/small-record.ts';
import { chartHeader, chartRecord, hardText, operator } from '../chart-record.ts';
import { readByPython } from '../read-by-python.ts';

interface Read {
  /** What does not fit the dictionary. */
  readonly wrong: readonly string[];
  readonly row: Readonly<Record<string, string>>;
  readonly flagged: readonly string[];
  readonly forms: readonly string[];
}

const dictionary = inRoot('assets/chart/redcap-dictionary.csv');
/** The row as Python reads it by the published dictionary. */
const read = (source: ChartSource) =>
  readByPython<Read>('redcap/check_import.py', redcapRow(source), dictionary);
const known = ({ row }: Read) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ''));
const source = syntheticSource({}, chartRecord());
const action = (name: Extract<RunEvent, { type: 'action' }>['action']): RunEvent => ({
  type: 'action',
  by: operator,
  ...alone,
  action: name,
  refused: null,
});

describe('redcap.csv', () => {
  it('fits its published dictionary, variable by variable', () => {
    const { wrong, forms } = read(source);
    expect(wrong).toEqual([]);
    expect(forms).toEqual(['hipec_session']);
  });

  it('has the dictionary that the code writes by; if not, run: node build/docs/main.ts', () => {
    expect(readFileSync(dictionary, 'utf8')).toBe(chartAssets()['redcap-dictionary.csv']);
  });

  it('has every figure of a session, and blanks where nothing is known', () => {
    const probe = (n: number, site: string, mean: string, minutes: readonly string[], cem43: string) => ({
      [`site_t${n}`]: site,
      [`mean_t${n}`]: mean,
      [`sd_t${n}`]: '0',
      [`min_t${n}`]: mean,
      [`max_t${n}`]: mean,
      ...Object.fromEntries(minutes.map((value, index) => [`minutes_ge_${41 + index}_t${n}`, value])),
      [`cem43_t${n}`]: cem43,
    });
    expect(known(read(source))).toEqual({
      record_id: '0198c1f2-7a40-7c11-9d7e-3b5f0a6e2c11',
      hospital_number: '20488317',
      session_no: '2',
      sessions_planned: '3',
      session_date: '2026-03-29',
      document_status: 'preliminary',
      simulation: '1',
      ended: 'completed',
      indication: 'After cytoreduction, CC-0',
      diagnosis: 'Peritoneal metastases of colorectal origin',
      procedure: 'Cytoreduction with HIPEC',
      cavity: 'peritoneal',
      side: 'not_applicable',
      technique: 'closed',
      approach: 'intra_operative',
      height_cm: '172',
      weight_kg: '68.5',
      bsa_m2: '1.808',
      preset: '42.5 °C × 60 min',
      preset_version: '3',
      mode: 'circulation',
      target_c: '42.5',
      minutes_planned: '60',
      drugs_given: '1',
      drug_1: '=cmd|first',
      dose_mg_1: '60',
      dose_mg_m2_1: '33.179',
      conc_mg_l_1: '19.998',
      added_at_min_1: '0.033',
      minutes_treatment: '1',
      minutes_in_band: '0.913',
      drug_contact_min: '1.5',
      control_mean_c: '42.5',
      control_sd_c: '0',
      ...probe(1, 'inflow', '44.005', ['0.915', '0.915', '0.915'], '1.836'),
      sd_t1: '0.023',
      min_t1: '44',
      max_t1: '44.125',
      ...probe(2, 'outflow', '42.2', ['0.915', '0.915', '0'], '0.302'),
      ...probe(3, 'cavity_upper', '42.5', ['0.882', '0.882', '0'], '0.441'),
      ...probe(4, 'cavity_lower', '42.5', ['0.915', '0.915', '0'], '0.458'),
      inflow_mean_c: '44.005',
      outflow_mean_c: '42.2',
      flow_mean_ml_min: '1500',
      flow_sd_ml_min: '0',
      flow_in_band_percent: '100',
      core_site: 'oesophagus',
      core_max_c: '37',
      core_max_by_hand_c: '37.9',
      core_min_ge_38: '0',
      core_min_ge_39: '0',
      core_min_ge_39_5: '0',
      volume_before_ml: '0',
      volume_filled_ml: '4950',
      volume_added_ml: '50',
      by_hand_in_ml: '0',
      by_hand_out_ml: '250',
      volume_out_ml: '4900',
      retained_ml: '3050.25',
      alarms_high: '0',
      alarms_medium: '1',
      alarms_low: '0',
      interruptions: '0',
      console_version: '0.1.0',
      rig_serial: 'HX-0477',
      disposable_lot: 'LOT 2407-113',
      record_sha256: 'ab'.repeat(32),
    });
  });

  it('flags what tells who the patient is, and every text that people type', () => {
    expect(read(source).flagged).toEqual([
      ...[
        'hospital_number',
        'session_date',
        'ended_reason',
        'indication',
        'diagnosis',
        'procedure',
        'carrier',
      ],
      ...[
        'drug_1',
        'drug_2',
        'drug_3',
        'drug_4',
        'drug_5',
        'drug_6',
        'core_site',
        'rig_serial',
        'disposable_lot',
      ],
    ]);
  });

  it('has the pressure in the cavity over the treatment alone, where it is measured', () => {
    const pressed = (fromMs: number, toMs: number, mmHg: number, phase: 'treatment' | 'drain') =>
      samplesBetween(fromMs, toMs, () => ({ phase, cavityPressureMmHg: measured(mmHg) }));
    const samples = [
      ...pressed(0, 3000, 10, 'treatment'),
      ...pressed(3000, 4000, 14, 'treatment'),
      ...pressed(4000, 5000, 40, 'drain'),
    ];
    const record = {
      ...recordOf(samples, [
        [0, phaseEvent('treatment')],
        [4000, phaseEvent('drain')],
      ]),
      header: chartHeader,
    };
    expect(known(read(syntheticSource({}, record)))).toMatchObject({
      iap_mean_mmhg: '11',
      iap_max_mmhg: '14',
      ended: 'interrupted',
    });
  });

  it('keeps texts as they were typed, and says how many drugs had no columns any more', () => {
    const drug = { ...drugNamed(hardText, 10), doseMg: null };
    const record = recordOf(samplesBetween(0, 1000), [
      [0, phaseEvent('treatment')],
      ...Array.from({ length: 8 }, (_, index): [number, RunEvent] => [
        100 + index,
        action({ type: 'record-drug', drug, addition: null, checkedBy: null }),
      ]),
      [
        500,
        action({ type: 'end-treatment', early: { reason: `${hardText}\r\n\u0000`, clinician: 'Dr. B' } }),
      ],
      [1000, ended('aborted')],
    ]);
    const { wrong, row } = read(syntheticSource({ language: 'zh' }, { ...record, header: chartHeader }));
    expect(wrong).toEqual([]);
    expect([row.drugs_given, row.drug_1, row.drug_6, row.dose_mg_1]).toEqual(['8', hardText, hardText, '']);
    expect(row.ended_reason).toBe(`${hardText}\n␀`);
    expect(row.ended).toBe('aborted');
  });

  it('stands with nothing on record but its header', () => {
    const { patient } = chartHeader.case;
    const header = {
      ...chartHeader,
      timeZone: null,
      fluidInCavityMl: null,
      case: {
        ...chartHeader.case,
        sessionsPlanned: null,
        patient: { ...patient, heightCm: null, weightKg: null },
      },
    };
    const nothing = { header, events: [], samples: () => [], close() {} };
    const found = read(syntheticSource({ recordSha256: null }, nothing));
    expect(found.wrong).toEqual([]);
    expect(known(found)).not.toHaveProperty('minutes_ge_41_t1');
    for (const blank of [
      'bsa_m2',
      'mean_t1',
      'minutes_treatment',
      'core_min_ge_38',
      'drug_1',
      'record_sha256',
      'volume_before_ml',
    ])
      expect(found.row[blank], blank).toBe('');
  });

  it('is the same, byte for byte, when it is made again', () => {
    expect(redcapRow(source)).toBe(redcapRow(source));
  });
});
