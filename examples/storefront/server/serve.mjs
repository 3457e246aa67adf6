// Starts the built shop. PLINTH_URL names the shop API, PORT and HOST where to listen, SHOP_TRUST_PROXY the proxies before it.
// Before React is imported: it has a build for each.
process.env.NODE_ENV = "production";
const { createShop } = await import("./create-shop.mjs");

const port = Number(process.env.PORT ?? 3000);
const host = process.env.HOST ?? "127.0.0.1";
const server = await createShop({ trustProxy: process.env.SHOP_TRUST_PROXY }).catch((error) => {
  console.error(error.message);
  process.exit(1);
});
server.listen(port, host, () => {
  console.log(`The shop is at http://${host}:${server.address().port}/shop/`);
});
for (const signal of ["SIGINT", "SIGTERM"])
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
  });
