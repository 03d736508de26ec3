/** Softmax and logistic regression: how strongly each feature speaks for each class, learned from the curated lines. */
import { randomOf } from "./random.js";
import type { SparseVector } from "./vectors.js";

/**
 * The weights of feature `f`, for those classes for which it has any, are `weights[i] * scales[f]` for the class
 * `labels[i]`, where `i` runs from `starts[f]` to `starts[f + 1]`.
 */
export interface LinearModel {
  readonly starts: Int32Array;
  readonly labels: Uint8Array | Uint16Array;
  /** Eight bits are enough: rounding moves a score by less than the noise of the data. */
  readonly weights: Int8Array;
  readonly scales: Float32Array;
  readonly bias: Float32Array;
}

export interface Example {
  readonly vector: SparseVector;
  /** The number of its class, or -1 if it is of none. */
  readonly label: number;
  /** How much the example counts; 1 is usual. */
  readonly weight: number;
  /** Decides when the example has its turn. */
  readonly text: string;
}

export interface TrainingSettings {
  readonly epochs: number;
  /** The length of the steps in the first epoch. */
  readonly rate: number;
  /** How fast the steps shorten from one epoch to the next. */
  readonly decay: number;
  /** Errors below this teach nothing that shows in the answer; passing them over halves the time. */
  readonly negligible: number;
}

const BIAS_RATE = 0.05;
/** By which share of themselves all weights shrink after an epoch: those that one line alone holds up fade. */
const SHRINKAGE = 0.15;
/** Smaller weights are left out, which are most of them: that saves memory, and changes next to no answer. */
const LEAST_WEIGHT = 0.14;

/** The weight of a feature for one of the classes, as many as `bias` is long, is `weights[feature * classes + class]`. */
export interface DenseModel {
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/**
 * Trains on `examples` by stochastic gradient descent. Deterministic, and the turn of an example depends on its text
 * alone: one more example leaves the order of all others as it was, and so nearly all that is learned.
 */
export function trainLinear(
  examples: readonly Example[],
  features: number,
  classes: number,
  { epochs, rate, decay, negligible }: TrainingSettings,
): DenseModel {
  const weights = new Float32Array(features * classes);
  const model = { weights, bias: new Float32Array(classes) };
  const scratch = {
    scores: new Float64Array(classes),
    errors: new Float32Array(classes),
    active: new Int32Array(classes),
  };
  const texts = examples.map(({ text }) => text);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const step = rate / (1 + decay * epoch);
    for (const index of orderOf(texts, epoch)) learnFrom(examples[index] as Example, model, step, negligible, scratch);
    for (let at = 0; at < weights.length; at++) weights[at] = (weights[at] as number) * (1 - SHRINKAGE);
  }
  return model;
}

/** The turns of the examples with these texts in an epoch. */
function orderOf(texts: readonly string[], epoch: number): Uint32Array {
  // The upper digits of a key are the turn, the lower ones the place: bare numbers are sorted ten times faster.
  const keys = Float64Array.from(texts, (text, at) => randomOf(`${epoch} ${text}`) * 2 ** 52 + at);
  return Uint32Array.from(keys.sort(), (key) => key % 2 ** 20);
}

interface Scratch {
  readonly scores: Float64Array;
  readonly errors: Float32Array;
  /** The classes whose error is not negligible. */
  readonly active: Int32Array;
}

function learnFrom(
  { vector, label, weight }: Example,
  model: DenseModel,
  step: number,
  negligible: number,
  scratch: Scratch,
): void {
  const { weights, bias } = model;
  const { scores, errors, active } = scratch;
  const { indices, values } = vector;
  const classes = bias.length;
  chancesOf(model, vector, scores);
  let count = 0;
  for (let c = 0; c < classes; c++) {
    const error = ((c === label ? 1 : 0) - (scores[c] as number)) * step * weight;
    if (Math.abs(error) < negligible) continue;
    bias[c] = (bias[c] as number) + error * BIAS_RATE;
    errors[count] = error;
    active[count++] = c;
  }
  for (let i = 0; i < indices.length; i++) {
    const row = (indices[i] as number) * classes;
    const value = values[i] as number;
    for (let a = 0; a < count; a++) {
      const at = row + (active[a] as number);
      weights[at] = (weights[at] as number) + (errors[a] as number) * value;
    }
  }
}

/** Returns the chance, 0 to 1, of each class, by softmax; of a single class, by the logistic function. */
export function chancesOf(
  model: DenseModel,
  vector: SparseVector,
  chances: Float64Array = new Float64Array(model.bias.length),
) {
  scoreDense(vector, model, chances);
  if (chances.length === 1) chances[0] = 1 / (1 + Math.exp(-(chances[0] as number)));
  else softmaxInPlace(chances);
  return chances;
}

/** Writes the score of each class into `scores`. Eight features at a time: this loop is most of what learning takes. */
function scoreDense({ indices, values }: SparseVector, { weights, bias }: DenseModel, scores: Float64Array) {
  const classes = bias.length;
  scores.set(bias);
  const whole = indices.length & ~7;
  const row = (i: number): number => (indices[i] as number) * classes;
  const value = (i: number): number => values[i] as number;
  for (let i = 0; i < whole; i += 8) {
    const [row0, row1, row2, row3] = [row(i), row(i + 1), row(i + 2), row(i + 3)];
    const [row4, row5, row6, row7] = [row(i + 4), row(i + 5), row(i + 6), row(i + 7)];
    const [value0, value1, value2, value3] = [value(i), value(i + 1), value(i + 2), value(i + 3)];
    const [value4, value5, value6, value7] = [value(i + 4), value(i + 5), value(i + 6), value(i + 7)];
    for (let c = 0; c < classes; c++)
      scores[c] =
        (scores[c] as number) +
        ((weights[row0 + c] as number) * value0 + (weights[row1 + c] as number) * value1) +
        ((weights[row2 + c] as number) * value2 + (weights[row3 + c] as number) * value3) +
        ((weights[row4 + c] as number) * value4 + (weights[row5 + c] as number) * value5) +
        ((weights[row6 + c] as number) * value6 + (weights[row7 + c] as number) * value7);
  }
  for (let i = whole; i < indices.length; i++)
    for (let c = 0; c < classes; c++) scores[c] = (scores[c] as number) + (weights[row(i) + c] as number) * value(i);
}

/** Leaves out small weights and rounds the others to eight bits. */
export function compact({ weights: dense, bias }: DenseModel): LinearModel {
  const classes = bias.length;
  const features = dense.length / classes;
  const starts = new Int32Array(features + 1);
  const scales = new Float32Array(features);
  const labels = classes <= 0x100 ? new Uint8Array(dense.length) : new Uint16Array(dense.length);
  const weights = new Int8Array(dense.length);
  let size = 0;
  for (let feature = 0; feature < features; feature++) {
    const row = dense.subarray(feature * classes, (feature + 1) * classes);
    const largest = row.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
    const scale = largest / 127 || 1;
    scales[feature] = scale;
    for (let c = 0; c < classes; c++) {
      const weight = row[c] as number;
      if (Math.abs(weight) < LEAST_WEIGHT) continue;
      labels[size] = c;
      weights[size++] = Math.round(weight / scale);
    }
    starts[feature + 1] = size;
  }
  return { starts, labels: labels.slice(0, size), weights: weights.slice(0, size), scales, bias };
}

/** Adds to `scores` what `vector` says for each class; with the bias they are logits. */
export function addScores(model: LinearModel, { indices, values }: SparseVector, scores: Float64Array): void {
  const { starts, labels, weights, scales } = model;
  for (let i = 0; i < indices.length; i++) {
    const feature = indices[i] as number;
    const value = (values[i] as number) * (scales[feature] as number);
    const end = starts[feature + 1] as number;
    for (let at = starts[feature] as number; at < end; at++) {
      const label = labels[at] as number;
      scores[label] = (scores[label] as number) + (weights[at] as number) * value;
    }
  }
}

export function softmaxInPlace(scores: Float64Array): void {
  let max = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < scores.length; c++) if ((scores[c] as number) > max) max = scores[c] as number;
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    const e = Math.exp((scores[c] as number) - max);
    scores[c] = e;
    sum += e;
  }
  for (let c = 0; c < scores.length; c++) scores[c] = (scores[c] as number) / sum;
}
