/** Posts notices about edits of the data to the moderators' channel of the home server. */
import { hash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { type DataNews, describeNews } from "../../core/quality/news.js";
import { createReference } from "../common/fault.js";
import { type MessagePlace, placeOf } from "../common/message-place.js";
import type { BotContext } from "../context/bot-context.js";
import { renderReport } from "../render/reports.js";

/** Milliseconds in which one message is updated about an edit; later it is out of sight, and a new one is posted. */
const SAME_MESSAGE = 10 * 60_000;

const MAX_NONCE = 24;
const MOST_EDITS = 100;

/**
 * Posts one message for ten bad saves in a row: edits it until the edit is in force, and never posts the same text twice in a
 * row.
 */
export function createNotifier({ channels, delivery, homeServer, log }: BotContext) {
  let last: { place: MessagePlace; kind: DataNews["kind"]; content: string; at: number } | undefined;
  /** How often each edit was posted: one that is undone and made again is news again. */
  const posted = new LRUCache<string, number>({ max: MOST_EDITS });

  const post = async (news: DataNews): Promise<void> => {
    const channel = homeServer === undefined ? undefined : channels.of(homeServer).moderators;
    if (channel === undefined) {
      log.warn({ hint: "set HOME_GUILD, and a moderators' channel on that server" }, "notice.no_channel");
      return;
    }
    const payload = renderReport(describeNews(news));
    const { content } = payload;
    const open = last?.place.channelId === channel && last.kind !== "replaced" ? last : undefined;
    if (open?.content === content) return;
    const isRecent = open !== undefined && performance.now() - open.at < SAME_MESSAGE;
    if (isRecent && (await delivery.edit(open.place, payload)) === "done") {
      last = { ...open, kind: news.kind, content };
      return;
    }
    const edit = editOf(news);
    const times = posted.get(edit) ?? 0;
    const message = await delivery.post(channel, payload, nonceOf(`${times} ${edit}`));
    if (message) posted.set(edit, times + 1);
    last = message && { place: placeOf(message), kind: news.kind, content, at: performance.now() };
  };

  let turn: Promise<void> = Promise.resolve();
  /** Resolves once it is posted, or if it needs no post. Never rejects. */
  return (news: DataNews): Promise<void> => {
    const wrong = describeNews(news).lines.flatMap(({ text, ok }) => (ok === false ? [text] : []));
    log[wrong.length > 0 ? "warn" : "info"]({ outcome: news.kind, version: news.version, wrong }, "data.edited");
    turn = turn
      .then(() => post(news))
      .catch((error: unknown) => log.error({ err: error, reference: createReference() }, "notice.bug"));
    return turn;
  };
}

/** Returns the part of `news` that is the same in each process that sees the edit, so not the duration. */
function editOf(news: DataNews): string {
  const wrong = "problems" in news ? news.problems : "failed" in news ? news.failed : [];
  return JSON.stringify([news.kind, news.version, wrong]);
}

/** Makes several processes post the same edit once: Discord accepts a nonce once in some minutes. */
const nonceOf = (edit: string): string => hash("sha256", edit).slice(0, MAX_NONCE);
