/** Labels name a reply in one word: in buttons, golden questions, logs and the terminal. */

/** `start-date`, `app:wechat-pay` (an app's status) or `app-maker+camscanner` (an entry about an app). */
export interface Label {
  readonly entry?: string;
  readonly app?: string;
}

export function formatLabel({ entry, app }: Label): string {
  if (entry === undefined) return `app:${app}`;
  return app === undefined ? entry : `${entry}+${app}`;
}

/** Whether both are there and name the same. */
export const isSameLabel = (a: Label | undefined, b: Label | undefined): boolean =>
  a !== undefined && b !== undefined && a.entry === b.entry && a.app === b.app;

export const uniqueLabels = (labels: readonly Label[]): Label[] => [
  ...new Map(labels.map((label) => [formatLabel(label), label])).values(),
];

/** What `text` names, or undefined when it is no label; whether the ids exist is the caller's to check. */
export function parseLabel(text: string): Label | undefined {
  const match = /^(?:app:(?<status>[a-z0-9-]+)|(?<entry>[a-z0-9-]+)(?:\+(?<app>[a-z0-9-]+))?)$/.exec(text);
  const { status, entry, app } = match?.groups ?? {};
  if (status !== undefined) return { app: status };
  if (entry === undefined) return undefined;
  return app === undefined ? { entry } : { entry, app };
}
