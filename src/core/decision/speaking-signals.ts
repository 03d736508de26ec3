/** What shows whether a message in a questions channel is put to the bot; none of it is a rule alone. */
import type { Knowledge } from "../data/knowledge.js";
import { ORDER_TOKEN } from "../matching/features.js";
import type { Router } from "../matching/router.js";
import { ordersIn } from "../matching/subjects.js";
import { tokenise } from "../text/text.js";
import { asksMembers, asksSomething, isOfPeopleHere } from "./asking.js";
import { isOfAppNotListed, type Judgement } from "./judgement.js";
import { logOddsOf } from "./odds.js";
import type { SpeakingSignals } from "./signals.js";

/** Whether a message names an app, or the matter in words of its own. */
export function createNamesMatter(knowledge: Knowledge): (message: string, judgement: Judgement) => boolean {
  const matter = knowledge.matter.map((name) => ` ${tokenise(name).join(" ")} `);
  return (message, { reading }) => {
    const words = ` ${tokenise(message).join(" ")} `;
    return reading.apps.length > 0 || matter.some((name) => words.includes(name));
  };
}

/** Returns the signals of `message`, where `question` is what it asks without its small talk, which came to `judgement`. */
export function createSpeakingSignals(
  knowledge: Knowledge,
  router: Pick<Router, "read" | "chanceOfCall">,
): (message: string, question: string, judgement: Judgement) => SpeakingSignals {
  const namesMatter = createNamesMatter(knowledge);
  return (message, question, judgement) => {
    const { reading, confidence } = judgement;
    const call = Math.max(
      router.chanceOfCall("questions", question, reading),
      message === question ? 0 : router.chanceOfCall("questions", message, router.read(message)),
    );
    const namesOrder = reading.words.includes(ORDER_TOKEN) || ordersIn(question).length > 0;
    const isOfTheMatter = namesOrder || isOfAppNotListed(judgement) || namesMatter(question, judgement);
    const asks = asksSomething(question, reading.words);
    return {
      call: logOddsOf(call),
      confidence: logOddsOf(confidence),
      asks: Number(asks),
      asksOfPeopleHere: Number(asks && isOfPeopleHere(question)),
      asksMembers: Number(asksMembers(question)),
      namesOrder: Number(namesOrder),
      isOfTheMatter: Number(isOfTheMatter),
    };
  };
}
