/*
 * The page of `npm run bench -- trend`: our trend, a plain Recharts line chart and uPlot, each fed the same samples.
 * An update is three new samples of four probes (ten a second, four updates a second).
 */
import { createRoot, type Root } from 'react-dom/client';
import { CartesianGrid, Line, LineChart, XAxis, YAxis } from 'recharts';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import '../../../renderer/theme.css';
import { measured } from '../../../electron/domain/reading.ts';
import { TrendFold } from '../../../electron/session/trend-fold.ts';
import { useConsole, withUpdate } from '../../../renderer/store.ts';
import { TrendChart } from '../../../renderer/trend/trend-chart.tsx';
import { calmRun } from '../support/sample-run.ts';

/** Takes three samples more and draws. */
type Update = () => void;
interface Contender {
  /** Holds `count` samples and is drawn; returns its update. */
  start(count: number, stage: HTMLElement): Promise<Update>;
  end(): void;
}

const samplesPerUpdate = 3;
const celsius = (sample: number, probe: number): number =>
  42 + 0.4 * probe + 0.05 * Math.sin(sample / 170 + probe) + 0.02 * Math.sin(sample / 13);
const probes = [0, 1, 2, 3];

let root: Root | null = null;
const mount = (stage: HTMLElement): Root => {
  root = createRoot(stage);
  return root;
};
const unmount = (): void => {
  root?.unmount();
  root = null;
};

const ours: Contender = {
  async start(count, stage) {
    const fold = new TrendFold();
    let sample = 0;
    const add = (more: number) => {
      for (const end = sample + more; sample < end; sample += 1) {
        const [t1 = 0, t2 = 0, t3 = 0, t4 = 0] = probes.map((probe) => celsius(sample, probe));
        fold.add(sample * 100, [measured(t1), measured(t2), measured(t3), measured(t4)], measured(37));
      }
    };
    add(count);
    const first = fold.all();
    fold.take();
    useConsole.setState({ trend: { ...first } });
    mount(stage).render(<TrendChart run={calmRun} window="whole-run" />);
    return () => {
      add(samplesPerUpdate);
      const update = fold.take();
      const trend = update === null ? null : withUpdate(useConsole.getState().trend, update);
      if (trend !== null) useConsole.setState({ trend });
    };
  },
  end: unmount,
};

const plainRecharts: Contender = {
  async start(count, stage) {
    const row = (sample: number) => ({
      seconds: sample / 10,
      t1: celsius(sample, 0),
      t2: celsius(sample, 1),
      t3: celsius(sample, 2),
      t4: celsius(sample, 3),
    });
    let data = Array.from({ length: count }, (_, sample) => row(sample));
    const target = mount(stage);
    const draw = () =>
      target.render(
        <LineChart width={816} height={342} data={data}>
          <CartesianGrid vertical={false} />
          <XAxis dataKey="seconds" type="number" domain={[0, 'dataMax']} />
          <YAxis domain={[34, 46]} allowDataOverflow />
          {['t1', 't2', 't3', 't4'].map((key) => (
            <Line key={key} dataKey={key} dot={false} isAnimationActive={false} type="linear" />
          ))}
        </LineChart>,
      );
    draw();
    return () => {
      const next = Array.from({ length: samplesPerUpdate }, (_, index) => row(data.length + index));
      data = [...data, ...next];
      draw();
    };
  },
  end: unmount,
};

let plot: uPlot | null = null;
const uplot: Contender = {
  async start(count, stage) {
    const data: [number[], ...number[][]] = [
      Array.from({ length: count }, (_, sample) => sample / 10),
      ...probes.map((probe) => Array.from({ length: count }, (_, sample) => celsius(sample, probe))),
    ];
    const series = ['#c79bff', '#7fb2ff', '#7be495', '#ff9fc3'].map((stroke) => ({ stroke, width: 2 }));
    plot = new uPlot(
      {
        width: 816,
        height: 342,
        series: [{}, ...series],
        scales: { x: { time: false }, y: { range: [34, 46] } },
      },
      data,
      stage,
    );
    return () => {
      const from = data[0].length;
      for (let sample = from; sample < from + samplesPerUpdate; sample += 1) {
        data[0].push(sample / 10);
        for (const probe of probes) data[probe + 1]?.push(celsius(sample, probe));
      }
      plot?.setData(data);
    };
  },
  end() {
    plot?.destroy();
    plot = null;
  },
};

const frames = (count: number): Promise<void> =>
  count === 0
    ? Promise.resolve()
    : new Promise((done) => requestAnimationFrame(() => void frames(count - 1).then(done)));

/** After an update the page gets this many frames, so that all it set going is done and counted. */
const framesPerUpdate = 4;
const contenders: Readonly<Record<string, Contender>> = { ours, plainRecharts, uplot };
let update: Update = () => {};

/** What the bench asks of this page; it reads the time from the browser's own account of the main thread. */
const bench = {
  async start(name: string, count: number): Promise<void> {
    const contender = contenders[name];
    const stage = document.getElementById('stage');
    if (contender === undefined || stage === null) throw new Error(`no contender "${name}" on this page`);
    update = await contender.start(count, stage);
    await frames(10);
  },
  async updates(count: number): Promise<void> {
    for (let n = 0; n < count; n += 1) {
      update();
      await frames(framesPerUpdate);
    }
  },
  idle: (count: number): Promise<void> => frames(count * framesPerUpdate),
  end(name: string): void {
    contenders[name]?.end();
  },
};

Object.assign(window, { bench });
