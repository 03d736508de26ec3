/** How Chinese characters sound: input methods offer the wrong one of those that sound alike. */
import { pinyin } from "pinyin-pro";
import { memoise } from "../values/memoise.js";

/** Returns the commonest reading of one Chinese character in pinyin, without its tone: "fu" for 付. */
export const soundOf = memoise((character: string): string => pinyin(character, { toneType: "none" }));
