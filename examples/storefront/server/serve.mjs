// Starts the built shop. PLINTH_URL names the shop API, PORT and HOST where to listen.
// Before React is imported: it has a build for each.
process.env.NODE_ENV = "production";
const { createShop } = await import("./create-shop.mjs");

const port = Number(process.env.PORT ?? 3000);
const host = process.env.HOST ?? "127.0.0.1";
const server = await createShop();
server.listen(port, host, () => {
  console.log(`The shop is at http://${host}:${server.address().port}/shop/`);
});
for (const signal of ["SIGINT", "SIGTERM"])
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
  });
