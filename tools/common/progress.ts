/** Shows how far a tool has come. */

/** One line that is written over; where no terminal shows it, a line for each new stage. Empty at the end. */
export function createProgress(stageOf = (line: string): string => line): (line: string) => void {
  let stage = "";
  return (line) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line}`);
    else if (line !== "" && stageOf(line) !== stage) process.stderr.write(`${line}\n`);
    stage = stageOf(line);
  };
}
