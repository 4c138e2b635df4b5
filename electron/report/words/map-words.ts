/** The words of the map of catheters and probes. */
export interface MapWords {
  readonly heading: string;
  readonly catheters: string;
  readonly probes: string;
  readonly number: string;
  readonly place: string;
  readonly way: string;
  readonly french: string;
  readonly probe: string;
  readonly measures: string;
  readonly in: string;
  readonly out: string;
  readonly right: string;
  readonly left: string;
  readonly frenchOf: (size: number) => string;
  readonly noCatheter: string;
  readonly legend: string;
  /** Under a drawing of the chest without a side. */
  readonly eitherSide: string;
  /** Under the drawing: catheters and probes that lie elsewhere, each as it is called. */
  readonly notDrawn: (which: string) => string;
  readonly core: string;
  readonly coreMeasures: string;
  /** Of a place that nobody entered. */
  readonly notSaid: string;
  /** Instead of the drawing: of an old record, or where nobody entered a place. */
  readonly nonePlaced: string;
  /** Instead of the drawing: all places are in the team's own words. */
  readonly noneDrawn: string;
}

export const mapEn: MapWords = {
  heading: 'Catheters and probes',
  catheters: 'Catheters',
  probes: 'Probes',
  number: 'No.',
  place: 'Place',
  way: 'In or out',
  french: 'Fr',
  probe: 'Probe',
  measures: 'Measures',
  in: 'in',
  out: 'out',
  right: 'R',
  left: 'L',
  frenchOf: (size) => `${size} Fr`,
  noCatheter: 'No catheter was entered.',
  legend: 'From the front. Full circle and tube: in; hollow: out; diamond: probe.',
  eitherSide: 'The drawing shows the right side; it stands for the side that is treated.',
  notDrawn: (which) => `Not drawn: ${which}.`,
  core: 'Core',
  coreMeasures: 'patient core',
  notSaid: 'not said',
  nonePlaced: 'No place of a catheter or probe is on record: nothing is drawn.',
  noneDrawn: 'None of the places on record is one of the drawing: nothing is drawn.',
};

export const mapZh: MapWords = {
  heading: '灌注管与探头',
  catheters: '灌注管',
  probes: '探头',
  number: '编号',
  place: '位置',
  way: '进 / 出水',
  french: 'Fr',
  probe: '探头',
  measures: '测量部位',
  in: '进',
  out: '出',
  right: '右',
  left: '左',
  frenchOf: (size) => `${size} Fr`,
  noCatheter: '未录入灌注管。',
  legend: '正面观。实心圆与实线管：进水；空心：出水；菱形：探头。',
  eitherSide: '图示为右侧，代表所治疗的一侧。',
  notDrawn: (which) => `未作图示：${which}。`,
  core: '核心',
  coreMeasures: '患者核心体温',
  notSaid: '未注明',
  nonePlaced: '无灌注管和探头位置的记录，不作图示。',
  noneDrawn: '所记录的位置均不在图示范围内，不作图示。',
};
