/** Recognises messages that are a greeting, thanks or a call for help, and nothing else. */
import { isHan, setOf, tokenise } from "../text/text.js";
import { asksSomething } from "./asking.js";

export type Courtesy = "greeting" | "thanks" | "help";

/** A longer message says something beside the courtesy. */
const MAX_WORDS = 8;

const WORDS: Readonly<Record<Courtesy | "praise", ReadonlySet<string>>> = {
  greeting: setOf(
    "hi hii hello helo hey heya hiya yo sup howdy morning afternoon evening greetings gm gn goodnight hola test testing ping 你好 您好 哈喽 哈罗 嗨 早 早上好 早安 晚上好 晚安 下午好 大家好",
  ),
  thanks: setOf(
    "thanks thank thankyou thx thnx tnx ty tysm tyvm cheers appreciated appreciate 谢谢 谢啦 谢了 多谢 感谢 谢 辛苦了 唔该 3q",
  ),
  help: setOf("help 帮助 求助"),
  praise: setOf(
    "good great nice best awesome amazing perfect brilliant cool helpful lifesaver ok okay alright understood noted 真棒 太棒了 棒 厉害 太好了 好的 嗯 明白 了解 知道了 懂了",
  ),
};
/** What says hello in words that say something else elsewhere. */
const HELLO =
  /(?<!\S)(?:how (?:are|r) (?:you|u)|how is it going|what is up|(?:are )?(?:you|u) there|anyone (?:there|here|home)|nice to meet you|在 吗|在 不 在|有 人 (?:在 )?吗)(?!\S)/;
const EMOJI: Readonly<Record<string, Courtesy>> = { "👋": "greeting", "🙏": "thanks", "👍": "thanks", "❤": "thanks" };
const BESIDE = setOf(
  "there bot mate man bro dude sir everyone everybody all folks guys friend friends team chat again to you u are r so very much a lot for the this that it your help info answer answers answering job work one quick reply really was is love and well oh ah lol haha lmao please me pls got i bye helps helped today doing 哈 嘻 了 啊 呀 哦 啦 你 您 大 家 好 的 非 常 机 器 人 请 我 回 答 解 喔 佬 晒",
);

/** Returns what the whole of `message` is by way of courtesy; undefined where it says or asks anything more. */
export function readCourtesy(message: string): Courtesy | undefined {
  const words = joinHan(tokenise(message).join(" ").replace(HELLO, "hi").split(" "));
  if (words[0] === "") return EMOJI[[...message.trim()][0] ?? ""];
  if (words.length > MAX_WORDS) return undefined;
  // "Thanks for the help" thanks, "hi, help please" asks for help.
  const kinds = ["thanks", "help", "greeting", "praise"] as const;
  const kind = kinds.find((one) => words.some((word) => WORDS[one].has(word)));
  const isAllCourtesy = words.every((word) => BESIDE.has(word) || kinds.some((one) => WORDS[one].has(word)));
  if (!isAllCourtesy) return undefined;
  if (kind !== "praise") return kind;
  return asksSomething(message, words) ? undefined : "thanks";
}

/** Neighbouring Chinese characters as the longest courtesy that they spell, else one by one. */
function joinHan(tokens: readonly string[]): string[] {
  const words: string[] = [];
  for (let at = 0; at < tokens.length; ) {
    const length = [3, 2].find((size) => {
      if (!isHan(tokens[at] ?? "")) return false;
      const word = tokens.slice(at, at + size).join("");
      return Object.values(WORDS).some((known) => known.has(word));
    });
    words.push(tokens.slice(at, at + (length ?? 1)).join(""));
    at += length ?? 1;
  }
  return words;
}
