/** How Chinese characters sound: input methods offer the wrong one of those that sound alike. */
import { pinyin } from "pinyin-pro";

const sounds = new Map<string, string>();

/** Returns the commonest reading of one Chinese character in pinyin, without its tone: "fu" for 付. */
export function soundOf(character: string): string {
  let sound = sounds.get(character);
  if (sound === undefined) {
    sound = pinyin(character, { toneType: "none" });
    sounds.set(character, sound);
  }
  return sound;
}
