/** Reads YAML that people edit, and reports each mistake in plain words, with its place and a remedy. */
export { checkAgainst, type DataFile, type ReadResult } from "./data-file.js";
export { editDistance } from "./edit-distance.js";
export { excerptOf } from "./excerpt.js";
export { readText } from "./file-text.js";
export type { Hints } from "./hints.js";
export { id } from "./id.js";
export { didYouMean } from "./nearest-name.js";
export { formatProblem, type Problem, showFile, subjectOf } from "./problem.js";
export { readYaml } from "./read-yaml.js";
export { type Path, walk } from "./walk.js";
