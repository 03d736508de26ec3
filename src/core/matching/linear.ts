/** Softmax regression: how strongly each feature speaks for each class, learned from the curated phrasings. */
import { createRandom, shuffle } from "./random.js";
import type { SparseVector } from "./vectors.js";

/** The weight of a feature for a class is `weights[feature * classes + class] * scales[feature]`. */
export interface LinearModel {
  readonly classes: number;
  /** Eight bits are enough: rounding moves a score by less than the noise of the data, in a quarter of the memory. */
  readonly weights: Int8Array;
  readonly scales: Float32Array;
  readonly bias: Float32Array;
}

export interface Example {
  readonly vector: SparseVector;
  readonly label: number;
  /** How much the example counts; 1 is usual. */
  readonly weight: number;
}

export interface Training {
  readonly epochs: number;
  readonly rate: number;
}

export const TRAINING: Training = { epochs: 6, rate: 2 };

/** Errors below this teach nothing that shows in the answer; passing them over halves the time. */
const NEGLIGIBLE = 2e-3;
const BIAS_RATE = 0.05;

/** Trains on `examples` by stochastic gradient descent in a fixed pseudo-random order: the same input, the same model. */
export function trainLinear(
  examples: readonly Example[],
  features: number,
  classes: number,
  { epochs, rate }: Training = TRAINING,
): LinearModel {
  const exact = { classes, weights: new Float32Array(features * classes), bias: new Float32Array(classes) };
  const scores = new Float32Array(classes);
  const errors = new Float32Array(classes);
  const classOf = new Int32Array(classes);
  const order = examples.map((_, index) => index);
  const random = createRandom(13971);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    const step = rate / (1 + 0.3 * epoch);
    for (const index of order) {
      const { vector, label, weight } = examples[index] as Example;
      scoreExactly(exact, vector, scores);
      softmaxInPlace(scores);
      const { indices, values } = vector;
      let active = 0;
      for (let c = 0; c < classes; c++) {
        const error = ((c === label ? 1 : 0) - (scores[c] as number)) * step * weight;
        if (Math.abs(error) < NEGLIGIBLE) continue;
        exact.bias[c] = (exact.bias[c] as number) + error * BIAS_RATE;
        errors[active] = error;
        classOf[active++] = c;
      }
      for (let i = 0; i < indices.length; i++) {
        const row = (indices[i] as number) * classes;
        const value = values[i] as number;
        for (let a = 0; a < active; a++) {
          const at = row + (classOf[a] as number);
          exact.weights[at] = (exact.weights[at] as number) + (errors[a] as number) * value;
        }
      }
    }
  }
  return round(exact);
}

type ExactModel = { readonly classes: number; readonly weights: Float32Array; readonly bias: Float32Array };

function round({ classes, weights, bias }: ExactModel): LinearModel {
  const scales = new Float32Array(weights.length / classes);
  const rounded = new Int8Array(weights.length);
  for (let feature = 0; feature < scales.length; feature++) {
    const row = weights.subarray(feature * classes, (feature + 1) * classes);
    let largest = 0;
    for (const weight of row) largest = Math.max(largest, Math.abs(weight));
    const scale = largest / 127 || 1;
    scales[feature] = scale;
    for (let c = 0; c < classes; c++) rounded[feature * classes + c] = Math.round((row[c] as number) / scale);
  }
  return { classes, weights: rounded, scales, bias };
}

function scoreExactly(model: ExactModel, { indices, values }: SparseVector, scores: Float32Array): void {
  scores.set(model.bias);
  const { weights, classes } = model;
  for (let i = 0; i < indices.length; i++) {
    const row = (indices[i] as number) * classes;
    const value = values[i] as number;
    for (let c = 0; c < classes; c++) scores[c] = (scores[c] as number) + (weights[row + c] as number) * value;
  }
}

/** Writes the score (logit) of each class into `scores`, for a question whose blocks are in `vectors`. */
export function scoreInto(model: LinearModel, vectors: readonly SparseVector[], scores: Float32Array): void {
  scores.set(model.bias);
  const { weights, scales, classes } = model;
  for (const { indices, values } of vectors) {
    for (let i = 0; i < indices.length; i++) {
      const feature = indices[i] as number;
      const row = feature * classes;
      const value = (values[i] as number) * (scales[feature] as number);
      for (let c = 0; c < classes; c++) scores[c] = (scores[c] as number) + (weights[row + c] as number) * value;
    }
  }
}

export function softmaxInPlace(scores: Float32Array): void {
  let max = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > max) max = score;
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    const e = Math.exp((scores[c] as number) - max);
    scores[c] = e;
    sum += e;
  }
  for (let c = 0; c < scores.length; c++) scores[c] = (scores[c] as number) / sum;
}
