// The shop as a child process of a development server: installs and builds itself when it has to, says over IPC what it
// does and where it listens, and ends with its parent. PLINTH_URL names the shop API.
import { fileURLToPath } from "node:url";
import { withBuildLock } from "../../../scripts/build-lock.mjs";
import { endPrograms, ensureBuilt, ensureInstalled } from "../scripts/build.mjs";

const end = (code) => {
  endPrograms();
  process.exit(code);
};
process.once("disconnect", () => end(0));
if (!process.connected) end(0);
// A Ctrl-C in the terminal goes to both; the server ends this process after its last request.
process.on("SIGINT", () => undefined);

const say = (notice) => new Promise((said) => process.send?.(notice, said));

try {
  const lock = fileURLToPath(new URL("../.lock", import.meta.url));
  // Several servers of one checkout share one build.
  await withBuildLock(lock, async () => {
    await ensureInstalled(() => void say({ step: "INSTALLING" }));
    await ensureBuilt(() => void say({ step: "BUILDING" }));
  });
  await say({ step: "STARTING" });
  // Before React is imported: it has a build for each.
  process.env.NODE_ENV = "production";
  const { createShop } = await import("./create-shop.mjs");
  const server = await createShop({ isBehindPlinth: true });
  server.listen(0, "127.0.0.1", () => say({ origin: `http://127.0.0.1:${server.address().port}` }));
} catch (error) {
  await say({ problem: error instanceof Error ? error.message : String(error) });
  end(1);
}
