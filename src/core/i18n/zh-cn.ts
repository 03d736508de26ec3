/** The bot's own words in simplified Chinese. None says that an app was banned: the order named apps, and nothing was ever prohibited. */
import type { Words } from "./wording.js";

export const zhCN: Words = {
  order: (number) => `第${number}号行政令`,
  answerInEnglish: ["以下答案为英文："],
  restInEnglish: ["以下内容为英文："],
  notAdvice: "不构成法律意见",
  checked: (on) => `核对日期：${on}`,
  overdue: (reviewBy) => `本答案原定于${reviewBy}前复核，可能已经过时。`,
  outOfDate: (reviewBy) => `本答案已经过时：原定于${reviewBy}前复核，至今未复核。以下是它的资料来源。`,
  factAsOf: (date) => `截至${date}`,
  asOfSources: (checked) => `据我手头的资料（截至${checked}）：`,
  dated: (on, text) => `${on}：${text}`,
  named: {
    "before-order": ({ app, order, on, signed }) =>
      `没有。${on}时该行政令尚不存在：列入 ${app} 的${order}于${signed}才签署。`,
    signed: ({ app, order, on, signed, first }) =>
      `没有。${signed}签署的${order}列入了 ${app}，但在${on}，依据该令还不能禁止任何交易：美国商务部最早要到${first}才可以认定哪些交易应予禁止。`,
    "could-begin": ({ app, order, on, signed, first }) =>
      `没有。${signed}签署的${order}列入了 ${app}，自${first}起，美国商务部本可以认定哪些交易应予禁止。截至${on}，商务部没有作出任何认定，因此没有任何交易被禁止。`,
    revoked: ({ app, order, signed, revoked }) =>
      `没有，${order}没有禁止它。该令于${signed}列入了 ${app}，但依据该令从未有任何交易被禁止，拜登总统已于${revoked}撤销该令。`,
  },
  notNamed: {
    before: ({ app, signed }) => `这道行政令没有禁止它：该令于${signed}才签署，也从未列入 ${app}。`,
    since: ({ app }) => `这道行政令没有禁止它，也从未列入 ${app}。`,
  },
  nothingProhibited: ({ revoked }) => `依据该行政令从未有任何交易被禁止，拜登总统已于${revoked}撤销该令。`,
  didYouMean: "您想问的是下面哪一个？",
  noEntry: "关于这个问题，我没有附出处的答案。",
  notClear: "我无法判断您想问什么。",
  greeting: "您好！可以直接用自己的话问我关于第13971号行政令的问题，也可以用 /ask 和 /ban-status。",
  welcome: "不客气。",
  nearest: "最接近的有：",
  appNotListed: ({ order, count, named, revoked }) =>
    `我没有关于该应用的条目。${order}只列入了${count}款应用，再无其他：${named}。拜登总统已于${revoked}撤销该令。`,
  isBanned: (app) => `${app} 被禁了吗？`,
  aboutApp: (question, app) => `${app}：${question}`,
  sources: "资料来源",
  titles: {
    apps: "第13971号行政令点名的八款应用（说明为英文）",
    timeline: "时间线（内容为英文）",
    sources: "资料来源",
    about: "关于本机器人",
    privacy: "我处理和保留什么",
  },
  pageOf: (page, pages) => `（第${page}页，共${pages}页）`,
  moreEvents: "以上是该行政令本身的事件。按日期查看全部：点“下一页”，或使用 /时间线 页码:2。",
  moreSources: "以上是多数答案引用的资料。其余资料：点“下一页”，或使用 /资料来源 页码:2。",
  closedList: (nothingProhibited) => `名单仅限于此。${nothingProhibited}`,
  about: {
    what: (order, signed, entries, sources) =>
      `我根据${entries}条经人工整理的答案和${sources}份资料来源，回答有关${order}（${signed}）的问题。没有附出处的答案时，我会直说。`,
    version: (version, checked) => `数据版本：${version}；资料来源的核对日期为${checked}。`,
    lastGood: "最近一次修改的数据有问题，因此我按上一个正确的版本作答。",
    keeps: "我不保留任何个人信息：不存消息，不存姓名，不存历史记录。详见 /隐私。",
    notAdvice: "我提供的是一般信息，不构成法律意见。",
  },
  refusals: {
    notADate: () => "这不是有效的日期。请按“年-月-日”填写，例如 2021-03-01。",
    notThisDate: (given) => `“${given}”不是有效的日期。请按“年-月-日”填写，例如 2021-03-01。`,
    noQuestion: () => "请输入一个问题，例如：WeChat Pay 被点名了吗？",
    noApp: () => "哪款应用？请输入名称。",
    questionTooLong: (most) => `问题超过了${most}个字符。`,
    appTooLong: (most) => `应用名称超过了${most}个字符。`,
  },
  buttons: {
    earlier: "上一页",
    later: "下一页",
    why: "为什么这样回答？",
    notWhatIAsked: "这不是我问的",
    askModerators: "询问管理员",
    withdraw: "撤回",
  },
  expiredButton: "此按钮来自旧版本，请重新提问。",
  commandGone: "此命令已不存在。",
  staysSilent: "（在机器人只旁听的频道里，它会保持沉默。）",
};
