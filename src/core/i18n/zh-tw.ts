/** The bot's own words in traditional Chinese as written in Taiwan. None says that an app was banned: the order named apps, and nothing was ever prohibited. */
import type { Words } from "./wording.js";

export const zhTW: Words = {
  order: (number) => `第${number}號行政命令`,
  answerInEnglish: ["以下答案為英文："],
  restInEnglish: ["以下內容為英文："],
  notAdvice: "不構成法律意見",
  checked: (on) => `核對日期：${on}`,
  overdue: (reviewBy) => `本答案原定於${reviewBy}前複核，可能已經過時。`,
  outOfDate: (reviewBy) => `本答案已經過時：原定於${reviewBy}前複核，至今未複核。以下是它的資料來源。`,
  factAsOf: (date) => `截至${date}`,
  asOfSources: (checked) => `依我手邊的資料（截至${checked}）：`,
  dated: (on, text) => `${on}：${text}`,
  named: {
    "before-order": ({ app, order, on, signed }) =>
      `沒有。${on}時該行政命令尚不存在：列入 ${app} 的${order}於${signed}才簽署。`,
    signed: ({ app, order, on, signed, first }) =>
      `沒有。${signed}簽署的${order}列入了 ${app}，但在${on}，依據該命令還不能禁止任何交易：美國商務部最早要到${first}才可以認定哪些交易應予禁止。`,
    "could-begin": ({ app, order, on, signed, first }) =>
      `沒有。${signed}簽署的${order}列入了 ${app}，自${first}起，美國商務部原本可以認定哪些交易應予禁止。截至${on}，商務部沒有做出任何認定，因此沒有任何交易被禁止。`,
    revoked: ({ app, order, signed, revoked }) =>
      `沒有，${order}沒有禁止它。該命令於${signed}列入了 ${app}，但依據該命令從未有任何交易被禁止，拜登總統已於${revoked}撤銷該命令。`,
  },
  notNamed: {
    before: ({ app, signed }) => `這道行政命令沒有禁止它：該命令於${signed}才簽署，也從未列入 ${app}。`,
    since: ({ app }) => `這道行政命令沒有禁止它，也從未列入 ${app}。`,
  },
  nothingProhibited: ({ revoked }) => `依據該行政命令從未有任何交易被禁止，拜登總統已於${revoked}撤銷該命令。`,
  didYouMean: "您想問的是下面哪一個？",
  noEntry: "關於這個問題，我沒有附出處的答案。",
  notClear: "我無法判斷您想問什麼。",
  greeting: "您好！可以直接用自己的話問我關於第13971號行政命令的問題，也可以用 /ask 和 /ban-status。",
  welcome: "不客氣。",
  nearest: "最接近的有：",
  appNotListed: ({ order, count, named, revoked }) =>
    `我沒有關於這個應用程式的條目。${order}只列入了${count}個應用程式，別無其他：${named}。拜登總統已於${revoked}撤銷該命令。`,
  isBanned: (app) => `${app} 被禁了嗎？`,
  aboutApp: (question, app) => `${app}：${question}`,
  sources: "資料來源",
  titles: {
    apps: "第13971號行政命令點名的八個應用程式（說明為英文）",
    timeline: "時間軸（內容為英文）",
    sources: "資料來源",
    about: "關於這個機器人",
    privacy: "我處理和保留什麼",
  },
  pageOf: (page, pages) => `（第${page}頁，共${pages}頁）`,
  moreEvents: "以上是該行政命令本身的事件。依日期查看全部：點「下一頁」，或使用 /時間軸 頁碼:2。",
  moreSources: "以上是多數答案引用的資料。其餘資料：點「下一頁」，或使用 /資料來源 頁碼:2。",
  closedList: (nothingProhibited) => `名單僅限於此。${nothingProhibited}`,
  about: {
    what: (order, signed, entries, sources) =>
      `我根據${entries}則人工整理的答案和${sources}份資料來源，回答有關${order}（${signed}）的問題。沒有附出處的答案時，我會直說。`,
    version: (version, checked) => `資料版本：${version}；資料來源的核對日期為${checked}。`,
    lastGood: "最近一次修改的資料有問題，因此我依上一個正確的版本作答。",
    keeps: "我不保留任何個人資料：不存訊息，不存姓名，不存歷史紀錄。詳見 /隱私。",
    notAdvice: "我提供的是一般資訊，不構成法律意見。",
  },
  refusals: {
    notADate: () => "這不是有效的日期。請依「年-月-日」填寫，例如 2021-03-01。",
    notThisDate: (given) => `「${given}」不是有效的日期。請依「年-月-日」填寫，例如 2021-03-01。`,
    noQuestion: () => "請輸入問題，例如：WeChat Pay 有被點名嗎？",
    noApp: () => "哪個應用程式？請輸入名稱。",
    questionTooLong: (most) => `問題超過${most}個字元。`,
    appTooLong: (most) => `應用程式名稱超過${most}個字元。`,
  },
  buttons: {
    earlier: "上一頁",
    later: "下一頁",
    why: "為什麼這樣回答？",
    notWhatIAsked: "這不是我問的",
    askModerators: "詢問管理員",
    withdraw: "撤回",
  },
  expiredButton: "這個按鈕來自舊版本，請重新提問。",
  commandGone: "這個指令已不存在。",
  staysSilent: "（在機器人只旁聽的頻道裡，它會保持沉默。）",
};
