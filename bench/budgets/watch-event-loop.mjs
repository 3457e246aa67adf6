// Preloaded into a server: says on demand for how long its event loop stood still at most since it was asked last, in milliseconds: by the
// clock, and how much of that it worked itself. On a machine that is shared the rest is waiting for a processor, which no server can help.
import { openSync, readSync } from "node:fs";
import { platform } from "node:process";

const cells = Buffer.alloc(128);
const schedule =
  platform === "linux" ? openSync(`/proc/self/task/${process.pid}/schedstat`, "r") : null;

/** How long this thread has run, in milliseconds; elsewhere than on Linux that of the whole process. */
const worked = () => {
  if (schedule === null) return (process.cpuUsage().user + process.cpuUsage().system) / 1e3;
  return (
    Number(
      cells.toString("latin1", 0, readSync(schedule, cells, 0, cells.length, 0)).split(" ")[0],
    ) / 1e6
  );
};

let last = { at: performance.now(), worked: worked() };
let longest = { stall: 0, work: 0 };

const beat = () => {
  const now = { at: performance.now(), worked: worked() };
  longest = {
    stall: Math.max(longest.stall, now.at - last.at),
    work: Math.max(longest.work, Math.min(now.worked - last.worked, now.at - last.at)),
  };
  last = now;
  setTimeout(beat, 1).unref();
};
beat();

process.on("message", (message) => {
  if (message !== "stall?") return;
  process.send?.({ ...longest, rss: process.memoryUsage().rss / 2 ** 20 });
  longest = { stall: 0, work: 0 };
});
process.channel?.unref();
