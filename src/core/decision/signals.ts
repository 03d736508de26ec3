/** The signals of the two decisions that are fitted to labelled messages: when to speak, and what a follow-up asks. */
import type { LogisticModel } from "../matching/logistic.js";

export const SPEAKING_SIGNALS = [
  /** The log-odds of a call to the bot, by the words and the shape of the message. */
  "call",
  /** The log-odds that the best answer is what was asked. */
  "confidence",
  /** Whether it has the form of a question, from here on 1 for yes and 0 for no. */
  "asks",
  /** Whether it asks of people here: "my exam is on the 19th, is that ok?" */
  "asksOfPeopleHere",
  "asksMembers",
  "namesOrder",
  /** Whether it names the order or an app, known or not. */
  "isOfTheMatter",
] as const;

type SpeakingSignal = (typeof SPEAKING_SIGNALS)[number];
export type SpeakingSignals = Readonly<Record<SpeakingSignal, number>>;

/** The chance that a message is put to the bot, and from which chance, 0 to 1, it gets a reply. */
export type SpeakingModel = LogisticModel<SpeakingSignal> & { readonly from: number };

export const FOLLOW_UP_SIGNALS = [
  /** The log-odds of the answer by the message alone. */
  "alone",
  /** The cosine of the message and the nearest curated follow-up that asks for the answer. */
  "similarity",
  /** How much larger a share of the follow-ups asks for it than is usual, as a logarithm; less, the surer the message is alone. */
  "share",
  /** The cosine of the message and the nearest curated follow-up that wants no answer. */
  "unanswered",
  "support",
  "overNegatives",
] as const;

/** The chance that an answer is what was asked behind another one. */
export type FollowUpModel = LogisticModel<(typeof FOLLOW_UP_SIGNALS)[number]>;
export type FollowUpSignals = Readonly<Record<(typeof FOLLOW_UP_SIGNALS)[number], number>>;
