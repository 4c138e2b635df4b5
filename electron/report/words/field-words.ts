import type { Language } from '../../domain/text/language.ts';
import type { EnteredKey } from '../figures/entered-fields.ts';

type FieldWords = Readonly<Record<EnteredKey, string>>;

/** `*` stands for the number in its list, from 1. */
const en: FieldWords = {
  'case.patient.familyName': 'Family name',
  'case.patient.givenName': 'Given name',
  'case.patient.birthDate': 'Date of birth',
  'case.patient.identifiers.*.value': 'Patient number *',
  'case.patient.visitNumber': 'Visit number',
  'case.patient.heightCm': 'Height, cm',
  'case.patient.weightKg': 'Weight, kg',
  'case.patient.allergies.text': 'Allergies',
  'case.diagnosis': 'Diagnosis',
  'case.indication': 'Indication',
  'case.procedure': 'Procedure',
  'case.bodyTemperatureBeforeCelsius': 'Body temperature before treatment, °C',
  'case.coreSite': 'Site of the core temperature',
  'case.disposablesLot': 'Disposables, lot',
  'case.disposablesExpiry': 'Disposables, expiry',
  'team.prescriber': 'Prescriber',
  'team.surgeon': 'Surgeon',
  'team.anaesthetist': 'Anaesthetist',
  'team.perfusionist': 'Perfusionist',
  'site.hospital': 'Hospital',
  'site.department': 'Department',
  timeOut: 'Time-out, names of two',
  'probePlaces.*.place': 'T*, place in the body',
  catheters: 'Catheters: number, size, place',
  'catheters.*.place': 'Catheter *, place',
  'catheters.*.frenchSize': 'Catheter *, size, Fr',
  'carrier.name': 'Carrier',
  'carrier.volumeMl': 'Carrier, volume, mL',
  'drugs.given': 'Drugs given: name, dose, lot',
  'drugs.given.*.name': 'Drug *, name',
  'drugs.given.*.doseMg': 'Drug *, dose, mg',
  'drugs.given.*.volumeMl': 'Drug *, volume, mL',
  'drugs.given.*.diluent': 'Drug *, diluent',
  'drugs.given.*.lot': 'Drug *, lot',
  'drugs.given.*.expiry': 'Drug *, expiry',
  'readings.*.value': 'Reading by hand *',
  'vitals.*.value': 'Vital sign or finding *',
  'notes.*.text': 'Note *',
  'volumes.beforeMl': 'In the cavity before the run, mL',
  'volumes.drainMeasuredMl': 'Drained, measured, mL',
};

const zh: FieldWords = {
  'case.patient.familyName': '姓',
  'case.patient.givenName': '名',
  'case.patient.birthDate': '出生日期',
  'case.patient.identifiers.*.value': '患者号码 *',
  'case.patient.visitNumber': '就诊号',
  'case.patient.heightCm': '身高（cm）',
  'case.patient.weightKg': '体重（kg）',
  'case.patient.allergies.text': '过敏史',
  'case.diagnosis': '诊断',
  'case.indication': '适应证',
  'case.procedure': '手术/操作名称',
  'case.bodyTemperatureBeforeCelsius': '治疗前体温（°C）',
  'case.coreSite': '核心体温测量部位',
  'case.disposablesLot': '耗材批号',
  'case.disposablesExpiry': '耗材有效期',
  'team.prescriber': '开立医师',
  'team.surgeon': '手术医师',
  'team.anaesthetist': '麻醉医师',
  'team.perfusionist': '灌注师',
  'site.hospital': '医院',
  'site.department': '科室',
  timeOut: '术前核对（两人姓名）',
  'probePlaces.*.place': 'T* 体内位置',
  catheters: '导管：数量、规格、位置',
  'catheters.*.place': '导管 * 位置',
  'catheters.*.frenchSize': '导管 * 规格（Fr）',
  'carrier.name': '灌注液',
  'carrier.volumeMl': '灌注液体积（mL）',
  'drugs.given': '已给药物：名称、剂量、批号',
  'drugs.given.*.name': '药物 * 名称',
  'drugs.given.*.doseMg': '药物 * 剂量（mg）',
  'drugs.given.*.volumeMl': '药物 * 体积（mL）',
  'drugs.given.*.diluent': '药物 * 溶媒',
  'drugs.given.*.lot': '药物 * 批号',
  'drugs.given.*.expiry': '药物 * 有效期',
  'readings.*.value': '人工读数 *',
  'vitals.*.value': '生命体征或检查结果 *',
  'notes.*.text': '备注 *',
  'volumes.beforeMl': '运行前腔内液体（mL）',
  'volumes.drainMeasuredMl': '排出量（实测，mL）',
};

const words: Readonly<Record<Language, FieldWords>> = { en, zh };

/** What a field of `summary.json` is called, by its path; one without words is shown as it is. */
export function fieldName(language: Language, field: string): string {
  const [, place = ''] = /\.(\d+)(?=\.|$)/.exec(field) ?? [];
  const key = place === '' ? field : field.replace(`.${place}`, '.*');
  const name = (words[language] as Readonly<Record<string, string>>)[key];
  return name === undefined ? field : name.replace('*', String(Number(place) + 1));
}
