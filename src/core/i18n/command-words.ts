/** What commands and their options are called in Chinese; in English they are called what they declare. */
import type { Locale } from "../values/locale.js";

/**
 * By the path to a command, subcommand or option, its name and its description; `ban-status on` is the option `on` of
 * `/ban-status`. Discord's rule for a name: 1 to 32 letters, digits, hyphens or underscores, no capitals, no spaces but in a
 * menu. A description has at most 100 characters; a command in a menu has none.
 */
type CommandWords = Readonly<Record<string, readonly [name: string, description?: string]>>;

const TRANSLATIONS: Readonly<Record<Exclude<Locale, "en">, CommandWords>> = {
  "zh-CN": {
    "ban-status": ["应用状态", "某款应用是否被该行政令点名，目前情况如何？"],
    "ban-status app": ["应用", "应用名称"],
    "ban-status on": ["日期", "例如 2021-03-01（默认为今天）"],
    ask: ["提问", "就第13971号行政令提问"],
    "ask question": ["问题", "用您自己的话提问"],
    apps: ["应用名单", "该行政令点名的八款应用"],
    timeline: ["时间线", "按日期列出事情经过"],
    "timeline page": ["页码", "第几页（默认为第一页）"],
    sources: ["资料来源", "答案所依据的文件"],
    "sources page": ["页码", "第几页（默认为第一页）"],
    about: ["关于", "本机器人涵盖什么、资料有多新、保留您的哪些信息"],
    privacy: ["隐私", "用通俗的话说明处理和保留哪些信息"],
    "Answer this": ["回答这条消息"],
    moderate: ["管理", "供本服务器的管理员使用"],
    "moderate check": ["检查", "机器人在本服务器上需要什么、还缺什么"],
    "moderate reload": ["重新加载", "重新读取数据文件；文件有误则一切不变"],
    "moderate reload force": ["强制", "即使基准问题的答复会改变也予以采用"],
    "moderate preview": ["预览", "按读者所见查看一份答案草稿，以及它会改变什么"],
    "moderate preview entry": ["答案", "从这个答案的文字开始"],
    "moderate unanswered": ["未回答", "大家问管理员的问题，问得最多的在前"],
    "moderate unanswered page": ["页码", "第几页（默认为第一页）"],
    "moderate channels": ["频道", "机器人在哪些频道作答，给管理员的问题发到哪里"],
    "moderate channels list": ["列表", "本服务器已设置的频道"],
    "moderate channels add": ["添加", "在某个频道里，没有点名问机器人的消息也作答"],
    "moderate channels add channel": ["频道", "要添加的频道"],
    "moderate channels add answers": ["作答", "机器人在那里回答什么（默认为仅在有把握时）"],
    "moderate channels add answers questions": ["每个问题"],
    "moderate channels add answers chat": ["仅在有把握时"],
    "moderate channels remove": ["移除", "不再于某个频道主动作答"],
    "moderate channels remove channel": ["频道", "要移除的频道（默认为已不存在的频道）"],
    "moderate channels moderators": ["管理员频道", "给管理员的问题发到哪里"],
    "moderate channels moderators channel": ["频道", "发到哪个频道（默认为不发送）"],
  },
  "zh-TW": {
    "ban-status": ["應用程式狀態", "某個應用程式是否被該行政命令點名，目前情況如何？"],
    "ban-status app": ["應用程式", "應用程式名稱"],
    "ban-status on": ["日期", "例如 2021-03-01（預設為今天）"],
    ask: ["提問", "針對第13971號行政命令提問"],
    "ask question": ["問題", "用您自己的話提問"],
    apps: ["應用程式名單", "該行政命令點名的八個應用程式"],
    timeline: ["時間軸", "依日期列出事件經過"],
    "timeline page": ["頁碼", "第幾頁（預設為第一頁）"],
    sources: ["資料來源", "答案所依據的文件"],
    "sources page": ["頁碼", "第幾頁（預設為第一頁）"],
    about: ["關於", "這個機器人涵蓋什麼、資料有多新、保留您的哪些資料"],
    privacy: ["隱私", "用淺白的文字說明處理和保留哪些資料"],
    "Answer this": ["回答這則訊息"],
    moderate: ["管理", "供這個伺服器的管理員使用"],
    "moderate check": ["檢查", "機器人在這個伺服器上需要什麼、還缺什麼"],
    "moderate reload": ["重新載入", "重新讀取資料檔案；檔案有誤則一切不變"],
    "moderate reload force": ["強制", "即使基準問題的答覆會改變也予以採用"],
    "moderate preview": ["預覽", "依讀者所見查看一份答案草稿，以及它會改變什麼"],
    "moderate preview entry": ["答案", "從這個答案的文字開始"],
    "moderate unanswered": ["未回答", "大家問管理員的問題，問得最多的在前"],
    "moderate unanswered page": ["頁碼", "第幾頁（預設為第一頁）"],
    "moderate channels": ["頻道", "機器人在哪些頻道作答，給管理員的問題發到哪裡"],
    "moderate channels list": ["清單", "這個伺服器已設定的頻道"],
    "moderate channels add": ["新增", "在某個頻道裡，沒有點名問機器人的訊息也作答"],
    "moderate channels add channel": ["頻道", "要新增的頻道"],
    "moderate channels add answers": ["作答", "機器人在那裡回答什麼（預設為僅在有把握時）"],
    "moderate channels add answers questions": ["每個問題"],
    "moderate channels add answers chat": ["僅在有把握時"],
    "moderate channels remove": ["移除", "不再於某個頻道主動作答"],
    "moderate channels remove channel": ["頻道", "要移除的頻道（預設為已不存在的頻道）"],
    "moderate channels moderators": ["管理員頻道", "給管理員的問題發到哪裡"],
    "moderate channels moderators channel": ["頻道", "發到哪個頻道（預設為不發送）"],
  },
};

/** The translations of what `path` leads to, in the fields that Discord wants them in; none where there are none. */
export function localizationsOf(path: readonly string[]) {
  const names: Record<string, string> = {};
  const descriptions: Record<string, string> = {};
  for (const [locale, words] of Object.entries(TRANSLATIONS)) {
    const [name, description] = words[path.join(" ")] ?? [];
    if (name !== undefined) names[locale] = name;
    if (description !== undefined) descriptions[locale] = description;
  }
  return {
    ...(Object.keys(names).length > 0 && { name_localizations: names }),
    ...(Object.keys(descriptions).length > 0 && { description_localizations: descriptions }),
  };
}

/** Returns what readers of `locale` see the command `name` called. */
export const nameOfCommand = (name: string, locale: Locale): string =>
  locale === "en" ? name : (TRANSLATIONS[locale][name]?.[0] ?? name);

/** Returns the command that is called `seen` in any language. */
export const commandNamed = (seen: string): string =>
  Object.values(TRANSLATIONS)
    .flatMap((words) => Object.entries(words))
    .find(([path, [name]]) => !path.includes(" ") && name === seen)?.[0] ?? seen;
