import type { drawnPlaces } from '../../electron/domain/places.ts';
import type { ListItem } from '../../electron/domain/site-lists.ts';

type Named<Ids extends readonly string[]> = Readonly<Record<Ids[number], readonly [en: string, zh: string]>>;
const items = <Ids extends readonly string[]>(names: Named<Ids>): readonly ListItem[] =>
  Object.entries<readonly [en: string, zh: string]>(names).map(([id, [en, zh]]) => ({ id, en, zh }));

/** Every drawn place, as a site may call it. */
export const placesOf = {
  peritoneal: items<typeof drawnPlaces.peritoneal>({
    'right-subdiaphragm': ['Right, under the diaphragm', '右膈下'],
    'left-subdiaphragm': ['Left, under the diaphragm', '左膈下'],
    'right-paracolic': ['Right paracolic gutter', '右结肠旁沟'],
    'left-paracolic': ['Left paracolic gutter', '左结肠旁沟'],
    mesentery: ['Root of the mesentery', '肠系膜根部'],
    'wound-edge': ['Wound edge', '切口缘'],
    'pelvis-right': ['Pelvis, right', '盆腔右侧'],
    'pelvis-left': ['Pelvis, left', '盆腔左侧'],
    pelvis: ['Pelvic floor', '盆底'],
  }),
  pleural: items<typeof drawnPlaces.pleural>({
    apex: ['Apex', '胸顶'],
    anterior: ['Anterior', '前胸'],
    posterior: ['Posterior', '后胸'],
    lateral: ['Lateral', '外侧'],
    base: ['Base, above the diaphragm', '胸腔底部（膈上）'],
  }),
  bladder: items<typeof drawnPlaces.bladder>({
    dome: ['Dome', '膀胱顶'],
    trigone: ['Trigone', '膀胱三角'],
    urethra: ['Through the urethra', '经尿道'],
  }),
};
