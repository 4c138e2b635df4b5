import type { access as en } from './en-access.ts';

export const access: typeof en = {
  signIn: '登录',
  signedIn: (name) => name,
  inCharge: (name) => `操作负责人：${name}`,
  chairHeld: '操作负责人',
  lock: '锁定',
  switchPerson: '换人登录',
  takeChair: '接手本次运行',
  takeChairNote: '接手者须输入 PIN。时间和双方姓名将写入记录。此后的操作记在接手者名下。',
  people: '人员',
  close: '关闭',
  who: '您是谁？',
  nobody: '此处没有具备权限的账户。请由维修工程师添加人员。',
  pin: 'PIN 码',
  pinOf: (name) => `${name} 的 PIN`,
  other: '选择其他人',
  enter: '确定',
  back: '删除',
  checking: '正在核对 …',
  noAnswer: '控制台核心没有应答，请重试。',
  startsHeat: '开始加热：泵和加热器开，走旁路',
  second: { title: '请第二人确认', note: '按本单位规定，此操作须由两人确认。' },
  needsSignIn: '此操作须由有权限的人员登录。',
  glass: {
    tab: '不登录',
    title: '来不及输入 PIN',
    note: '姓名和原因将写入记录，并列为偏离。',
    name: '您的姓名',
    reason: '不能等待的原因',
    go: '立即执行',
    needs: '请填写姓名和原因',
  },
  first: {
    title: '第一个账户',
    note: '目前没有任何账户。第一个账户为维修工程师，由其添加其他人员。停止加热、暂停循环、停止运行和立即排液从不需要账户。',
    name: '姓名',
    make: '建立账户',
  },
  list: {
    title: '人员',
    add: '添加人员',
    name: '姓名',
    role: '角色',
    mayNot: '不可登录',
    active: '可以登录',
    newPin: '新 PIN',
    ownPin: '您自己的 PIN',
    save: '保存',
    setPin: '设置新 PIN',
    cancel: '取消',
    saved: (name) => `${name}：已保存`,
  },
  released: (name, at) => `${name} 已放行，${at}`,
  notSignedOff: (count) => `本单位有 ${count} 项设置尚无人签字确认`,
  notReleased: '尚未放行：手术室人员还不能开始',
  release: '放行给手术室人员',
  releaseCaption: '任何更改后失效',
  problem: (problem) => {
    switch (problem.kind) {
      case 'pin-wrong':
        return 'PIN 不正确。';
      case 'wait':
        return `PIN 错误次数过多，请等待 ${problem.seconds} s 后再试。`;
      case 'pin-no-figures':
        return `PIN 为 ${problem.fewest} 至 ${problem.most} 位数字。`;
      case 'pin-too-simple':
        return '该 PIN 太容易猜到。请勿使用连续数字或同一数字。';
      case 'no-such-person':
        return '该人员不能在此登录。';
      case 'not-signed-in':
        return '请先登录。';
      case 'not-your-role':
        return '当前角色无权进行此操作。';
      case 'no-role-for-chair':
        return '只有灌注师或医师可以负责运行。';
      case 'name-missing':
        return '请填写姓名。';
      case 'name-wrong':
        return problem.problem.kind === 'lost'
          ? '姓名含有丢失的字符（�）：请重新填写。'
          : `姓名过长：最多 ${problem.problem.most} 个字符。`;
      case 'name-taken':
        return `已有 ${problem.name}，请在姓名上加以区分。`;
      case 'last-service':
        return '至少须保留一名可登录的维修工程师。';
      case 'people-there':
        return '已有人员，请由维修工程师添加。';
      case 'people-file':
        return `目前无人能登录。${problem.said}`;
      case 'not-kept':
        return `未执行，因为无法写入：${problem.why}`;
    }
  },
  roleHint: (role) =>
    ({
      perfusionist: '操作治疗',
      'or-staff': '启动已放行的运行，确认报警',
      clinician: '操作治疗，决定计划外事项',
      service: '人员、单位设置、方案；不治疗患者',
    })[role],
};
