/** The bot's own words in English, the language of the answers. */
import type { Words } from "./wording.js";

export const en: Words = {
  order: (number) => `Executive Order ${number}`,
  answerInEnglish: [],
  restInEnglish: [],
  notAdvice: "General information, not legal advice.",
  reviewed: (on, by) => `Reviewed ${on}${by === undefined ? "" : ` by ${by}`}.`,
  overdue: (reviewBy) => `This answer was due for review on ${reviewBy}, and may be out of date.`,
  outOfDate: (reviewBy) => `This answer is out of date: it was due for review on ${reviewBy}. Here are its sources.`,
  factAsOf: (date) => `The fact shown is as of ${date}.`,
  standingAsOf: (on, checked) => `As of ${on}; sources checked ${checked}. General information, not legal advice.`,
  asOfSources: (checked) => `As of my sources (${checked}): `,
  dated: (on, text) => `${on}: ${text}`,
  named: {
    "before-order": ({ app, order, on, signed }) =>
      `On ${on} the order did not exist yet. ${order} was signed on ${signed} and named ${app}.`,
    signed: ({ app, order, on, signed, first }) =>
      `On ${on}, ${app} was named in ${order} (signed on ${signed}), but nothing could be prohibited yet: the Commerce Department could identify prohibited transactions only from ${first}.`,
    "could-begin": ({ app, order, on, first }) =>
      `On ${on}, ${app} was named in ${order}. From ${first} the Commerce Department could have identified prohibited transactions; it never identified any, so nothing was prohibited.`,
    revoked: ({ app, order, revoked, by }) =>
      `${app} was named in ${order}, but nothing was ever prohibited under the order, and ${by} revoked it on ${revoked}.`,
  },
  notNamed: ({ app, order, named }) =>
    `${app} is not named in ${order}. The order names these apps and no others: ${named}.`,
  life: {
    "before-order": ({ on, signed }) => `On ${on} the order did not exist yet; it was signed on ${signed}.`,
    signed: ({ on }) => `On ${on} the order had been signed, and nothing could be prohibited yet.`,
    "could-begin": ({ on }) => `By ${on} no prohibited transaction had been identified under it.`,
  },
  nothingProhibited: ({ revoked, by }) =>
    `Nothing was ever prohibited under the order, and ${by} revoked it on ${revoked}.`,
  didYouMean: "Did you mean one of these?",
  noEntry: "I have no cited answer for that.",
  notClear: "I could not tell what that asks.",
  greeting: "Hello! Ask me about Executive Order 13971 in your own words, or use /ask and /ban-status.",
  welcome: "You're welcome.",
  nearest: " The nearest that I have:",
  appNotListed: (order, count, named) =>
    `I have no entry for that app. ${order} names ${count} apps and no others: ${named}.`,
  whereStands: (app) => `Where does ${app} stand?`,
  aboutApp: (question, app) => `${question.replace(/\?$/, "")}: ${app}?`,
  sources: "Sources",
  moreSources: "More sources: /sources",
  titles: {
    apps: "The eight apps named in Executive Order 13971",
    timeline: "Timeline",
    sources: "Sources",
    about: "About this bot",
    privacy: "What I process and keep",
  },
  pageOf: (page, pages) => ` (page ${page} of ${pages})`,
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
    delete: "Delete",
    askModerators: "Ask the moderators",
    withdraw: "Withdraw",
  },
  expiredButton: "This button is from an older version; please ask again.",
  commandGone: "This command is no longer there.",
  staysSilent: "(In a channel where the bot only listens, it would stay silent.)",
};
