import type { SiteLists } from '../../domain/site-lists.ts';

const item = (id: string, en: string, zh: string) => ({ id, en, zh, mustBeDone: true, needsSound: false });
const nowhere = { peritoneal: [], pleural: [], bladder: [] };

/** Before version 7 every console asked the same, and no site named anything. */
export const listsOf6: SiteLists = {
  checklist: [
    item('consent-seen', 'Consent seen', '已查看知情同意书'),
    item('identity-checked', 'Patient identity checked', '已核对患者身份'),
    item('circuit-fitted', 'Circuit and disposables fitted', '管路及耗材已安装'),
    item('catheters-placed', 'Catheters placed', '灌注管已置入'),
    item('probes-placed', 'Probes placed, sites as entered', '温度探头已按所填部位放置'),
    item('drug-prepared', 'Drug prepared as entered', '药物已按所填内容配制'),
    {
      ...item('alarms-tried', 'Alarms heard, three colours seen', '已听到报警音，已看到三种颜色'),
      mustBeDone: false,
    },
  ],
  contraindications: [{ id: 'any', en: 'Any contraindication', zh: '任何禁忌证' }],
  indications: [],
  catheterPlaces: nowhere,
  probePlaces: nowhere,
  vitalSigns: [],
  drugNames: [],
};
