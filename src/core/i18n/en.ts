/** The bot's own words in English. The other languages take their type from here. */
import type { Status } from "../data/knowledge.js";
import type { Page, RefusalReason } from "../decision/decision.js";

/** What sentences on the order are made of; dates and lists are already in the reader's language. */
export interface OrderFacts {
  readonly order: string;
  readonly signed: string;
  /** The first day on which anything could have been prohibited. */
  readonly first: string;
  readonly revoked: string;
  /** All the apps that the order names, and how many they are. */
  readonly named: string;
  readonly count: string;
}

/** The same on one app and one day. */
export interface StandingFacts extends OrderFacts {
  readonly app: string;
  /** The day that was asked about. */
  readonly on: string;
}

export type Words = typeof en;

export const en = {
  order: (number: string) => `Executive Order ${number}`,
  /** Goes before an answer, or before facts, that a reader of another language gets in English. */
  answerInEnglish: [] as readonly string[],
  restInEnglish: [] as readonly string[],
  /** Below what is in English for a reader of another language. */
  partlyEnglish: [] as readonly string[],
  notAdvice: "not legal advice",
  checked: (on: string) => `checked ${on}`,
  overdue: (reviewBy: string) => `This answer was due for review on ${reviewBy}, and may be out of date.`,
  outOfDate: (reviewBy: string) =>
    `This answer is out of date: it was due for review on ${reviewBy}. Here are its sources.`,
  factAsOf: (date: string) => `as of ${date}`,
  asOfSources: (checked: string) => `As of my sources (${checked}): `,
  dated: (on: string, text: string) => `${on}: ${text}`,
  /** Above what states, courts and others did, which readers took for more of the same ban. */
  otherActions: "Other official actions, not under this order:",
  earlierActions: (count: number) => `Before that: ${count} more ${count === 1 ? "action" : "actions"}.`,
  /**
   * Where an app that the order names stands: the answer first, and nothing that came after the day asked about. No sentence
   * begins with yes or no, since people ask whether the app was banned, is legal or was listed, and all get the same.
   */
  named: {
    "before-order": ({ app, order, on, signed }: StandingFacts) =>
      `Not prohibited by the order on ${on}: it did not exist yet. ${order}, which listed ${app}, was signed on ${signed}.`,
    signed: ({ app, order, on, signed, first }: StandingFacts) =>
      `Not prohibited by the order on ${on}. ${order}, signed on ${signed}, listed ${app}, but nothing could be prohibited under it yet: the Commerce Department could identify prohibited transactions only from ${first}.`,
    "could-begin": ({ app, order, on, signed, first }: StandingFacts) =>
      `Not prohibited by the order on ${on}. ${order}, signed on ${signed}, listed ${app}, and the Commerce Department was to identify prohibited transactions no earlier than ${first}, but had identified none.`,
    revoked: ({ app, order, signed, revoked }: StandingFacts) =>
      `Not prohibited by ${order}. The order listed ${app} on ${signed}, but nothing was ever prohibited under it, and President Biden revoked the order on ${revoked}.`,
  } satisfies Record<Status, (facts: StandingFacts) => string>,
  notNamed: {
    before: ({ app, order, signed }: StandingFacts) =>
      `Not prohibited by ${order}, which was not signed until ${signed} and never listed ${app}.`,
    since: ({ app, order }: StandingFacts) => `Not prohibited by ${order}, which never listed ${app}.`,
  },
  listed: ({ app, order, signed, revoked }: StandingFacts) =>
    `Yes, ${order} listed ${app} on ${signed}. Nothing was ever prohibited under it, and President Biden revoked it on ${revoked}.`,
  notListed: ({ app, order }: StandingFacts) => `No, ${order} never listed ${app}.`,
  nothingProhibited: ({ revoked }: OrderFacts) =>
    `Nothing was ever prohibited under the order, and President Biden revoked it on ${revoked}.`,
  didYouMean: "Did you mean one of these?",
  noEntry: "I have no cited answer for that.",
  notClear: "I could not tell what that asks.",
  greeting: "Hello! Ask me about Executive Order 13971 in your own words, or use /ask and /ban-status.",
  welcome: "You're welcome.",
  nearest: " The nearest that I have:",
  appNotListed: ({ order, count, named, revoked }: OrderFacts) =>
    `I have no entry for that app. ${order} listed ${count} apps and no others: ${named}. President Biden revoked it on ${revoked}.`,
  isBanned: (app: string) => `Is ${app} banned?`,
  aboutApp: (question: string, app: string) => `${question.replace(/\?$/, "")}: ${app}?`,
  sources: "Sources",
  /** Goes behind a title. */
  inBrackets: (parts: readonly string[]) => ` (${parts.join(", ")})`,
  titles: {
    apps: "The eight apps named in Executive Order 13971",
    timeline: "Timeline",
    sources: "Sources",
    about: "About this bot",
    privacy: "What I process and keep",
  } satisfies Record<Page["id"], string>,
  pageOf: (page: string, pages: string) => ` (page ${page} of ${pages})`,
  moreEvents: "These are the order's own events. Everything by date: press Later, or /timeline page:2.",
  moreSources: "These are what most answers cite. The rest: press Later, or /sources page:2.",
  closedList: (nothingProhibited: string) => `The list is closed. ${nothingProhibited}`,
  about: {
    what: (order: string, signed: string, entries: string, sources: string) =>
      `I answer questions about ${order} (${signed}) from ${entries} curated answers and ${sources} sources. Where I have no cited answer I say so.`,
    version: (version: string, checked: string) => `Data version ${version}; sources checked ${checked}.`,
    lastGood: "The newest edit of the data has problems, so I answer from the last good version.",
    keeps: "I keep nothing about people: no messages, no names, no history. More: /privacy.",
    notAdvice: "What I say is general information, not legal advice.",
  },
  refusals: {
    notADate: () => "That is not a date. Write it as year-month-day, such as 2021-03-01.",
    notThisDate: (given: string) => `${given} is not a date. Write it as year-month-day, such as 2021-03-01.`,
    noQuestion: () => "Ask a question, such as: is WeChat Pay banned?",
    noApp: () => "Which app? Type its name.",
    questionTooLong: (most: string) => `The question is longer than ${most} characters.`,
    appTooLong: (most: string) => `The app's name is longer than ${most} characters.`,
  } satisfies Record<RefusalReason, (given: string) => string>,
  buttons: {
    earlier: "Earlier",
    later: "Later",
    why: "Why this answer?",
    notWhatIAsked: "Not what I asked",
    /** In that language, for those who read it. */
    otherLanguage: "中文",
    askModerators: "Ask the moderators",
    withdraw: "Withdraw",
  },
  /** Leads to the message that a reply answers. */
  thisMessage: "This message",
  expiredButton: "This button is from an older version; please ask again.",
  commandGone: "This command is no longer there.",
  staysSilent: "(In such a channel the bot stays silent.)",
  wait: (seconds: string) => `That was a lot at once. Please ask again in ${seconds} s; until then I stay silent.`,
  busy: (seconds: string) =>
    `One moment, please: a great many questions come from this server. Ask again in ${seconds} s.`,
  answeredEarlier: (link: string) => `I answered that here a moment ago: ${link}`,
  unreadable: "Discord does not show me the text of that reply. Mention me in it, or use /ask.",
  apology: (reference: string) => `Something went wrong (reference ${reference}). Please try again.`,
  mayNotWrite: (channel: string) =>
    `I may not write in ${channel}, so I could not answer you. Somebody who manages the server can give me View Channel, Send Messages and Read Message History there.`,
  attachmentOnly: "I cannot read attachments. Please paste the text of the question.",
  ownMessage: "That message is mine. Reply to it to ask more.",
  notYours: "Only the person who asked can do that.",
  notYoursToDelete: "Only the person who asked, or somebody who may manage messages, can delete it.",
  noModerators: "The moderators of this server have set no channel for questions.",
  notPosted: "I could not reach the moderators' channel. Please tell a moderator.",
  postedAlready: "That question was passed on already.",
  postsWait: "You passed on several questions just now. Please wait some minutes.",
  posted:
    "The moderators of this server have your question. It is kept in their channel and nowhere else; Withdraw erases it.",
  withdrawn: "Withdrawn: the post is erased, and nothing of it is kept.",
  notWithdrawn: "I could not erase the post. Please ask a moderator to delete it.",
  post: {
    title: "A member's question for you",
    place: (link: string) => `Asked here: ${link}. Delete this post to erase the question.`,
    unreadable: "I cannot read its text any more; it is behind the link.",
    cut: "Its end is missing: my answer repeats no more of it.",
  },
  privacy: [
    "I read slash commands, messages that mention me or reply to me, direct messages, and a message on which somebody uses Apps > Answer this. I read other messages only in channels that a server's moderators listed for me: in a questions channel to answer every question and claims about the order, in a chat channel to answer only clear questions about the order. I use them to answer, and for nothing else.",
    "I keep no messages, no names and no history: not of those who ask, and not of what they ask. My answer to a slash command repeats what was asked, for those who read along.",
    "In memory alone, and only until I restart, I keep the last few messages of a channel; the ids of the last few hundred questions and replies, to edit or delete a reply with its question; when each person last asked, to prevent floods; and fingerprints of recent questions, to answer the same question at once. Nobody can read a question from its fingerprint. For four seconds I also keep the text of a message that was deleted: if a proxy bot such as PluralKit posts it again for its author, I know whose question it is.",
    "My log has ids of messages, channels and servers, the time, and what became of a question (answered, offered a choice, not known). It never has what anybody wrote or what was answered.",
    "Ask the moderators posts a question, without a name but with a link to where it was asked, into the channel that the server's moderators chose. It is kept there and nowhere else: Withdraw, or deleting the post, erases it.",
    "For each server I keep which channels its moderators listed, and as which kind.",
    "To erase an answer, delete your question soon after or press 🗑️. What Discord itself keeps follows Discord's own rules. I pass nothing on to anybody else, and nothing that you write is used to train anything.",
  ],
  otherAnswers: "Was it one of these?",
  noOtherAnswers: "I have nothing that is nearer.",
  why: {
    readAs: (question: string) => `Read as: ${question}`,
    shown: (question: string) => `The answer above is to another question, which was chosen: ${question}`,
    answers: (question: string) => `It answers: ${question}`,
    sure: (reached: string, runnerUp: string | undefined, chance: string) =>
      `${reached} sure${runnerUp === undefined ? "" : `; next best: ${runnerUp} (${chance})`}`,
    repaired: (typed: string, meant: string) => `"${typed}" read as "${meant}"`,
    nearest: (wording: string) => `Nearest curated wording: "${wording}"`,
    questionGone:
      "I keep no questions and cannot read this one any more, so I can only say which curated question the answer belongs to.",
  },
};
