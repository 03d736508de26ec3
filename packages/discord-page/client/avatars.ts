/** Draws round pictures from names: nothing is fetched from elsewhere. */

const COLOURS = ["#2e7d5b", "#a8477a", "#8a5a1f", "#5b5bd0"];
const DOCUMENT =
  '<path fill="#fff" d="M12 9h11l6 6v16a1 1 0 0 1-1 1H12a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1Zm10 2v5h5M15 20h10v2H15Zm0 4h10v2H15Z"/>';

export function avatarOf({ username, bot }: { readonly username: string; readonly bot?: boolean }): string {
  const letter = [...username.toUpperCase()].find((one) => /\p{L}|\d/u.test(one)) ?? "?";
  const colour = bot ? "#3b5ba9" : COLOURS[(letter.codePointAt(0) ?? 0) % COLOURS.length];
  const text = `<text x="20" y="27" font-family="sans-serif" font-size="20" font-weight="600" text-anchor="middle" fill="#fff">${letter}</text>`;
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><circle cx="20" cy="20" r="20" fill="${colour}"/>${bot ? DOCUMENT : text}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(picture)}`;
}
