/** Part of `npm run build`: learns from the data ahead of time, so that the bot starts quickly. */
import { openDataFolder } from "../store/data-folder.js";
import { printProblems } from "./findings.js";

const opened = openDataFolder("data");
if (opened.kind === "bad") process.exitCode = printProblems(opened.problems);
