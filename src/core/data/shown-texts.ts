/** What a text that readers see must keep to: it pings nobody, and links only where sources may. */

import { type Problem, walk } from "friendly-yaml";
import type { References } from "./broken-ids.js";

/** Discord's mentions: of everyone, members, roles, channels, commands and a server's own pages. */
const MENTION = /@(?:everyone|here)\b(?!\.\w)|<(?:@[!&]?\d+|#\d+|\/[^<>]*:\d+|id:\w+)>/g;

/** A link as Discord finds it, one without its beginning, or an invite, up to the marks that end a sentence. */
const LINK =
  /(?:\b[a-z][a-z0-9+.-]*:\/\/|\bwww\.|\bdiscord(?:app)?\.(?:gg|com\/invite)\/)[^\s<>()]*[^\s<>().,:;!?"']/gi;

/** Yields every problem of the files' texts. What people ask may hold anything: lists of questions and golden ones. */
export function* checkShownTexts({ files, isBroken }: References): Generator<Problem> {
  const { phrasings, negatives, ambient, golden, ...shown } = files;
  const hosts = files.sources?.value.hosts;
  const isAllowed = (host: string) => hosts === undefined || Object.hasOwn(hosts, host) || isBroken(host);
  for (const file of Object.values(shown).flat()) {
    if (file === undefined) continue;
    for (const { path, name, value } of walk(file.raw ?? file.value)) {
      if (typeof name === "string")
        for (const { message, ...complaint } of findIn(name, isAllowed))
          yield file.problemAt(path, message, { ...complaint, atName: true });
      // The links of sources are held against their publishers as well.
      if (typeof value === "string" && name !== "url")
        for (const { message, ...complaint } of findIn(value, isAllowed))
          yield file.problemAt(path, message, complaint);
    }
  }
}

function* findIn(text: string, isAllowed: (host: string) => boolean) {
  for (const [words] of text.matchAll(MENTION))
    yield {
      words,
      message: "Discord would show this as a ping or a link of its own.",
      fix: "Say it in plain words.",
    };
  for (const [words] of text.matchAll(LINK)) {
    const link = words.includes("://") ? words : `https://${words}`;
    const url = URL.canParse(link) ? new URL(link) : undefined;
    if (url?.protocol !== "https:")
      yield { words, message: "A link in a text begins with https://.", fix: "Write it so, or take it out." };
    else if (!isAllowed(url.host))
      yield {
        words,
        message: `Links to ${url.host} are not allowed: it is not among the \`hosts\` of sources.yaml.`,
        fix: "Take the link out, and cite the source in `cites` instead.",
      };
  }
}
