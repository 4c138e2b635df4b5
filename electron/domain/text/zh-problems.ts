import { controlSite as english } from './en-names.ts';
import { linkDetail } from './zh-details.ts';
import { fileProblems } from './zh-file-problems.ts';
import { listProblems } from './zh-list-problems.ts';
import { machineProblems, refusals } from './zh-machine-problems.ts';
import { controlSite as chinese } from './zh-names.ts';
import { about, inChinese, type Pattern } from './zh-patterns.ts';
import { peopleProblems } from './zh-people-problems.ts';
import { presetProblems } from './zh-preset-problems.ts';
import { siteProblems } from './zh-site-problems.ts';

const controlSites: Readonly<Record<string, string>> = Object.fromEntries(
  (['inflow', 'outflow', 'cavity'] as const).map((site) => [english[site].toLowerCase(), chinese[site]]),
);

/** What keeps a run from being started (`session/console.ts`, `program/setup.ts`, `record/`). */
const starts: readonly Pattern[] = [
  about('^A run is open already\\. .+', () => '已有运行正在进行。请先结束该运行。'),
  about('at most LOW characters', ({ low }) => `最多 ${low} 个字符`),
  about('holds a character that was lost \\(�\\): write it again', () => '含有丢失的字符（�）：请重新填写'),
  about('^Too many at once; wait a moment, then try again\\.$', () => '一次操作过多；请稍候再试。'),
  about('^The rig does not answer\\. .+', () => '设备无应答。请检查电缆以及设备是否已开机。'),
  about('^The rig is running already\\. .+', () => '设备已在运行。请在设备上停止，然后开始运行。'),
  about(
    '^The disk of the record has LOW MB free, a run needs HIGH MB: .+',
    ({ low, high }) => `记录所在磁盘剩余 ${low} MB，一次运行需要 ${high} MB：请释放磁盘空间，然后开始运行。`,
  ),
  about(
    '^The patient weighs LOW kg; this site treats from HIGH kg on\\. .+',
    ({ low, high }) => `患者体重 ${low} kg，本单位只治疗 ${high} kg 及以上者。核对体重，或转他处治疗。`,
  ),
  about(
    '^The flow of (?<flow>.+?) is above the ceiling of this site, (?<most>.+?) \\(.+?\\)\\. .+',
    ({ flow, most }) => `流量 ${flow} 超过本单位上限 ${most}。改选方案或降低流量。`,
  ),
  about('^The fill is reckoned from body surface\\. .+', () => '充盈量按体表面积计算。请填写身高和体重。'),
  about('^The fill is reckoned from body weight\\. .+', () => '充盈量按体重计算。请填写体重。'),
  about('^The fill is not known\\. .+', () => '充盈量未知。请填写身高和体重，或充盈量。'),
  about(
    '^The fill of (?<fill>.+?) is less than this site fills, (?<least>.+?)\\. .+',
    ({ fill, least }) => `充盈量 ${fill} 低于本单位下限 ${least}。核对身高体重和方案，或转他处治疗。`,
  ),
  about(
    '^The fill of (?<fill>.+?) is above the largest cavity volume of the preset, (?<most>.+?)\\. .+',
    ({ fill, most }) =>
      `充盈量 ${fill} 超过方案的最大腔内容量 ${most}。减少充盈量，或在方案副本中提高最大容量。`,
  ),
  about(
    '^This preset controls the (?<site>.+?), and no probe is placed there\\. .+',
    ({ site = '' }) =>
      `本方案按${controlSites[site] ?? site}温度控制，但该处没有探头。请填写各探头位置，或改选按进水温度控制的方案。`,
  ),
  about(
    '^(?<probe>T\\d) is not fitted on this rig\\. .+',
    ({ probe }) => `本设备未接 ${probe}。请插上探头，或选“未使用”。`,
  ),
  about('^There is no preset "(?<name>.+)"\\. .+', ({ name }) => `没有方案“${name}”。请从列表中选择。`),
  about(
    '^Flow and volumes of "(?<name>.+)" are blank\\. .+',
    ({ name }) => `“${name}”的流量和液量为空。请填写，然后开始运行。`,
  ),
  about('^journal: ', () => '记录：'),
  about('^journal thread ended: ', () => '记录线程已结束：'),
  about(
    '(?<path>\\S+) exists already and is not written over\\. .+',
    ({ path }) => `${path} 已存在，不会被覆盖。请另选文件夹或移走该文件。`,
  ),
  about(
    '(?<path>\\S+) cannot be made \\((?<why>.+)\\)\\. .+',
    ({ path, why }) => `无法创建 ${path}（${why}）。请检查文件夹是否存在且可写。`,
  ),
  about(
    '^(?<path>.+) cannot be made: (?<why>.+)\\. Choose another folder\\.$',
    ({ path, why }) => `无法创建 ${path}（${why}）。请另选文件夹。`,
  ),
];

/** What keeps the rig from being reached or used (`native-bridge/transport`, `native-bridge/rig`). */
const rigs: readonly Pattern[] = [
  about('There is no serial port (?<path>\\S+)\\.', ({ path }) => `没有串口 ${path}。`),
  about(' Plug the rig in or name its port\\. ?', () => '请连接设备或指定其端口。'),
  about('This computer shows no serial port\\.', () => '本机没有串口。'),
  about('Serial ports here: (?<ports>.+)\\.', ({ ports }) => `本机串口：${ports}。`),
  about(
    '^The serial port (?<path>\\S+) is in use by another program\\. .+',
    ({ path }) => `串口 ${path} 被其他程序占用。请关闭该程序；Linux 上可用 \`fuser -v ${path}\` 查找。`,
  ),
  about(
    '^This user may not open the serial port (?<path>\\S+)\\. .+',
    ({ path }) =>
      `当前用户无权打开串口 ${path}。Linux 上请运行 \`sudo usermod -aG dialout "$USER"\` 后重新登录。`,
  ),
  about(
    '^The serial port (?<path>\\S+) did not open: (?<why>.+)\\. Check that it is .+',
    ({ path, why }) => `串口 ${path} 未能打开（${why}）。请检查其是否为串口以及速率和校验设置。`,
  ),
  about(
    'the rig speaks register map version (?<its>\\d+), this console speaks version (?<ours>\\d+)\\. Update the older of the two\\.',
    ({ its, ours }) => `设备的寄存器映射为版本 ${its}，本控制台为版本 ${ours}。请更新较旧的一方。`,
  ),
  about('\\. Switch the rig on and check the cable\\.', () => '。请打开设备电源并检查电缆。'),
  about(
    '\\. Switch the rig on, check the cable, and that the rig speaks (?<line>.+) \\((?<names>.+)\\)\\.',
    ({ line, names }) => `。请打开设备电源，检查电缆，并确认设备的串口设置为 ${line}（${names}）。`,
  ),
  about(
    '^The serial port (?<path>\\S+) cannot drop DTR: (?<why>.+)\\. Write dtr=keep .+',
    ({ path, why }) => `串口 ${path} 不能撤销 DTR（${why}）。请写 dtr=keep 或 dtr=on，或省略 dtr。`,
  ),
  about(
    'this is the machine (?<here>\\S+), and the run belongs to (?<its>\\S+)\\. .+',
    ({ here, its }) => `这是设备 ${here}，而本次运行属于 ${its}。请连接 ${its}，或结束运行。`,
  ),
  about(
    'this is the machine (?<here>\\S+), and (?<its>\\S+) was connected before\\. .+',
    ({ here, its }) => `这是设备 ${here}，此前连接的是 ${its}。如确要使用，请选择此端口。`,
  ),
  about(
    'opening took over LOW s: unplug it and plug it in again\\.',
    ({ low }) => `打开端口超过 ${low} s：请拔下后重新插入。`,
  ),
  about(
    '^The rig is connected on (?<port>.+)\\. Another port can be chosen once it is not\\.$',
    ({ port }) => `设备已连接在 ${port}。断开后才能选择其他端口。`,
  ),
  about(
    '^There is no serial port (?<path>\\S+) now\\. Choose one of the list\\.$',
    ({ path }) => `现在没有串口 ${path}。请从列表中选择。`,
  ),
  about(' \\(instead of (?<asked>\\S+)\\)', ({ asked }) => `（原为 ${asked}）`),
  about('\\. Have the rig serviced\\.', () => '。请送修设备。'),
];

/** In Chinese as far as there are words for it; names, paths and what a system said stay as they are. */
export const problem = (said: string): string =>
  linkDetail(
    inChinese(
      [
        ...(said.startsWith('people ') ? peopleProblems : []),
        ...(/^(?:site|people) /.test(said) ? [...listProblems, ...siteProblems] : []),
        ...refusals,
        ...fileProblems,
        ...presetProblems,
        ...starts,
        ...machineProblems,
        ...rigs,
      ],
      said,
    ),
  ).replaceAll('; ', '；');

/** Of one value, by its place. */
export const siteProblem = (said: string): string =>
  inChinese([...listProblems, ...siteProblems, ...refusals, ...starts], said);
