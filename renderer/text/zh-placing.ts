import { missingText } from '../../electron/contract/text.ts';
import type * as en from './en-placing.ts';

const ways = { in: '进', out: '出' };
const list = (probes: readonly string[]) => probes.join('、');

export const placing: typeof en.placing = {
  map: {
    name: '灌注管与探头位置图',
    letters: { right: '右', left: '左' },
    ways,
    french: (size) => `${size} Fr`,
    catheter: (number, way, place) => `${number} 号管，${ways[way]}水，${place}`,
    probe: (id, place) => `${id}，${place}`,
    legend: { in: '进水管', out: '出水管', probe: '探头' },
    beside: '图外位置',
    otherPlaces: '其他位置',
    placeMissing: '未填写位置',
    catheterRow: (number, way, frenchSize) =>
      `${number} 号管，${ways[way]}水，${frenchSize ?? missingText} Fr`,
    celsius: '°C',
    ignored: (celsius) => `暂时忽略，${celsius}`,
    noCatheter: '未录入灌注管。',
    nonePlaced: '未填写灌注管和探头的位置，不作图示。',
    noneDrawn: '所填位置均不在图示范围内。',
    sideMissing: '图示为右侧，代表所治疗的一侧。',
    suggestion: '参考',
    suggested: '参考：交叉放置，膈下进水，对侧盆底出水，不留灌注盲区。',
  },
  catheters: {
    heading: '灌注管',
    empty: '在图中触摸一个位置，即可在该处录入灌注管。',
    full: (most) => `已录入 ${most} 根灌注管，不能再增加。`,
    place: (number) => `${number} 号管的位置`,
    typedPlace: '其他位置（手工填写）',
    typedPlaceOf: (number) => `${number} 号管的位置，手工填写`,
    typedHint: '位置',
    way: (number) => `${number} 号管：进水或出水`,
    french: (number) => `${number} 号管的管径（Fr）`,
    frenchHint: '管径',
    frenchUnit: 'Fr',
    remove: '删除',
    removeOf: (number) => `删除 ${number} 号管`,
    problem: ({ number, what }) => {
      switch (what.kind) {
        case 'no-place':
          return `${number} 号管：请填写位置`;
        case 'place-too-long':
          return `${number} 号管：位置过长，多出 ${what.tooMany} 个字`;
        case 'place-lost':
          return `${number} 号管：位置中有字符丢失，请重新填写`;
        case 'french':
          return `${number} 号管：管径为 ${what.lowest}–${what.highest} Fr，或留空`;
      }
    },
  },
  probeCheck: {
    heading: '探头核对',
    start: '开始',
    again: '重新开始',
    end: '结束',
    change: (celsius) => `较开始时 ${celsius} °C`,
    warm: {
      title: '逐个辨认',
      how: '用手握热一个探头，看哪一个读数变化。',
      waiting: '尚无探头读数变化',
      moved: (probe) => `${probe} 读数变化`,
      several: (probes) => `不止一个变化：${list(probes)}。待其稳定后重新开始。`,
      missing: (probes) => `${list(probes)} 无读数：检查插头和导线`,
    },
    dip: {
      title: '同一容器比对',
      how: '将所有探头放入同一容器的搅匀温水中，等待稳定。',
      running: (seconds, of) => `已稳定 ${seconds} 秒，共需 ${of} 秒`,
      unsettled: (probes) => `尚未稳定：${list(probes)}`,
      missing: (probes) => `${list(probes)} 无读数：检查插头和导线`,
      tooFew: '探头少于两个，无法比对',
      passed: '探头读数一致',
      failed: '探头读数不一致',
      spread: (spread, tolerance) => `相差 ${spread} °C，允许 ${tolerance} °C`,
      mean: (celsius) => `30 秒均值 ${celsius} °C`,
      keep: '写入记录',
      kept: (spread) => `已记录：同一容器内相差 ${spread.toFixed(2)} °C。`,
    },
  },
};
