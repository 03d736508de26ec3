/** Good manners: nobody gets the bot to flood a channel, and the same answer isn't posted twice in a row. */
import { LRUCache } from "lru-cache";
import { wordsIn } from "../../core/i18n/words.js";
import type { Locale } from "../../core/values/locale.js";
import { createAllowances } from "./allowances.js";

export interface MannersOptions {
  /** Milliseconds that only go forward. */
  readonly now?: () => number;
  /** Questions that one person may ask at once; one more every `every` milliseconds. */
  readonly burst?: number;
  readonly every?: number;
  /** Questions a minute on one server, whoever asks; a sixth of them may come at once. */
  readonly serverPerMinute?: number;
  /** For how many milliseconds the same answer isn't repeated in a channel. */
  readonly repeatAfter?: number;
  /** Posts to the moderators that one person may cause within `postsWithin` milliseconds. */
  readonly posts?: number;
  readonly postsWithin?: number;
}

export type Admission =
  | { readonly kind: "welcome" }
  /**
   * A person, or all of a server together, asked too much. `told`: they have been asked to wait already. `seconds` is at
   * least 1.
   */
  | { readonly kind: "wait"; readonly who: "asker" | "server"; readonly seconds: number; readonly told: boolean };

/** Who asks, and where; no server in a direct message. */
export interface Asking {
  readonly asker: string;
  readonly server: string | null;
  /** Of what a question takes; a press of a button takes less. */
  readonly share?: number;
}

/** `nonce` is the same for every process until the question is withdrawn; at most 24 characters. */
export type PostAdmission = { readonly kind: "welcome"; readonly nonce: string } | { readonly kind: "posted" | "wait" };

export interface Manners {
  /** Whether that may be asked now; if so, it counts. */
  admit(asking: Asking): Admission;
  /** Whether `asker` is made suggestions for what they have typed so far; if so, it counts. Nobody types so fast. */
  admitTyping(asker: string): boolean;
  /** Remembers that `answer` was given in that channel. */
  note(channelId: string, answer: string, messageId: string): void;
  /** The message that gave `answer` in that channel a short while ago. */
  earlier(channelId: string, answer: string): string | undefined;
  /** Forgets a message that is gone. */
  forget(messageId: string): void;
  /** Whether `asker` may have the question of that message posted to the moderators; if so, it counts. */
  admitPost(asker: string, questionId: string): PostAdmission;
  /** The question may be posted again: its post failed, or was withdrawn, and then the next one is another. */
  forgetPost(questionId: string, why: "failed" | "withdrawn"): void;
}

/** Ids kept of each kind; the oldest are forgotten first. */
const MOST = 500;

/** In keystrokes and milliseconds: Discord asks at each, and whoever types fastest makes ten a second. */
const TYPING = { burst: 40, every: 100 };

export function createManners({
  now = () => performance.now(),
  burst = 10,
  every = 3000,
  serverPerMinute = 600,
  repeatAfter = 60_000,
  posts = 3,
  postsWithin = 600_000,
}: MannersOptions = {}): Manners {
  const askers = createAllowances({ burst, every }, now);
  const servers = createAllowances({ burst: Math.ceil(serverPerMinute / 6), every: 60_000 / serverPerMinute }, now);
  const typists = createAllowances(TYPING, now);
  const answers = new LRUCache<string, { readonly messageId: string; readonly at: number }>({ max: MOST });
  const keys = new LRUCache<string, string>({ max: MOST });
  const posters = new LRUCache<string, readonly number[]>({ max: MOST });
  const sent = new LRUCache<string, { readonly isPosted: boolean; readonly withdrawals: number }>({ max: MOST });
  const keyOf = (channelId: string, answer: string) => `${channelId} ${answer}`;
  return {
    admit({ asker, server, share = 1 }) {
      const limits = [["asker", askers, asker] as const, ...(server ? [["server", servers, server] as const] : [])];
      for (const [who, allowances, key] of limits) {
        const wait = allowances.wait(key, share);
        if (wait > 0)
          return { kind: "wait", who, seconds: Math.max(1, Math.ceil(wait / 1000)), told: allowances.tell(key) };
      }
      for (const [, allowances, key] of limits) allowances.take(key, share);
      return { kind: "welcome" };
    },
    admitTyping(asker) {
      const isWelcome = typists.wait(asker, 1) === 0;
      if (isWelcome) typists.take(asker, 1);
      return isWelcome;
    },
    note(channelId, answer, messageId) {
      const key = keyOf(channelId, answer);
      answers.set(key, { messageId, at: now() });
      keys.set(messageId, key);
    },
    earlier(channelId, answer) {
      const found = answers.get(keyOf(channelId, answer));
      return found && now() - found.at < repeatAfter ? found.messageId : undefined;
    },
    forget(messageId) {
      const key = keys.get(messageId);
      if (key !== undefined && answers.get(key)?.messageId === messageId) answers.delete(key);
      keys.delete(messageId);
    },
    admitPost(asker, questionId) {
      const { isPosted = false, withdrawals = 0 } = sent.get(questionId) ?? {};
      if (isPosted) return { kind: "posted" };
      const recent = (posters.get(asker) ?? []).filter((at) => now() - at < postsWithin);
      if (recent.length >= posts) return { kind: "wait" };
      posters.set(asker, [...recent, now()]);
      sent.set(questionId, { isPosted: true, withdrawals });
      return { kind: "welcome", nonce: withdrawals === 0 ? questionId : `${questionId}-${withdrawals % 1000}` };
    },
    forgetPost(questionId, why) {
      const { withdrawals = 0 } = sent.get(questionId) ?? {};
      sent.set(questionId, { isPosted: false, withdrawals: withdrawals + (why === "withdrawn" ? 1 : 0) });
    },
  };
}

/** Asks whoever asked too much to wait. */
export function describeWait({ who, seconds }: Extract<Admission, { kind: "wait" }>, locale: Locale): string {
  const { wait, busy } = wordsIn(locale);
  return (who === "asker" ? wait : busy)(String(seconds));
}
