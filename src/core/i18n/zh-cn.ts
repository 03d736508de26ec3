/** The bot's own words in simplified Chinese. None says that an app was banned: the order named apps, and nothing was ever prohibited. */
import type { Words } from "./wording.js";

export const zhCN: Words = {
  order: (number) => `第${number}号行政令`,
  answerInEnglish: ["以下答案为英文："],
  restInEnglish: ["以下内容为英文："],
  notAdvice: "仅为一般信息，不构成法律意见。",
  reviewed: (on, by) => `${by === undefined ? "" : `由 ${by} `}于${on}审阅。`,
  overdue: (reviewBy) => `本答案原定于${reviewBy}前复核，可能已经过时。`,
  outOfDate: (reviewBy) => `本答案已经过时：原定于${reviewBy}前复核，至今未复核。以下是它的资料来源。`,
  factAsOf: (date) => `所示事实截至${date}。`,
  standingAsOf: (on, checked) =>
    `以上为截至${on}的情况；资料来源的核对日期为${checked}。仅为一般信息，不构成法律意见。`,
  asOfSources: (checked) => `据我手头的资料（截至${checked}）：`,
  dated: (on, text) => `${on}：${text}`,
  named: {
    "before-order": ({ app, order, on, signed }) =>
      `截至${on}，该行政令尚不存在。${order}于${signed}签署，其中点名了 ${app}。`,
    signed: ({ app, order, on, signed, first }) =>
      `截至${on}，${app} 已被${order}（${signed}签署）点名，但还不能禁止任何交易：美国商务部最早要到${first}才可以认定哪些交易应予禁止。`,
    "could-begin": ({ app, order, on, first }) =>
      `截至${on}，${app} 已被${order}点名。自${first}起，美国商务部本可以认定哪些交易应予禁止，但从未作出任何认定，因此从未有任何交易被禁止。`,
    revoked: ({ app, order, revoked, by }) =>
      `${app} 曾被${order}点名，但依据该令从未有任何交易被禁止，该令已由${by}于${revoked}撤销。`,
  },
  notNamed: ({ app, order, named }) => `${app} 未被${order}点名。该行政令只点名了以下应用，再无其他：${named}。`,
  life: {
    "before-order": ({ on, signed }) => `截至${on}，该行政令尚不存在；它于${signed}签署。`,
    signed: ({ on }) => `截至${on}，该行政令已经签署，但还不能禁止任何交易。`,
    "could-begin": ({ on }) => `截至${on}，从未依据该令认定任何交易应予禁止。`,
  },
  nothingProhibited: ({ revoked, by }) => `依据该行政令从未有任何交易被禁止，该令已由${by}于${revoked}撤销。`,
  didYouMean: "您想问的是下面哪一个？",
  noEntry: "关于这个问题，我没有附出处的答案。",
  notClear: "我无法判断您想问什么。",
  greeting: "您好！可以直接用自己的话问我关于第13971号行政令的问题，也可以用 /ask 和 /ban-status。",
  welcome: "不客气。",
  nearest: "最接近的有：",
  appNotListed: (order, count, named) => `我没有关于该应用的条目。${order}只点名了${count}款应用，再无其他：${named}。`,
  whereStands: (app) => `${app} 的情况如何？`,
  aboutApp: (question, app) => `${app}：${question}`,
  sources: "资料来源",
  moreSources: "更多资料来源：/资料来源",
  titles: {
    apps: "第13971号行政令点名的八款应用（说明为英文）",
    timeline: "时间线（内容为英文）",
    sources: "资料来源",
    about: "关于本机器人",
    privacy: "我处理和保留什么",
  },
  pageOf: (page, pages) => `（第${page}页，共${pages}页）`,
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
    delete: "删除",
    askModerators: "询问管理员",
    withdraw: "撤回",
  },
  expiredButton: "此按钮来自旧版本，请重新提问。",
  commandGone: "此命令已不存在。",
  staysSilent: "（在机器人只旁听的频道里，它会保持沉默。）",
};
