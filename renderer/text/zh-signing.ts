import type * as en from './en-signing.ts';

export const signing: typeof en.signing = {
  tab: '审核与签名',
  title: '审核与签名',
  close: '关闭',
  reading: '正在读取记录…',
  notRead: '无法读取记录',
  again: '重试',
  waits: '文件生成后即可签名。',
  status: {
    preliminary: '初步：未签名',
    final: '正式：已签名',
    amended: '已补充：签名后增加了内容',
    corrected: '已更正：签名后修改了数值',
  },
  waitsForReview: '初步：等待第二人签名',
  sealed: (fingerprint) => `已用密钥 ${fingerprint} 封存`,
  notSealed: '记录未封存，不能签名。',
  signatures: '签名',
  noSignature: '尚无。',
  signed: { performed: '实施治疗', reviewed: '审核记录' },
  sign: { performed: '签名：实施', reviewed: '签名：审核' },
  signCaption: '按住签名',
  keepHolding: '请继续按住…',
  inNameOf: (name) => `以 ${name} 的名义记录。`,
  nobodySignedIn: '记录人须先登录。',
  byAt: (who, at) => `${who}，${at}`,
  deviations: (count, explained) => (count === 0 ? '偏离' : `偏离（${count} 项，已说明 ${explained} 项）`),
  noDeviations: '无记录。',
  before: '运行前',
  explain: '说明',
  missing: (count) => (count === 0 ? '无缺项' : `缺项（${count}）`),
  enter: '补录',
  notes: '运行后的备注',
  noNotes: '无。',
  note: '添加备注',
  released: '未签名即发出（初步）',
  release: '未签名发出',
  releaseCaption: '作为初步文件，须注明原因',
  entered: '录入内容',
  showEntered: '显示并更正录入内容',
  hideEntered: '收起录入内容',
  correct: '更正',
  none: '未录入',
  changed: (from, to) => `${from} → ${to}`,
  late: (value) => `补录：${value}`,
  task: {
    explanation: '为何发生？',
    'late-entry': '补录缺项',
    correction: '更正错误',
    note: '添加备注',
    'released-unsigned': '未签名发出文件',
  },
  text: '说明',
  noteText: '备注',
  value: '内容',
  newValue: '新内容',
  stands: (value) => `现为：${value}`,
  reason: '原因',
  releaseNote: '文件每页均标明“初步”。',
  back: '返回',
  keep: '记录',
  keeping: '正在保存…',
  noAnswer: '控制台无应答。请先查看是否已记录，再重试。',
  problem: (problem) => {
    switch (problem.kind) {
      case 'still-on':
        return '运行尚未结束：请先结束或接续该运行。';
      case 'not-sealed':
        return '记录尚未封存。请等待文件生成；如一直如此，请查看控制台消息。';
      case 'already-signed':
        return '您已按此含义签名。';
      case 'needs-another-person':
        return '您已签名：第二个签名须由另一人完成。';
      case 'needs-no-release':
        return '已签名，或此前已发出。';
      case 'no-such-deviation':
        return '该记录中没有此项偏离。';
      case 'no-such-field':
        return '该记录中没有此项内容。';
      case 'has-a-value':
        return `此项现已有内容“${problem.value}”：请改用更正。`;
      case 'another-value':
        return problem.value === null
          ? '此项现无内容：请改用补录。'
          : `此项现为“${problem.value}”：请重新查看。`;
      case 'same-value':
        return '与现有内容相同。';
    }
  },
  notKept: (why) => `未能保存：${why}`,
};
