/** The state of the page, and how messages from the server change it. */
import type { Outcome, SessionUpdate, ShownChannel, ShownPerson, ShownPost, Snapshot } from "../src/protocol.js";

export interface Suggestion {
  readonly kind: "command" | "option" | "choice" | "mention";
  readonly label: string;
  readonly detail: string;
  /** The text of the message box after this is chosen, and where the caret is then. */
  readonly text: string;
  readonly caret: number;
  /** What is sent for the label, and for which option. */
  readonly value?: { readonly option: string; readonly value: string | number };
}

interface Composer {
  readonly text: string;
  readonly caret: number;
  readonly suggestions: readonly Suggestion[];
  /** The text that they were made for; they no longer apply if it has changed since. */
  readonly offeredFor: string;
  /** The suggestion that Enter takes; -1 for none. */
  readonly highlighted: number;
  /** For each option, the chosen value: what is shown in the text, and what is sent for it. */
  readonly chosen: Readonly<Record<string, { readonly label: string; readonly value: string | number }>>;
}

interface MenuEntry {
  /** What is sent; the label may be in another language. */
  readonly name: string;
  readonly label: string;
}

/** What covers the page until it is answered. */
type Dialog =
  | Extract<Outcome, { kind: "modal" }>
  | { readonly kind: "delete"; readonly post: ShownPost }
  | (Extract<Outcome, { kind: "records" }> & { readonly post: ShownPost });

export interface State {
  readonly connected: boolean;
  /** Missing until the server has sent it. */
  readonly snapshot?: Omit<Snapshot, "posts">;
  readonly posts: ReadonlyMap<string, ShownPost>;
  /** The language of the person's client, as Discord names it. */
  readonly locale: string;
  /** Ids of the person and the channel. */
  readonly me: string;
  readonly channel: string;
  readonly unread: ReadonlySet<string>;
  /** The channels in which the bot types. */
  readonly typing: ReadonlySet<string>;
  /** The ephemeral messages that were hidden. */
  readonly dismissed: ReadonlySet<string>;
  /** Buttons that were pressed and not yet answered: message and custom id. */
  readonly pressed: ReadonlySet<string>;
  /** Messages on which the last press of a button failed. */
  readonly failed: ReadonlySet<string>;
  /** The message whose tools are shown. */
  readonly pointedAt?: string | undefined;
  /** The message whose Apps menu is open, and what it offers. */
  readonly menu?: { readonly post: string; readonly entries: readonly MenuEntry[] } | undefined;
  readonly replyTo?: ShownPost | undefined;
  readonly editing?: string | undefined;
  readonly dialog?: Dialog | undefined;
  /** What went wrong last. */
  readonly problem?: string | undefined;
  readonly composer: Composer;
  /** Unsent text in other channels. */
  readonly drafts: ReadonlyMap<string, string>;
  /** Whether the channels are shown on a narrow screen. */
  readonly drawerOpen: boolean;
}

export const EMPTY_COMPOSER: Composer = {
  text: "",
  caret: 0,
  suggestions: [],
  offeredFor: "",
  highlighted: -1,
  chosen: {},
};

export const START: State = {
  connected: true,
  locale: "en-US",
  posts: new Map(),
  me: "",
  channel: "",
  unread: new Set(),
  typing: new Set(),
  dismissed: new Set(),
  pressed: new Set(),
  failed: new Set(),
  composer: EMPTY_COMPOSER,
  drafts: new Map(),
  drawerOpen: false,
};

export const personOf = ({ snapshot }: State, id: string): ShownPerson | undefined =>
  snapshot?.people.find((person) => person.id === id);

export const channelOf = ({ snapshot }: State, id: string): ShownChannel | undefined =>
  snapshot?.channels.find((channel) => channel.id === id);

/** The channels that the person sees. */
export function channelsOf(state: State, me: string): readonly ShownChannel[] {
  const moderates = personOf(state, me)?.moderates === true;
  const seen = state.snapshot?.channels.filter(
    ({ directFor = me, forModerators }) => directFor === me && (moderates || !forModerators),
  );
  return seen ?? [];
}

/** Returns what the person sees in the open channel, the oldest first. */
export const shownPosts = ({ posts, channel, me, dismissed }: State): ShownPost[] =>
  [...posts.values()].filter(
    ({ message, onlyFor }) =>
      message.channel_id === channel && (onlyFor === undefined || (onlyFor === me && !dismissed.has(message.id))),
  );

export function applyUpdate(state: State, update: SessionUpdate): Partial<State> {
  switch (update.type) {
    case "snapshot":
      return applySnapshot(state, update);
    case "post":
      return applyPost(state, update.post);
    case "typing":
      return { typing: new Set([...state.typing, update.channel]) };
  }
}

/** Finds person and channel again by their names: after a restart of the server, every id may differ. */
function applySnapshot(state: State, { posts, ...snapshot }: Snapshot): Partial<State> {
  const myName = personOf(state, state.me)?.name;
  const me = (snapshot.people.find(({ name }) => name === myName) ?? snapshot.people[0])?.id ?? "";
  const open = channelOf(state, state.channel);
  const channels = channelsOf({ ...state, snapshot }, me);
  const wasDirect = open?.directFor !== undefined;
  const same = channels.find(({ name, directFor }) => name === open?.name && (directFor !== undefined) === wasDirect);
  const isSameGuild = state.snapshot?.guild.id === snapshot.guild.id;
  return {
    snapshot,
    me,
    channel: (same ?? channels[0])?.id ?? "",
    posts: new Map(posts.map((post) => [post.message.id, post])),
    typing: new Set(),
    pressed: new Set(),
    ...(!isSameGuild && { replyTo: undefined, editing: undefined, dialog: undefined, menu: undefined }),
  };
}

function applyPost(state: State, post: ShownPost): Partial<State> {
  const { id, channel_id: channel, author } = post.message;
  const isNew = !state.posts.has(id);
  const posts = new Map(state.posts);
  if (post.gone) posts.delete(id);
  else posts.set(id, post);
  if (post.gone || !isNew) return { posts, ...(post.gone && forget(state, id)) };
  const isForMe = post.onlyFor === undefined || post.onlyFor === state.me;
  const isUnread = channel !== state.channel && isForMe;
  const unread = isUnread ? new Set([...state.unread, channel]) : state.unread;
  const isBot = author.id === state.snapshot?.bot.id;
  return { posts, unread, ...(isBot && { typing: without(state.typing, channel) }) };
}

function forget({ replyTo, editing, menu }: State, id: string): Partial<State> {
  return {
    ...(replyTo?.message.id === id && { replyTo: undefined }),
    ...(editing === id && { editing: undefined }),
    ...(menu?.post === id && { menu: undefined }),
  };
}

/** Whether something new is in a channel that the person sees. */
export const hasUnread = (state: State): boolean => channelsOf(state, state.me).some(({ id }) => state.unread.has(id));

export function without<T>(set: ReadonlySet<T>, gone: T): ReadonlySet<T> {
  return new Set([...set].filter((one) => one !== gone));
}
