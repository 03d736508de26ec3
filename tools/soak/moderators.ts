/** The moderators of a soak: they set the channels, edit an answer well or badly, and reload the data. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Action } from "discord-sandbox/actions";
import type { Chooser } from "../common/random.js";
import type { Environment } from "./environment.js";
import type { QuestionLog } from "./question-log.js";
import type { SoakRecord } from "./record.js";

const FILE = "answers/dates.yaml";
const ENTRY = "start-date";
/** Words of the answer, which every edition of it ends with. */
const ENDING = "so nothing started.";
const BAD_EDITS: readonly ((text: string) => string)[] = [
  (text) => text.replace(ENDING, `${ENDING} {app.nonsense}`),
  (text) => text.replace("source: eo-13971", "source: no-such-source"),
  (text) => `${text}\n${ENTRY}:\n  question: Twice?\n`,
  (text) => `${text}\n  - [unclosed`,
  () => "",
];

const PATIENCE = 45_000;

export function createModerators(
  { sandbox, dataFolder }: Environment,
  questionLog: QuestionLog,
  random: Chooser,
  record: SoakRecord,
) {
  const { edits, unexplained } = record;
  const moderator = sandbox.person("moderator");
  const path = join(dataFolder, FILE);
  const original = readFileSync(path, "utf8");
  if (!original.includes(ENDING)) throw new Error(`${FILE} no longer holds "${ENDING}", which a soak edits`);
  /** Of what was edited well last. */
  let edition = 0;

  const use = (name: string, options = {}) => read(moderator.slash(name, options, "moderators"), "/moderate");
  const read = async (act: Action, way: string): Promise<string | undefined> => {
    questionLog.add({ way, act, expects: "answer" });
    return act.post(PATIENCE).then(
      (post) => post.message.content,
      () => undefined,
    );
  };

  return {
    /** Lists the channel `help`, and sets `moderators` as the one for questions. */
    async setUp(): Promise<void> {
      await use("moderate channels add", { channel: sandbox.channel("help").id });
      await use("moderate channels moderators", { channel: sandbox.channel("moderators").id });
    },
    /** Edits a file, has it read, and looks at what is answered then. */
    async edit(): Promise<void> {
      const isGood = random.chance(0.5);
      const good = (number: number) => original.replace(ENDING, `${ENDING} Edition ${number}.`);
      const next = edition + 1;
      writeFileSync(path, isGood ? good(next) : random.pick(BAD_EDITS)(good(edition)));
      edits[isGood ? "good" : "bad"] += 1;
      const report = await use("moderate reload");
      if (isGood) edition = next;
      if (report === undefined || report.includes("Shutting down")) return;
      const expected = isGood ? /is in force|Nothing has changed/ : /stays in force/;
      if (!expected.test(report)) unexplained.push(`${isGood ? "a good" : "a bad"} edit was told of as: ${report}`);
      const answer = await read(moderator.slash("ask", { question: ENTRY }, moderator.dm()), "slash command");
      if (answer === undefined || !answer.includes(ENDING)) return;
      // Of two processes either may answer, and each reads the data for itself.
      if (record.underWay.startsWith("I05")) return;
      edits.checked += 1;
      const shown = Number(/Edition (\d+)\./.exec(answer)?.[1] ?? 0);
      if (shown !== edition)
        unexplained.push(`edition ${shown} was shown where ${edition} is in force (${record.underWay})`);
    },
  };
}
