import { about, type Pattern } from './zh-patterns.ts';

/** Fields of a preset as `preset-fields.ts` calls them. */
const fields: Readonly<Record<string, string>> = {
  name: '名称',
  version: '版本',
  source: '来源',
  cavity: '体腔',
  setting: '治疗场景',
  mode: '方式',
  target: '目标温度',
  'treatment time': '治疗时间',
  'largest cavity volume': '最大液量',
  'fill volume': '注液量',
  'rinse volume': '冲洗量',
  'fill flow': '注液流量',
  'drain flow': '排液流量',
  flow: '流量',
  carrier: '灌注液',
  'control site': '控温点',
  'ruling clock': '计时方式',
  'start of the clock': '计时开始',
  'number of rinses': '冲洗次数',
};

function fieldName(what: string): string {
  const [, of, count] = /^(time of |label of )?addition (\d+)$/.exec(what) ?? [];
  if (count === undefined) return fields[what] ?? what;
  return `第 ${count} 次加药${of === 'time of ' ? '的时间' : of === 'label of ' ? '的名称' : ''}`;
}

const value = (shown: string): string =>
  shown === 'blank' ? '空' : shown === 'no number' ? '不是数字' : shown;

const field = `(?<what>${Object.keys(fields).join('|')}|(?:time of |label of )?addition \\d+)`;
const aboutField = (english: string, say: Pattern[1]): Pattern => about(english.replace('FIELD', field), say);

/** What keeps a preset from being used, part by part (`preset-problems.ts`, `preset-file.ts`, `preset-store.ts`). */
export const presetProblems: readonly Pattern[] = [
  aboutField(
    'FIELD must be a number in (?<unit>\\S+), but is (?<is>.+?): enter one between LOW and HIGH',
    ({ what = '', unit, is = '', low, high }) =>
      `${fieldName(what)}应为数字（${unit}），现为 ${value(is)}：请输入 ${low} 至 ${high} 之间的值`,
  ),
  aboutField(
    'FIELD must be a whole number, but is (?<is>.+?): enter one between LOW and HIGH',
    ({ what = '', is = '', low, high }) =>
      `${fieldName(what)}应为整数，现为 ${value(is)}：请输入 ${low} 至 ${high} 之间的值`,
  ),
  aboutField(
    'FIELD must be a whole number, but is (?<is>.+?): round it',
    ({ what = '', is }) => `${fieldName(what)}应为整数，现为 ${is}：请取整`,
  ),
  aboutField(
    'FIELD must lie between LOW and HIGH(?<unit> \\S+)?, but is (?<is>.+?): enter a value in that range',
    ({ what = '', low, high, unit = '', is }) =>
      `${fieldName(what)}应在 ${low} 至 ${high}${unit} 之间，现为 ${is}：请输入该范围内的值`,
  ),
  aboutField(
    'FIELD must be one of (?<of>.+?), but is (?<is>.+?): choose one of them',
    ({ what = '', of, is = '' }) => `${fieldName(what)}应为 ${of} 之一，现为 ${value(is)}：请选择其一`,
  ),
  aboutField(
    'FIELD must be a text, but is (?<is>.+?): write one',
    ({ what = '', is = '' }) => `${fieldName(what)}应为文字，现为 ${value(is)}：请填写`,
  ),
  aboutField(
    'FIELD is blank: write at least LOW character',
    ({ what = '', low }) => `${fieldName(what)}为空：请至少填写 ${low} 个字符`,
  ),
  aboutField(
    'FIELD has LOW characters, at most HIGH are kept: shorten it',
    ({ what = '', low, high }) => `${fieldName(what)}有 ${low} 个字符，最多 ${high} 个：请缩短`,
  ),
  aboutField(
    'FIELD (?<is>\\S+) mL/min is outside what rig (?<rig>\\S+) can do \\(LOW–HIGH mL/min\\): choose another preset or copy it with a flow in that range',
    ({ what = '', is, rig, low, high }) =>
      `${fieldName(what)} ${is} mL/min 超出设备 ${rig} 的能力（${low}–${high} mL/min）：请另选方案，或复制并改为该范围内的流量`,
  ),
  aboutField(
    'FIELD holds a character that was lost \\(�\\): write it again',
    ({ what = '' }) => `${fieldName(what)}有丢失的字符（�）：请重新填写`,
  ),
  about(
    'the fill is given (?<times>\\d) times \\((?<which>.+?)\\): keep one and make the others null',
    ({ times, which }) => `充盈量给出了 ${times} 次（${which}）：请保留一个，其余改为 null`,
  ),
  about(
    'largest cavity volume is below the fill volume \\((?<is>.+?)\\): raise it or fill less',
    ({ is = '' }) => `最大液量低于注液量（${is.replace(' of ', ' 对 ')}）：请提高或减少注液`,
  ),
  about(
    'planned additions must be a list, but are (?<is>[^;]+)',
    ({ is = '' }) => `计划加药应为列表，现为 ${value(is)}`,
  ),
  about(
    'LOW additions are planned, at most HIGH are kept: take some out',
    ({ low, high }) => `计划了 ${low} 次加药，最多 ${high} 次：请删减`,
  ),
  aboutField(
    'FIELD must be an object, but is (?<is>[^;]+)',
    ({ what = '', is = '' }) => `${fieldName(what)}应为对象，现为 ${value(is)}`,
  ),
  about('must be an object, but is (?<is>[^;]+)', ({ is = '' }) => `应为对象，现为 ${value(is)}`),
  about(
    'no preset has this field: check its spelling, or take it out',
    () => '方案没有此字段：请检查拼写或删除',
  ),
  about(
    'what it is based on must be null, or hold name, version, by and changes: copy the preset again',
    () => '所依据的方案应为 null，或含名称、版本、制作人和更改：请重新复制方案',
  ),
  about(
    '"(?<name>.+)" is kept like this already: change a value, or its name',
    ({ name }) => `“${name}”已如此保存：请更改数值或名称`,
  ),
  about(
    'it cannot be kept in (?<folder>.+): (?<why>.+)\\. Check the folder',
    ({ folder, why }) => `无法保存到 ${folder}（${why}）。请检查文件夹`,
  ),
  about('^presets? (?<path>.+?): ', ({ path }) => `方案 ${path}：`),
  about('not valid JSON \\((?<why>.+)\\)\\.', ({ why }) => `不是有效的 JSON（${why}）。`),
  about('cannot be read \\((?<why>.+)\\)\\.', ({ why }) => `无法读取（${why}）。`),
  about(
    '[.。] Mend the file(?<again> and start again)?\\.$',
    ({ again }) => `。请修正文件${again === undefined ? '' : '后重新启动'}。`,
  ),
];
