/** The words of the map of catheters and probes. */
export interface MapWords {
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
}

export const mapEn: MapWords = {
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
};

export const mapZh: MapWords = {
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
};
