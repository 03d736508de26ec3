/** What people do on the page, and how each action changes the state. */
import { ApplicationCommandType } from "discord-api-types/payloads/v10";
import type { Outcome, ShownPost } from "../src/protocol.js";
import type { PageRequest } from "../src/requests.js";
import { nameIn } from "./command-line.js";
import { connect } from "./connection.js";
import { toSent } from "./mentions.js";
import { applyUpdate, channelOf, channelsOf, EMPTY_COMPOSER, START, type State, without } from "./state.js";

/** A request without its person and language, which are the current ones. */
type Own<Request = PageRequest> = Request extends unknown ? Omit<Request, "as" | "locale"> : never;

export interface App {
  readonly state: State;
  update(change: Partial<State>): void;
  /** Sends a request, and shows the problem if there is one. */
  act(request: Own): Promise<Outcome>;
  ask(request: Own): Promise<Outcome>;
}

/** Discord's own limits, in characters and milliseconds. */
export const LONGEST_MESSAGE = 2000;
const TYPING_LASTS = 10_000;
const NO_ANSWER = "The application did not respond.";
const DISMISSED = "dismissed";
const LOCALE = "locale";

export function createApp(render: (app: App) => void): App {
  let isRendering = false;
  const app = {
    state: {
      ...START,
      locale: localStorage.getItem(LOCALE) ?? START.locale,
      dismissed: new Set<string>(JSON.parse(sessionStorage.getItem(DISMISSED) ?? "[]")),
    } as State,
    update(change: Partial<State>) {
      app.state = { ...app.state, ...change };
      if (isRendering) return;
      isRendering = true;
      requestAnimationFrame(() => {
        isRendering = false;
        render(app);
      });
    },
    ask: (request: Own) => connection.ask({ ...request, as: app.state.me, locale: app.state.locale } as PageRequest),
    async act(request: Own) {
      const outcome = await app.ask(request);
      if (outcome.kind === "problem") app.update({ problem: outcome.problem });
      if (outcome.kind === "silence") app.update({ problem: NO_ANSWER });
      if (outcome.kind === "modal") app.update({ dialog: outcome });
      return outcome;
    },
  };
  const typingEnds = new Map<string, number>();
  const connection = connect(
    (update) => {
      if (update.type === "snapshot" && (app.state.snapshot?.version ?? update.version) !== update.version)
        location.reload();
      if (update.type === "typing") {
        const { channel } = update;
        const end = () => app.update({ typing: without(app.state.typing, channel) });
        clearTimeout(typingEnds.get(channel));
        typingEnds.set(channel, setTimeout(end, TYPING_LASTS));
      }
      app.update(applyUpdate(app.state, update));
    },
    (connected) => app.update({ connected, ...(connected && { problem: undefined }) }),
  );
  return app;
}

export function openChannel(app: App, channel: string): void {
  const { state } = app;
  if (channel === state.channel) {
    app.update({ drawerOpen: false });
    return;
  }
  const drafts = new Map(state.drafts).set(state.channel, state.composer.text);
  const text = drafts.get(channel) ?? "";
  app.update({
    channel,
    drafts,
    composer: { ...EMPTY_COMPOSER, text, caret: text.length },
    unread: without(state.unread, channel),
    drawerOpen: false,
    replyTo: undefined,
    editing: undefined,
    menu: undefined,
    problem: undefined,
  });
}

/** Changes the person; direct messages change to those of the new person. */
export function becomePerson(app: App, me: string): void {
  const { state } = app;
  const before = channelOf(state, state.channel);
  const channels = channelsOf(state, me);
  const same = channels.find(({ id }) => id === state.channel);
  const direct = channels.find(({ directFor }) => directFor === me && before?.directFor !== undefined);
  app.update({ me, replyTo: undefined, editing: undefined, menu: undefined, problem: undefined });
  openChannel(app, (same ?? direct ?? channels[0])?.id ?? "");
}

/** Sets the language of the client, which Discord sends to the bot with each interaction. */
export function speak(app: App, locale: string): void {
  localStorage.setItem(LOCALE, locale);
  app.update({ locale, composer: EMPTY_COMPOSER, menu: undefined });
}

export async function say(app: App, text: string): Promise<void> {
  const { channel, replyTo } = app.state;
  const sent = toSent(text.trim(), app.state);
  if (sent === "") return;
  const { composer } = app.state;
  app.update({ composer: EMPTY_COMPOSER, replyTo: undefined, problem: undefined });
  const isOwn = replyTo?.message.author.id === app.state.me;
  const quoted = replyTo ? { replyTo: replyTo.message.id, ping: !isOwn } : {};
  const outcome = await app.act({ do: "say", channel, text: sent, ...quoted });
  if (outcome.kind === "problem" && app.state.composer.text === "") app.update({ composer, replyTo });
}

export async function press(app: App, { message }: ShownPost, customId: string): Promise<void> {
  const key = `${message.id} ${customId}`;
  if (app.state.pressed.has(key)) return;
  app.update({ pressed: new Set([...app.state.pressed, key]), failed: without(app.state.failed, message.id) });
  const outcome = await app.ask({ do: "press", channel: message.channel_id, post: message.id, customId });
  const isLost = outcome.kind === "silence" || outcome.kind === "problem";
  app.update({
    pressed: without(app.state.pressed, key),
    ...(isLost && { failed: new Set([...app.state.failed, message.id]) }),
    ...(outcome.kind === "modal" && { dialog: outcome }),
  });
}

export async function openMenu(app: App, { message }: ShownPost): Promise<void> {
  if (app.state.menu?.post === message.id) return app.update({ menu: undefined });
  const outcome = await app.act({ do: "offered", channel: message.channel_id });
  if (outcome.kind !== "offered") return;
  const entries = outcome.commands
    .filter(({ type }) => type === ApplicationCommandType.Message)
    .map((command) => ({ name: command.name, label: nameIn(command, app.state.locale) }));
  app.update({ menu: { post: message.id, entries } });
}

export async function useMenu(app: App, { message }: ShownPost, name: string): Promise<void> {
  app.update({ menu: undefined, problem: undefined });
  await app.act({ do: "menu", channel: message.channel_id, post: message.id, name });
}

export async function saveEdit(app: App, { message }: ShownPost, text: string): Promise<void> {
  const sent = toSent(text.trim(), app.state);
  if (sent === "") return app.update({ dialog: { kind: "delete", post: { message } } });
  if (sent.length > LONGEST_MESSAGE) return app.update({ problem: "The message is longer than 2000 characters." });
  app.update({ editing: undefined });
  if (sent !== message.content) {
    await app.act({ do: "edit", channel: message.channel_id, post: message.id, text: sent });
  }
}

export async function showRecords(app: App, post: ShownPost): Promise<void> {
  const { id, channel_id: channel } = post.message;
  const outcome = await app.act({ do: "records", channel, post: id });
  if (outcome.kind === "records") app.update({ dialog: { ...outcome, post } });
}

/** Hides an ephemeral message on this page. As on Discord, the bot is not informed. */
export function dismiss(app: App, { message }: ShownPost): void {
  const dismissed = new Set([...app.state.dismissed, message.id]);
  sessionStorage.setItem(DISMISSED, JSON.stringify([...dismissed]));
  app.update({ dismissed });
}
