/** Good manners: nobody gets the bot to flood a channel, and the same answer isn't posted twice in a row. */
import { createBoundedMap } from "./memory.js";

export interface MannersOptions {
  /** Milliseconds that only go forward. */
  readonly now?: () => number;
  /** Questions that one person may ask at once; one more every `every` milliseconds. */
  readonly burst?: number;
  readonly every?: number;
  /** For how many milliseconds the same answer isn't repeated in a channel. */
  readonly repeatAfter?: number;
  /** Posts to the moderators that one person may cause within `postsWithin` milliseconds. */
  readonly posts?: number;
  readonly postsWithin?: number;
}

export type Admission =
  | { readonly kind: "welcome" }
  /** `told`: this person has been asked to wait already. `seconds` is at least 1. */
  | { readonly kind: "wait"; readonly seconds: number; readonly told: boolean };

export interface Manners {
  /** Whether `asker` may ask now; if so, it counts. */
  admit(asker: string): Admission;
  /** Remembers that `answer` was given in that channel. */
  note(channelId: string, answer: string, messageId: string): void;
  /** The message that gave `answer` in that channel a short while ago. */
  earlier(channelId: string, answer: string): string | undefined;
  /** Forgets a message that is gone. */
  forget(messageId: string): void;
  /** Whether `asker` may have the question of that message posted to the moderators; if so, it counts. */
  admitPost(asker: string, questionId: string): "welcome" | "posted" | "wait";
  /** The question may be posted again: its post failed or was withdrawn. */
  forgetPost(questionId: string): void;
}

/** Ids kept of each kind; the oldest are forgotten first. */
const MOST = 500;

export function createManners({
  now = () => performance.now(),
  burst = 10,
  every = 3000,
  repeatAfter = 60_000,
  posts = 3,
  postsWithin = 600_000,
}: MannersOptions = {}): Manners {
  /** When all of a person's questions will have been worked off, as if each took `every`. */
  const askers = createBoundedMap<string, { readonly busyUntil: number; readonly told: boolean }>(MOST);
  const answers = createBoundedMap<string, { readonly messageId: string; readonly at: number }>(MOST);
  const keys = createBoundedMap<string, string>(MOST);
  const posters = createBoundedMap<string, readonly number[]>(MOST);
  const posted = createBoundedMap<string, true>(MOST);
  const keyOf = (channelId: string, answer: string) => `${channelId} ${answer}`;
  return {
    admit(asker) {
      const at = now();
      const { busyUntil = at, told = false } = askers.get(asker) ?? {};
      const next = Math.max(at, busyUntil) + every;
      const over = next - at - burst * every;
      if (over <= 0) {
        askers.set(asker, { busyUntil: next, told: false });
        return { kind: "welcome" };
      }
      askers.set(asker, { busyUntil, told: true });
      return { kind: "wait", seconds: Math.max(1, Math.ceil(over / 1000)), told };
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
      if (posted.get(questionId)) return "posted";
      const recent = (posters.get(asker) ?? []).filter((at) => now() - at < postsWithin);
      if (recent.length >= posts) return "wait";
      posters.set(asker, [...recent, now()]);
      posted.set(questionId, true);
      return "welcome";
    },
    forgetPost: (questionId) => posted.delete(questionId),
  };
}
