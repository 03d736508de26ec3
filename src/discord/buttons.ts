/** What a button carries: everything that its press needs, so that nothing has to be remembered. */
import { formatLabel, type Label, parseLabel } from "../core/label.js";

export type Press =
  | { readonly kind: "answer"; readonly label: Label }
  | { readonly kind: "page"; readonly id: "timeline" | "sources"; readonly page: number };

/** At most 100 characters, as Discord allows; a label has two ids of at most 40. */
export function formatPress(press: Press): string {
  switch (press.kind) {
    case "answer":
      return `answer:${formatLabel(press.label)}`;
    case "page":
      return `page:${press.id}:${press.page}`;
  }
}

/** What the button of that id asks for; undefined for the button of another bot or of an older version. */
export function parsePress(customId: string): Press | undefined {
  const [kind, ...rest] = customId.split(":");
  if (kind === "answer") {
    const label = parseLabel(rest.join(":"));
    return label && { kind, label };
  }
  const [id, page] = rest;
  const isPage = kind === "page" && (id === "timeline" || id === "sources") && /^[1-9]\d{0,3}$/.test(page ?? "");
  return isPage ? { kind: "page", id, page: Number(page) } : undefined;
}
