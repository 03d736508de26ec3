/** A small network over a few named signals: turns them into the chance of being right, which no single signal is. */
import { createRandom } from "./random.js";

export interface Row<Name extends string> {
  readonly signals: Readonly<Record<Name, number>>;
  readonly right: boolean;
  /** How much the row counts, relative to the others. */
  readonly weight: number;
}

/** Several networks of one hidden layer, trained alike from different starts; the chance is their mean. */
export interface Network<Name extends string> {
  readonly names: readonly Name[];
  readonly means: Float64Array;
  readonly spreads: Float64Array;
  readonly members: readonly Member[];
}

/** `hidden[unit * (signals + 1) + signal]` and `output[unit]`; the last of each run is a bias. */
interface Member {
  readonly hidden: Float64Array;
  readonly output: Float64Array;
}

const MEMBERS = 3;
const UNITS = 12;
const EPOCHS = 20;
const RATE = 0.05;

/** Trains by stochastic gradient descent on signals scaled to unit spread; deterministic. */
export function trainNetwork<Name extends string>(names: readonly Name[], rows: readonly Row<Name>[]): Network<Name> {
  const raw = rows.map(({ signals }) => Float64Array.from(names, (name) => signals[name]));
  const count = Math.max(1, rows.length);
  const means = Float64Array.from(names, (_, i) => raw.reduce((sum, row) => sum + (row[i] as number), 0) / count);
  const spreads = Float64Array.from(names, (_, i) => {
    const variance = raw.reduce((sum, row) => sum + ((row[i] as number) - (means[i] as number)) ** 2, 0) / count;
    return Math.sqrt(variance) || 1;
  });
  const total = rows.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const examples = rows.map(({ right, weight }, index) => ({
    inputs: scaleInPlace(raw[index] as Float64Array, means, spreads),
    target: right ? 1 : 0,
    weight: (weight * count) / total,
  }));
  const members = Array.from({ length: MEMBERS }, (_, seed) => trainMember(examples, names.length, seed + 1));
  return { names, means, spreads, members };
}

/** The chance, 0 to 1, that `signals` speak of something right. */
export function chance<Name extends string>(network: Network<Name>, signals: Readonly<Record<Name, number>>): number {
  const { names, means, spreads, members } = network;
  const inputs = new Float64Array(names.length);
  for (let i = 0; i < inputs.length; i++) inputs[i] = signals[names[i] as Name];
  scaleInPlace(inputs, means, spreads);
  const units = new Float64Array(UNITS);
  let sum = 0;
  for (const member of members) sum += forward(member, inputs, units);
  return sum / members.length;
}

interface Example {
  readonly inputs: Float64Array;
  readonly target: number;
  readonly weight: number;
}

function trainMember(examples: readonly Example[], signals: number, seed: number): Member {
  const random = createRandom(seed);
  const member = {
    hidden: Float64Array.from({ length: UNITS * (signals + 1) }, () => (random() - 0.5) * 0.8),
    output: Float64Array.from({ length: UNITS + 1 }, () => (random() - 0.5) * 0.4),
  };
  const units = new Float64Array(UNITS);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const rate = RATE / (1 + 0.3 * epoch);
    for (let step = 0; step < examples.length; step++) {
      const { inputs, target, weight } = examples[Math.floor(random() * examples.length)] as Example;
      learnFrom(member, inputs, units, (target - forward(member, inputs, units)) * rate * weight);
    }
  }
  return member;
}

function forward({ hidden, output }: Member, inputs: Float64Array, units: Float64Array): number {
  const width = inputs.length + 1;
  let sum = output[UNITS] as number;
  for (let unit = 0; unit < UNITS; unit++) {
    let activation = hidden[unit * width + inputs.length] as number;
    for (let i = 0; i < inputs.length; i++) activation += (hidden[unit * width + i] as number) * (inputs[i] as number);
    units[unit] = Math.tanh(activation);
    sum += (output[unit] as number) * (units[unit] as number);
  }
  return 1 / (1 + Math.exp(-sum));
}

function learnFrom({ hidden, output }: Member, inputs: Float64Array, units: Float64Array, error: number): void {
  const width = inputs.length + 1;
  for (let unit = 0; unit < UNITS; unit++) {
    const value = units[unit] as number;
    const back = error * (output[unit] as number) * (1 - value * value);
    output[unit] = (output[unit] as number) + error * value;
    for (let i = 0; i < inputs.length; i++) {
      const at = unit * width + i;
      hidden[at] = (hidden[at] as number) + back * (inputs[i] as number);
    }
    const bias = unit * width + inputs.length;
    hidden[bias] = (hidden[bias] as number) + back;
  }
  output[UNITS] = (output[UNITS] as number) + error;
}

function scaleInPlace(values: Float64Array, means: Float64Array, spreads: Float64Array): Float64Array {
  for (let i = 0; i < values.length; i++) {
    const scaled = ((values[i] as number) - (means[i] as number)) / (spreads[i] as number);
    values[i] = Math.max(-4, Math.min(4, scaled));
  }
  return values;
}
