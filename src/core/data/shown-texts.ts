/** What a text that readers see must keep to: it pings nobody, and links only where sources may. */

import { type DataFile, type Problem, walk } from "friendly-yaml";
import type { IsBroken } from "./broken-ids.js";
import type { FoundFiles } from "./data-files.js";

/** Discord's mentions: of everyone, members, roles, channels, commands and a server's own pages. */
const MENTION = /@(?:everyone|here)\b(?!\.\w)|<(?:@[!&]?\d+|#\d+|\/[^<>]*:\d+|id:\w+)>/g;

/** A link as Discord finds it, one without its beginning, or an invite, up to the marks that end a sentence. */
const LINK =
  /(?:\b[a-z][a-z0-9+.-]*:\/\/|\bwww\.|\bdiscord(?:app)?\.(?:gg|com\/invite)\/)[^\s<>()]*[^\s<>().,:;!?"']/gi;

/** Returns every problem of the files' texts. What people ask may hold anything: lists of questions and golden ones. */
export function checkShownTexts(files: FoundFiles, isBroken: IsBroken): Problem[] {
  const { phrasings, negatives, ambient, golden, ...shown } = files;
  const hosts = files.sources?.value.hosts;
  const isAllowed = (host: string) => hosts === undefined || Object.hasOwn(hosts, host) || isBroken(host);
  return Object.values(shown)
    .flat()
    .flatMap((file) => (file === undefined ? [] : checkTexts(file, isAllowed)));
}

type IsAllowed = (host: string) => boolean;

function checkTexts({ raw, value: checked, problemAt }: DataFile<unknown>, isAllowed: IsAllowed): Problem[] {
  return [...walk(raw ?? checked)].flatMap(({ path, name, value }) => {
    const ofName = typeof name === "string" ? findIn(name, isAllowed) : [];
    // The links of sources are held against their publishers as well.
    const ofText = typeof value === "string" && name !== "url" ? findIn(value, isAllowed) : [];
    return [
      ...ofName.map(({ message, ...complaint }) => problemAt(path, message, { ...complaint, atName: true })),
      ...ofText.map(({ message, ...complaint }) => problemAt(path, message, complaint)),
    ];
  });
}

interface TextComplaint {
  readonly message: string;
  readonly fix: string;
  readonly words: string;
}

function findIn(text: string, isAllowed: IsAllowed): TextComplaint[] {
  const mentions = [...text.matchAll(MENTION)].map(([words]) => ({
    words,
    message: "Discord would show this as a ping or a link of its own.",
    fix: "Say it in plain words.",
  }));
  return [...mentions, ...[...text.matchAll(LINK)].flatMap(([words]) => checkLink(words, isAllowed))];
}

function checkLink(words: string, isAllowed: IsAllowed): TextComplaint[] {
  const link = words.includes("://") ? words : `https://${words}`;
  if (!URL.canParse(link) || new URL(link).protocol !== "https:")
    return [{ words, message: "A link in a text begins with https://.", fix: "Write it so, or take it out." }];
  const { host } = new URL(link);
  if (isAllowed(host)) return [];
  const message = `Links to ${host} are not allowed: it is not among the \`hosts\` of sources.yaml.`;
  return [{ words, message, fix: "Take the link out, and cite the source in `cites` instead." }];
}
