// Preloaded into a server: reports on demand the longest stall of its event loop since the last
// report, in milliseconds: by the clock, and the part in which it worked. On a shared machine the
// rest is waiting for a processor, which no server can avoid.
import { openSync, readSync } from "node:fs";
import { platform } from "node:process";

const cells = Buffer.alloc(128);
const schedule =
  platform === "linux" ? openSync(`/proc/self/task/${process.pid}/schedstat`, "r") : null;

/**
 * The CPU time of this thread in milliseconds; of the whole process where the system is not Linux.
 */
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
