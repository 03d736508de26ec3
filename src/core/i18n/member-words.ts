/** What is said around answers, to whoever asked: waiting, explaining, passing a question on. */
import type { Locale } from "../values/locale.js";

export interface MemberWords {
  wait(seconds: string): string;
  /** Not one person but all on the server together ask too much. */
  busy(seconds: string): string;
  answeredEarlier(link: string): string;
  readonly unreadable: string;
  /** A message put to the bot holds an attachment and no text. */
  readonly attachmentOnly: string;
  readonly ownMessage: string;
  readonly notYours: string;
  readonly notYoursToDelete: string;
  readonly noModerators: string;
  readonly notPosted: string;
  readonly postedAlready: string;
  readonly postsWait: string;
  readonly posted: string;
  readonly withdrawn: string;
  readonly notWithdrawn: string;
  /** In the moderators' channel. */
  readonly post: {
    readonly title: string;
    place(link: string): string;
    readonly unreadable: string;
    readonly cut: string;
  };
  /** What is processed and kept, in plain words. */
  readonly privacy: readonly string[];
  readonly otherAnswers: string;
  readonly noOtherAnswers: string;
  readonly why: {
    readAs(question: string): string;
    shown(question: string): string;
    answers(question: string): string;
    /** How sure the bot is, and how likely the next best was. */
    sure(reached: string, runnerUp: string | undefined, chance: string): string;
    repaired(typed: string, meant: string): string;
    nearest(wording: string): string;
    readonly questionGone: string;
  };
}

const en: MemberWords = {
  wait: (seconds) => `That was a lot at once. Please ask again in ${seconds} s; until then I stay silent.`,
  busy: (seconds) => `One moment, please: a great many questions come from this server. Ask again in ${seconds} s.`,
  answeredEarlier: (link) => `I answered that here a moment ago: ${link}`,
  unreadable: "Discord does not show me the text of that reply. Mention me in it, or use /ask.",
  attachmentOnly: "I cannot read attachments. Please paste the text of the question.",
  ownMessage: "That message is mine. Reply to it to ask more.",
  notYours: "Only whoever asked can do that.",
  notYoursToDelete: "Only whoever caused this message, or somebody who may manage messages, can delete it.",
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
    place: (link) => `Asked here: ${link}. Delete this post to erase the question.`,
    unreadable: "I cannot read its text any more; it is behind the link.",
    cut: "Its end is missing: my answer repeats no more of it.",
  },
  privacy: [
    "I read slash commands, messages that mention me or reply to me, direct messages, and a message on which somebody uses Apps > Answer this. I read other messages only in channels that a server's moderators listed for me: in a questions channel to answer every question, in a chat channel to answer only clear questions about the order. I use them to answer, and for nothing else.",
    "I keep no messages, no names and no history: not of those who ask, and not of what they ask. My answer to a slash command repeats what was asked, for those who read along.",
    "In memory alone, until I am restarted at the latest, I have the last few messages of a channel, the ids of the last few hundred questions and replies, so that a reply follows its question when that is edited or deleted, when somebody last asked, so that nobody floods a channel, and fingerprints of recent questions, from which nobody can read what was asked, so that the same one is answered at once.",
    "My log has ids of messages, channels and servers, the time, and what became of a question (answered, offered a choice, not known). It never has what anybody wrote or what was answered.",
    "Ask the moderators posts a question, without a name but with a link to where it was asked, into the channel that the server's moderators chose. It is kept there and nowhere else: Withdraw, or deleting the post, erases it.",
    "For each server I keep which channels its moderators listed, and as which kind.",
    "To erase an answer, delete your question soon after or press 🗑️. What Discord itself keeps follows Discord's own rules. I pass nothing on to anybody else, and nothing that you write is used to train anything.",
  ],
  otherAnswers: "Was it one of these?",
  noOtherAnswers: "I have nothing that is nearer.",
  why: {
    readAs: (question) => `Read as: ${question}`,
    shown: (question) => `The answer above is to another question, which was chosen: ${question}`,
    answers: (question) => `It answers: ${question}`,
    sure: (reached, runnerUp, chance) =>
      `${reached} sure${runnerUp === undefined ? "" : `; next best: ${runnerUp} (${chance})`}`,
    repaired: (typed, meant) => `"${typed}" read as "${meant}"`,
    nearest: (wording) => `Nearest curated wording: "${wording}"`,
    questionGone:
      "I keep no questions and cannot read this one any more, so I can only say which curated question the answer belongs to.",
  },
};

const zhCN: MemberWords = {
  wait: (seconds) => `您一下子问得太多了。请在 ${seconds} 秒后再问；在那之前我不再回应。`,
  busy: (seconds) => `请稍候：这个服务器上的提问太多了。请在 ${seconds} 秒后再问。`,
  answeredEarlier: (link) => `我刚刚在这里回答过：${link}`,
  unreadable: "Discord 没有向我显示那条回复的文字。请在回复中提及我，或使用 /提问。",
  attachmentOnly: "我读不了附件。请把问题的文字粘贴过来。",
  ownMessage: "那是我发的消息。想继续问，请直接回复它。",
  notYours: "只有提问者可以这样做。",
  notYoursToDelete: "只有触发这条消息的人，或有权管理消息的人，才能删除它。",
  noModerators: "本服务器的管理员还没有设置接收问题的频道。",
  notPosted: "我无法把问题发到管理员频道。请告知管理员。",
  postedAlready: "这个问题已经转交了。",
  postsWait: "您刚刚转交了好几个问题。请等几分钟。",
  posted: "您的问题已交给本服务器的管理员。它只保存在管理员频道里；点“撤回”即可删除。",
  withdrawn: "已撤回：帖子已删除，没有保留任何内容。",
  notWithdrawn: "我无法删除那条帖子。请联系管理员删除。",
  post: {
    title: "有成员向你们提问",
    place: (link) => `提问位置：${link}。删除这条帖子即可抹去该问题。`,
    unreadable: "我已读不到它的文字；请点链接查看。",
    cut: "缺少结尾：我的回答只重复了这么多。",
  },
  privacy: [
    "我读取斜杠命令、提及我或回复我的消息、私信，以及有人在“应用”菜单中选择“回答这条消息”的那条消息。其他消息我只在服务器管理员为我列出的频道里读取：在提问频道里回答每个问题，在聊天频道里只回答明确针对该行政令的问题。这些只用来回答问题，不作他用。",
    "我不保留消息、姓名或历史记录：不记谁问过，也不记问了什么。我对斜杠命令的回答会重复所问的内容，方便其他人阅读。",
    "以下内容只在内存里，最迟到重新启动为止：频道里最近的几条消息；最近几百个问题和回复的编号，以便问题被编辑或删除时回复随之更新；某人上次提问的时间，以免频道被刷屏；以及最近问题的数字指纹（无法从中还原所问内容），以便相同的问题立即得到回答。",
    "我的日志里有消息、频道和服务器的编号、时间以及问题的结果（已回答、提供了选项、不知道），从不包含任何人写的文字，也不包含答案。",
    "“询问管理员”会把问题发到服务器管理员选定的频道，不写姓名，但附上提问位置的链接。问题只保存在那里：点“撤回”或删除那条帖子即可抹去。",
    "对每个服务器，我保存管理员列出了哪些频道，以及各属哪一种。",
    "要删除某个回答，请尽快删除您的问题，或点 🗑️。Discord 自己保存的内容遵循 Discord 的规则。我不会把任何内容转给他人，您写的文字也不会用来训练任何东西。",
  ],
  otherAnswers: "您问的是其中之一吗？",
  noOtherAnswers: "我没有更接近的答案。",
  why: {
    readAs: (question) => `我理解的问题：${question}`,
    shown: (question) => `上面的答案属于另一个被选中的问题：${question}`,
    answers: (question) => `它回答的是：${question}`,
    sure: (reached, runnerUp, chance) =>
      `把握 ${reached}${runnerUp === undefined ? "" : `；其次：${runnerUp}（${chance}）`}`,
    repaired: (typed, meant) => `“${typed}”理解为“${meant}”`,
    nearest: (wording) => `最接近的收录问法：“${wording}”`,
    questionGone: "我不保存问题，也读不到这个问题了，所以只能说明该答案属于哪个收录的问题。",
  },
};

const zhTW: MemberWords = {
  wait: (seconds) => `您一下子問得太多了。請在 ${seconds} 秒後再問；在那之前我不再回應。`,
  busy: (seconds) => `請稍候：這個伺服器上的提問太多了。請在 ${seconds} 秒後再問。`,
  answeredEarlier: (link) => `我剛剛在這裡回答過：${link}`,
  unreadable: "Discord 沒有向我顯示那則回覆的文字。請在回覆中提及我，或使用 /提問。",
  attachmentOnly: "我讀不了附件。請把問題的文字貼過來。",
  ownMessage: "那是我發的訊息。想繼續問，請直接回覆它。",
  notYours: "只有提問者可以這樣做。",
  notYoursToDelete: "只有觸發這則訊息的人，或有權管理訊息的人，才能刪除它。",
  noModerators: "本伺服器的管理員還沒有設定接收問題的頻道。",
  notPosted: "我無法把問題發到管理員頻道。請通知管理員。",
  postedAlready: "這個問題已經轉交了。",
  postsWait: "您剛剛轉交了好幾個問題。請等幾分鐘。",
  posted: "您的問題已交給本伺服器的管理員。它只保存在管理員頻道裡；點「撤回」即可刪除。",
  withdrawn: "已撤回：貼文已刪除，沒有保留任何內容。",
  notWithdrawn: "我無法刪除那則貼文。請洽管理員刪除。",
  post: {
    title: "有成員向你們提問",
    place: (link) => `提問位置：${link}。刪除這則貼文即可抹去該問題。`,
    unreadable: "我已讀不到它的文字；請點連結查看。",
    cut: "缺少結尾：我的回答只重複了這麼多。",
  },
  privacy: [
    "我讀取斜線指令、提及我或回覆我的訊息、私訊，以及有人在「應用程式」選單中選擇「回答這則訊息」的那則訊息。其他訊息我只在伺服器管理員為我列出的頻道裡讀取：在提問頻道裡回答每個問題，在聊天頻道裡只回答明確針對該行政命令的問題。這些只用來回答問題，不作他用。",
    "我不保留訊息、姓名或歷史紀錄：不記誰問過，也不記問了什麼。我對斜線指令的回答會重複所問的內容，方便其他人閱讀。",
    "以下內容只在記憶體裡，最遲到重新啟動為止：頻道裡最近的幾則訊息；最近幾百個問題和回覆的編號，以便問題被編輯或刪除時回覆隨之更新；某人上次提問的時間，以免頻道被洗版；以及最近問題的數位指紋（無法從中還原所問內容），以便相同的問題立即得到回答。",
    "我的記錄檔裡有訊息、頻道和伺服器的編號、時間以及問題的結果（已回答、提供了選項、不知道），從不包含任何人寫的文字，也不包含答案。",
    "「詢問管理員」會把問題發到伺服器管理員選定的頻道，不寫姓名，但附上提問位置的連結。問題只保存在那裡：點「撤回」或刪除那則貼文即可抹去。",
    "對每個伺服器，我保存管理員列出了哪些頻道，以及各屬哪一種。",
    "要刪除某個回答，請盡快刪除您的問題，或點 🗑️。Discord 自己保存的內容遵循 Discord 的規則。我不會把任何內容轉給他人，您寫的文字也不會用來訓練任何東西。",
  ],
  otherAnswers: "您問的是其中之一嗎？",
  noOtherAnswers: "我沒有更接近的答案。",
  why: {
    readAs: (question) => `我理解的問題：${question}`,
    shown: (question) => `上面的答案屬於另一個被選中的問題：${question}`,
    answers: (question) => `它回答的是：${question}`,
    sure: (reached, runnerUp, chance) =>
      `把握 ${reached}${runnerUp === undefined ? "" : `；其次：${runnerUp}（${chance}）`}`,
    repaired: (typed, meant) => `「${typed}」理解為「${meant}」`,
    nearest: (wording) => `最接近的收錄問法：「${wording}」`,
    questionGone: "我不保存問題，也讀不到這個問題了，所以只能說明該答案屬於哪個收錄的問題。",
  },
};

const WORDS: Readonly<Record<Locale, MemberWords>> = { en, "zh-CN": zhCN, "zh-TW": zhTW };

export const memberWordsIn = (locale: Locale): MemberWords => WORDS[locale];
