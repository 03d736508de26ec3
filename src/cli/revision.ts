/** The data files as they were at a git revision, or as they are in another folder: what an edit is compared with. */
import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { type DataFiles, hasDataEnding } from "../core/data/data-files.js";
import { errorCodeOf, messageOf } from "../process/error.js";
import { readDataFiles } from "../store/data-folder.js";

type Earlier =
  | { readonly kind: "good"; readonly files: DataFiles }
  /** `problem` says in plain words why there is nothing to compare with. `isOutside`: the folder is in no repository. */
  | { readonly kind: "bad"; readonly problem: string; readonly isOutside?: true };

/** A data file has at most 2 MB, or it is refused anyway. */
const MAX_BYTES = 4_000_000;

/** `readDataFiles` leaves these out too. */
const HIDDEN = /(?:^|\/)\./;

/**
 * Reads what `against` names: a folder if there is one of that name, else a revision of the repository that `folder` is in.
 * A copy of the data outside of any repository is compared with the project's own `data`.
 */
export function readEarlier(against: string, folder: string): Earlier {
  const isFolder = statSync(against, { throwIfNoEntry: false })?.isDirectory() === true;
  if (isFolder) return { kind: "good", files: readDataFiles(against) };
  const earlier = readRevision(against, folder);
  return earlier.kind === "bad" && earlier.isOutside ? readRevision(against, OWN_FOLDER) : earlier;
}

const OWN_FOLDER = "data";

function readRevision(revision: string, folder: string): Earlier {
  const git = (...args: string[]): Buffer =>
    execFileSync("git", ["-C", folder, ...args], { maxBuffer: MAX_BYTES, stdio: ["ignore", "pipe", "pipe"] });
  const bad = (problem: string): Earlier => ({ kind: "bad", problem });
  try {
    git("rev-parse", "--git-dir");
  } catch (error) {
    if (errorCodeOf(error) === "ENOENT")
      return bad(`git is not installed here; give a folder instead: --against FOLDER`);
    const problem = `${folder} is in no git repository (${reasonOf(error)}); give a folder instead: --against FOLDER`;
    return { kind: "bad", problem, isOutside: true };
  }
  let commit: string;
  try {
    commit = git("rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`).toString().trim();
  } catch {
    const advice = "Try main, HEAD, HEAD~1 or a commit's number; a branch of the server's may need `git fetch` first.";
    return bad(`No folder and no git revision is called ${revision}. ${advice}`);
  }
  try {
    const names = git("ls-tree", "-r", "-z", "--name-only", commit, ".").toString().split("\0");
    const files = names.filter((name) => hasDataEnding(name) && !HIDDEN.test(name)).sort();
    if (files.length === 0) return bad(`At ${revision} there were no data files in ${folder}.`);
    return { kind: "good", files: new Map(files.map((name) => [name, git("show", `${commit}:./${name}`)])) };
  } catch (error) {
    return bad(`git could not read ${folder} at ${revision}: ${reasonOf(error)}`);
  }
}

/** Returns the first line of git's own message. */
const reasonOf = (error: unknown): string => {
  const said = (error as { stderr?: Buffer }).stderr?.toString().trim().split("\n")[0];
  return said || messageOf(error);
};
