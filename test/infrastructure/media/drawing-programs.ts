import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { newFolder } from "../../builders/served-images.js";

/**
 * A program in the place of the one that draws: its picture is the name of what it does. It says
 * which process it is and which environment it has.
 */
export const toyProgram = (): string => {
  const path = join(newFolder(), "draw.mjs");
  writeFileSync(
    path,
    `process.once("disconnect", () => process.exit());
     process.on("message", ({ args: [what] }) => {
       const answer = (result, residentBytes = 1) => process.send({ result, residentBytes });
       const problem = (code) => process.send({ problem: { code, message: "No.", pixels: 7 }, residentBytes: 1 });
       if (what === "process") answer({ width: process.pid, height: 0 });
       if (what === "environment") answer({ width: Object.keys(process.env).join(" "), height: 0 });
       if (what === "large") answer({ width: process.pid, height: 0 }, 1e9);
       if (what === "broken") problem("IMAGE_UNREADABLE");
       if (what === "huge") problem("IMAGE_TOO_LARGE");
       if (what === "crash") process.kill(process.pid, "SIGSEGV");
       if (what === "killed") process.kill(process.pid, "SIGKILL");
     });`,
  );
  return path;
};
