/** Returns `text`, or as much of its beginning as fits into `most` UTF-16 units with an ellipsis; no character is split. */
export const clip = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
