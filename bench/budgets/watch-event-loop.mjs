// Preloaded into a server: says on demand how long its event loop stood still at most since it was asked last, in milliseconds.
import { monitorEventLoopDelay } from "node:perf_hooks";

const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
process.on("message", (message) => {
  if (message !== "stall?") return;
  process.send?.({ stall: delay.max / 1e6, p99: delay.percentile(99) / 1e6, rss: process.memoryUsage().rss / 2 ** 20 });
  delay.reset();
});
process.channel?.unref();
