/** The members of a soak: each asks in one of the ways that there are, over and over. */
import type { Locale } from "discord-api-types/v10";
import type { Sandbox } from "discord-sandbox";
import type { Action } from "discord-sandbox/actions";
import { everyComponent } from "discord-sandbox/component-schema";
import type { BotResponse, Post } from "discord-sandbox/model";
import type { Person, Place, Said } from "discord-sandbox/people";
import { isShown } from "discord-sandbox/posts";
import type { Chooser } from "../common/random.js";
import type { Texts } from "../common/texts.js";
import type { Asked, Expectation, QuestionLog } from "./question-log.js";

/** How often each way is taken. */
const WAYS = {
  "slash command": 30,
  mention: 16,
  "direct message": 12,
  reply: 10,
  "follow-up": 6,
  "Apps menu": 6,
  button: 16,
  autocomplete: 10,
  "listed channel": 12,
  "/moderate check": 1,
};

export type Way = keyof typeof WAYS;

const PAGES = ["apps", "timeline", "sources", "about", "privacy"];
const CHINESE = ["zh-CN", "zh-TW"] as Locale[];
const MEMBERS = 60;
/** Answers whose buttons are pressed, and that are replied to. */
const MOST_RECENT = 60;
/** Milliseconds. */
const PATIENCE = 60_000;

export type Members = ReturnType<typeof createMembers>;

export function createMembers(sandbox: Sandbox, questionLog: QuestionLog, texts: Texts, random: Chooser) {
  const people = Array.from({ length: MEMBERS }, (_, index) => sandbox.person(`member ${index}`));
  for (const [index, person] of people.entries()) if (index % 5 === 0) person.locale = random.pick(CHINESE);
  const recent: Post[] = [];
  const lines: Post[] = [];
  const me = `<@${sandbox.bot.id}>`;

  const add = (way: Way | "chatter", act: Action | Said, expects: Expectation = "answer"): Asked => {
    if ("said" in act) return questionLog.add({ way, act, expects, said: act.said });
    const noteResponse = (response: BotResponse): void => {
      if ("post" in response && response.kind !== "update-later") keep(recent, response.post);
    };
    act.answer(PATIENCE).then(noteResponse, () => undefined);
    return questionLog.add({ way, act, expects });
  };
  const answersFor = (person: Person): Post[] =>
    recent.filter((post) => isShown(post) && (post.onlyFor ?? person.user.id) === person.user.id);

  const command = (person: Person): Action => {
    const place = random.chance(0.2) ? person.dm() : "general";
    if (random.chance(0.25)) return person.slash(random.pick(PAGES), {}, place);
    if (random.chance(0.4)) {
      const on = random.chance(0.3) ? { on: random.pick(texts.dates) } : {};
      return person.slash("ban-status", { app: random.pick(texts.apps) || "x", ...on }, place);
    }
    return person.slash("ask", { question: random.pick(texts.questions) }, place);
  };

  const press = (person: Person): Asked | undefined => {
    const buttons = answersFor(person).flatMap((post) => buttonsOf(post).map((id) => ({ post, id })));
    if (buttons.length === 0) return undefined;
    const { post, id } = random.pick(buttons);
    return add("button", person.press(post, id));
  };

  const reply = (person: Person): Asked | undefined => {
    const posts = answersFor(person).filter(
      ({ onlyFor, channel }) => onlyFor === undefined && (channel.guildId !== undefined || channel === person.dm()),
    );
    if (posts.length === 0) return undefined;
    const replyTo = random.pick(posts);
    const text = random.chance(0.5) ? random.pick(texts.followUps) : random.pick(texts.questions);
    return add("reply", person.say(replyTo.channel, text, { replyTo, ping: random.chance(0.5) }));
  };

  const mentionIn = (place: Place, person = random.pick(people)): Asked =>
    add("mention", person.say(place, `${me} ${random.chance(0.05) ? "" : random.pick(texts.questions)}`));

  const askIn = (way: Way, person: Person): Asked | undefined => {
    switch (way) {
      case "slash command":
        return add(way, command(person));
      case "mention":
        return mentionIn("general", person);
      case "direct message":
        return add(way, person.say(person.dm(), random.pick(texts.questions)));
      case "follow-up":
        return add(way, person.say(person.dm(), random.pick(texts.followUps)));
      case "reply":
        return reply(person);
      case "Apps menu": {
        const shown = lines.filter((post) => !post.removed);
        return shown.length === 0 ? undefined : add(way, person.useAppsMenu("Answer this", random.pick(shown)));
      }
      case "button":
        return press(person);
      case "autocomplete": {
        const [name, option, typed] = random.chance(0.5)
          ? (["ban-status", "app", random.pick(texts.apps)] as const)
          : (["ask", "question", random.pick(texts.questions).slice(0, random.whole(0, 20))] as const);
        return add(way, person.autocomplete(name, { [option]: typed }, option));
      }
      case "listed channel":
        return add(way, person.say("help", random.pick(texts.questions)), "maybe");
      case "/moderate check":
        return add(way, person.slash("moderate check", {}, "moderators"));
    }
  };

  const authorOf = (post: Post): Person => people.find(({ user }) => user.id === post.message.author.id) as Person;

  return {
    mentionIn,
    /** The asker deletes the question. */
    withdraw(asked: Asked): void {
      const { said } = asked;
      if (said === undefined || said.removed) return;
      asked.excuse = "question deleted";
      authorOf(said).remove(said);
    },
    /** The asker makes it another question. */
    rephrase({ said }: Asked): void {
      if (said !== undefined && !said.removed)
        authorOf(said).edit(said, `${me} ${random.pick(texts.questions).slice(0, 500)}`);
    },
    /** Somebody asks in some way, or in that one. */
    ask: (way?: Way): Asked | undefined => askIn(way ?? random.weigh(WAYS), random.pick(people)),
    /** Somebody says something that is no question to the bot. */
    chat(): void {
      const place = random.chance(0.5) ? "general" : "help";
      const said = random.pick(people).say(place, random.pick(texts.chatter));
      add("chatter", said, place === "help" ? "maybe" : "nothing");
      keep(lines, said.said);
    },
    /** The bot replied to somebody with this. */
    note: (post: Post): void => keep(recent, post),
  };
}

function keep(posts: Post[], post: Post): void {
  posts.push(post);
  if (posts.length > MOST_RECENT) posts.shift();
}

/** The ids of the buttons that can be pressed. */
const buttonsOf = ({ message }: Post): string[] =>
  everyComponent(message.components ?? []).flatMap(({ component: { custom_id: id, disabled } }) =>
    id && !disabled ? [id] : [],
  );
