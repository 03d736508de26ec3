/** Learns from labelled readings at once, as one step: for measurements. */
import type { LabelledReading } from "../../src/core/matching/examples.js";
import { extractFeatures } from "../../src/core/matching/features.js";
import { learnModel, type Model, type Synonyms } from "../../src/core/matching/model.js";
import { buildVocabulary } from "../../src/core/matching/vocabulary.js";

/** Learns to rank from `examples` alone, without the lines of channels. */
export function learn(examples: readonly LabelledReading[], synonyms: Synonyms): Model {
  const features = examples.map(({ reading }) => extractFeatures(reading, synonyms));
  return learnModel(examples, features, buildVocabulary(features));
}
