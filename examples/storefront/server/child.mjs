// The shop as a child process of a development server: builds itself when it has to, says over IPC where it listens, and
// ends with its parent. PLINTH_URL names the shop API.
process.env.NODE_ENV = "production";
process.on("disconnect", () => process.exit());
try {
  const { ensureBuilt } = await import("../scripts/build.mjs");
  await ensureBuilt(() => process.send?.({ state: "building" }));
  const { createShop } = await import("./create-shop.mjs");
  const server = await createShop({ isBehindPlinth: true });
  server.listen(0, "127.0.0.1", () =>
    process.send?.({ state: "ready", origin: `http://127.0.0.1:${server.address().port}` }),
  );
} catch (error) {
  process.send?.({
    state: "failed",
    problem: error instanceof Error ? error.message : String(error),
  });
  process.exitCode = 1;
  process.disconnect?.();
}
