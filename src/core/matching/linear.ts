/** Softmax regression: how strongly each feature speaks for each class, learned from the curated phrasings. */
import { createRandom } from "./random.js";
import type { SparseVector } from "./vectors.js";

/** `weights[feature * classes + class]`, and a bias for each class. */
export interface LinearModel {
  readonly classes: number;
  readonly weights: Float32Array;
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
  const model = { classes, weights: new Float32Array(features * classes), bias: new Float32Array(classes) };
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
      scoreInto(model, vector, scores);
      softmaxInPlace(scores);
      const { indices, values } = vector;
      let active = 0;
      for (let c = 0; c < classes; c++) {
        const error = ((c === label ? 1 : 0) - (scores[c] as number)) * step * weight;
        if (Math.abs(error) < NEGLIGIBLE) continue;
        model.bias[c] = (model.bias[c] as number) + error * BIAS_RATE;
        errors[active] = error;
        classOf[active++] = c;
      }
      for (let i = 0; i < indices.length; i++) {
        const row = (indices[i] as number) * classes;
        const value = values[i] as number;
        for (let a = 0; a < active; a++) {
          const at = row + (classOf[a] as number);
          model.weights[at] = (model.weights[at] as number) + (errors[a] as number) * value;
        }
      }
    }
  }
  return model;
}

/** Writes the score (logit) of each class for `vector` into `scores`. */
export function scoreInto(model: LinearModel, { indices, values }: SparseVector, scores: Float32Array): void {
  scores.set(model.bias);
  const { weights, classes } = model;
  for (let i = 0; i < indices.length; i++) {
    const row = (indices[i] as number) * classes;
    const value = values[i] as number;
    for (let c = 0; c < classes; c++) scores[c] = (scores[c] as number) + (weights[row + c] as number) * value;
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

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
}
