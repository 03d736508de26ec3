/** The bot's own words in English, the language of the answers. */
import type { Words } from "./wording.js";

export const en: Words = {
  order: (number) => `Executive Order ${number}`,
  answerInEnglish: [],
  restInEnglish: [],
  notAdvice: "not legal advice",
  checked: (on) => `checked ${on}`,
  overdue: (reviewBy) => `This answer was due for review on ${reviewBy}, and may be out of date.`,
  outOfDate: (reviewBy) => `This answer is out of date: it was due for review on ${reviewBy}. Here are its sources.`,
  factAsOf: (date) => `as of ${date}`,
  asOfSources: (checked) => `As of my sources (${checked}): `,
  dated: (on, text) => `${on}: ${text}`,
  named: {
    "before-order": ({ app, order, on, signed }) =>
      `No. On ${on} the order did not exist yet: ${order}, which listed ${app}, was signed on ${signed}.`,
    signed: ({ app, order, on, signed, first }) =>
      `No. ${order}, signed on ${signed}, listed ${app}, but on ${on} nothing could be prohibited under it yet: the Commerce Department could identify prohibited transactions only from ${first}.`,
    "could-begin": ({ app, order, on, signed, first }) =>
      `No. ${order}, signed on ${signed}, listed ${app}, and from ${first} the Commerce Department could have identified prohibited transactions. By ${on} it had identified none, so nothing was prohibited.`,
    revoked: ({ app, order, signed, revoked }) =>
      `No, not by ${order}. The order listed ${app} on ${signed}, but nothing was ever prohibited under it, and President Biden revoked the order on ${revoked}.`,
  },
  notNamed: {
    before: ({ app, signed }) => `Not by this order, which was not signed until ${signed} and never listed ${app}.`,
    since: ({ app }) => `Not by this order, which never listed ${app}.`,
  },
  nothingProhibited: ({ revoked }) =>
    `Nothing was ever prohibited under the order, and President Biden revoked it on ${revoked}.`,
  didYouMean: "Did you mean one of these?",
  noEntry: "I have no cited answer for that.",
  notClear: "I could not tell what that asks.",
  greeting: "Hello! Ask me about Executive Order 13971 in your own words, or use /ask and /ban-status.",
  welcome: "You're welcome.",
  nearest: " The nearest that I have:",
  appNotListed: ({ order, count, named, revoked }) =>
    `I have no entry for that app. ${order} listed ${count} apps and no others: ${named}. President Biden revoked it on ${revoked}.`,
  isBanned: (app) => `Is ${app} banned?`,
  aboutApp: (question, app) => `${question.replace(/\?$/, "")}: ${app}?`,
  sources: "Sources",
  titles: {
    apps: "The eight apps named in Executive Order 13971",
    timeline: "Timeline",
    sources: "Sources",
    about: "About this bot",
    privacy: "What I process and keep",
  },
  pageOf: (page, pages) => ` (page ${page} of ${pages})`,
  moreEvents: "These are the order's own events. Everything by date: press Later, or /timeline page:2.",
  moreSources: "These are what most answers cite. The rest: press Later, or /sources page:2.",
  closedList: (nothingProhibited) => `The list is closed. ${nothingProhibited}`,
  about: {
    what: (order, signed, entries, sources) =>
      `I answer questions about ${order} (${signed}) from ${entries} curated answers and ${sources} sources. Where I have no cited answer I say so.`,
    version: (version, checked) => `Data version ${version}; sources checked ${checked}.`,
    lastGood: "The newest edit of the data has problems, so I answer from the last good version.",
    keeps: "I keep nothing about people: no messages, no names, no history. More: /privacy.",
    notAdvice: "What I say is general information, not legal advice.",
  },
  refusals: {
    notADate: () => "That is not a date. Write it as year-month-day, such as 2021-03-01.",
    notThisDate: (given) => `${given} is not a date. Write it as year-month-day, such as 2021-03-01.`,
    noQuestion: () => "Ask a question, such as: is WeChat Pay banned?",
    noApp: () => "Which app? Type its name.",
    questionTooLong: (most) => `The question is longer than ${most} characters.`,
    appTooLong: (most) => `The app's name is longer than ${most} characters.`,
  },
  buttons: {
    earlier: "Earlier",
    later: "Later",
    why: "Why this answer?",
    notWhatIAsked: "Not what I asked",
    askModerators: "Ask the moderators",
    withdraw: "Withdraw",
  },
  expiredButton: "This button is from an older version; please ask again.",
  commandGone: "This command is no longer there.",
  staysSilent: "(In a channel where the bot only listens, it would stay silent.)",
};
