/** `npm run calibrate`: measures how sure the bot may be, and when it may speak; writes that and what it would have done. */
import { writeFileSync } from "node:fs";
import { printProblems } from "../src/cli/findings.js";
import { type Calibration, countLines } from "../src/core/matching/calibration.js";
import { collectExamples } from "../src/core/matching/examples.js";
import { collectWords, createReaderFor, synonymsOf } from "../src/core/matching/learn.js";
import { rememberReadings } from "../src/core/matching/reading.js";
import { dateOf } from "../src/core/values/calendar.js";
import { parseDataFiles, readDataFiles } from "../src/store/data-folder.js";
import { readEnglishWords } from "../src/store/english.js";
import { figuresOf, findBands, fitConfidence, outcomesOf } from "./calibrate/bands.js";
import { findChatFrom } from "./calibrate/channels.js";
import { fitFollowUps } from "./calibrate/follow-ups.js";
import { createParts } from "./calibrate/parts.js";
import { fitSpeaking } from "./calibrate/speaking.js";
import { FOLDS, tryFold } from "./calibrate/trials.js";

const FILE = "src/core/matching/calibrated.ts";
const DECISION_FILE = "src/core/decision/calibrated.ts";
const FIGURES_FILE = "tools/calibrate/trials.json";

const HEAD = "/** What `npm run calibrate` measured. Run it again instead of editing this file. */\n";

/** A declaration of `name`. Six digits are more than the measurement is worth, and keep the file short. */
const declare = (name: string, type: string, values: object): string => {
  const text = JSON.stringify(
    values,
    (_, value: unknown) => (typeof value === "number" ? Number(value.toPrecision(6)) : value),
    2,
  )
    .replace(/"([a-z]\w*)":/gi, "$1:")
    .replace(/\{\s+(mean: [^}]*?)\s+\}/g, (_, fields: string) => `{ ${fields.replace(/\s+/g, " ")} }`)
    .replace(/([^,{[])\n/g, "$1,\n");
  return `\nexport const ${name}: ${type} = ${text};\n`;
};

const read = parseDataFiles(readDataFiles("data"));
if (read.kind === "bad") process.exitCode = printProblems(read.problems);
else {
  const { knowledge, learnedKey } = read;
  const english = readEnglishWords();
  const synonyms = synonymsOf(knowledge);
  const reader = rememberReadings(createReaderFor(knowledge, collectWords(knowledge, english)));
  const examples = collectExamples(knowledge, reader);
  const trials = Array.from({ length: FOLDS }, (_, fold) => {
    console.log(`part ${fold + 1} of ${FOLDS}`);
    return tryFold(examples, synonyms, reader, fold);
  }).flat();
  const confidence = fitConfidence(trials);
  const outcomes = outcomesOf(trials, confidence);
  const bands = findBands(outcomes);
  const on = dateOf(new Date());
  const figures = {
    known: figuresOf(outcomes, "known", bands),
    negative: figuresOf(outcomes, "negative", bands),
    hidden: figuresOf(outcomes, "hidden", bands),
  };
  const chatFrom = findChatFrom(knowledge, reader, synonyms);
  const calibration: Calibration = { measured: { on, lines: countLines(knowledge) }, confidence, bands, chatFrom };
  const parts = createParts(knowledge, english, calibration);
  const [speaking, followUps] = [fitSpeaking(parts), fitFollowUps(parts)];
  writeFileSync(
    FILE,
    `${HEAD}import type { Calibration } from "./calibration.js";
${declare("CALIBRATION", "Calibration", calibration)}`,
  );
  writeFileSync(
    DECISION_FILE,
    `${HEAD}import type { FollowUpModel, SpeakingModel } from "./signals.js";
${declare("SPEAKING", "SpeakingModel", speaking)}${declare("FOLLOW_UPS", "FollowUpModel", followUps)}`,
  );
  writeFileSync(FIGURES_FILE, `${JSON.stringify({ on, digest: learnedKey, trials: figures }, null, 2)}\n`);
  console.table(figures);
  console.log({ bands, chatFrom });
}
