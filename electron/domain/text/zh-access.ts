import type { Words } from './dictionary.ts';
import { problem as inChinese } from './zh-problems.ts';

export const accessProblem: Words['accessProblem'] = (problem) => {
  switch (problem.kind) {
    case 'pin-wrong':
      return '密码不正确。请重新输入。';
    case 'wait':
      return `密码多次输入错误。请 ${problem.seconds} 秒后再试；无需登录的操作不受影响。`;
    case 'pin-no-figures':
      return `密码应为 ${problem.fewest} 至 ${problem.most} 位数字。请重新输入。`;
    case 'pin-too-simple':
      return '密码过于简单：数字全部相同，或依次递增、递减。请另设密码。';
    case 'no-such-person':
      return '该人员不能在此登录。请另选人员，或联系维修工程师。';
    case 'not-signed-in':
      return '当前无人登录。请先登录。';
    case 'not-your-role':
      return '该角色无权进行此操作。请由有权限的人员登录。';
    case 'no-role-for-chair':
      return '只有灌注师或医师可以接管设备。请另选人员。';
    case 'name-missing':
      return '缺少姓名。请填写。';
    case 'name-wrong':
      return problem.problem.kind === 'lost'
        ? '姓名中有丢失的字符（�）。请重新填写。'
        : `姓名最多 ${problem.problem.most} 个字符，超出 ${problem.problem.tooMany} 个。请缩短。`;
    case 'name-taken':
      return `已有“${problem.name}”。请填写可以区分的姓名。`;
    case 'last-service':
      return '这是最后一名可登录的维修工程师。请先添加另一名。';
    case 'people-there':
      return '已有人员账户。请联系维修工程师添加。';
    case 'people-file':
      return inChinese(problem.said);
    case 'not-kept':
      return `未能写入，操作未生效（${problem.why}）。请检查磁盘和文件夹，然后重试。`;
  }
};
