// Serves the shop as it was built: files with a hash in their name for ever, everything else by React Router.
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { createRequestListener } from "@react-router/node";
import compression from "compression";
import sirv from "sirv";
import { buyerAddresses } from "./buyer-address.mjs";

const YEAR_S = 31_536_000;
const client = fileURLToPath(new URL("../build/client", import.meta.url));

/**
 * @param isBehindPlinth whether each request comes through a development server, which names the buyer
 * @param trustProxy the proxies before the shop whose X-Forwarded-For is believed, see buyer-address.mjs
 * @returns the server, which does not listen yet
 */
export const createShop = async ({ isBehindPlinth = false, trustProxy } = {}) => {
  const buyerAddress = buyerAddresses(trustProxy);
  const build = await import("../build/server/index.js");
  const base = build.basename.endsWith("/") ? build.basename : `${build.basename}/`;
  const compress = compression();
  const files = sirv(client, {
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders: (response, path) => {
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader(
        "Cache-Control",
        path.startsWith("/assets/")
          ? `public, max-age=${YEAR_S}, immutable`
          : "public, max-age=3600",
      );
    },
  });
  const pages = createRequestListener({ build, mode: "production" });
  return createServer((request, response) => {
    // Never what a browser says about itself.
    if (!isBehindPlinth) setHeader(request, "x-buyer-address", buyerAddress(request));
    const url = request.url ?? "/";
    const page = () => compress(request, response, () => void pages(request, response));
    if (!url.startsWith(base)) {
      if (`${url.split("?")[0]}/` !== base && url !== "/") return page();
      response.writeHead(302, { Location: base }).end();
      return undefined;
    }
    request.url = `/${url.slice(base.length)}`;
    return files(request, response, () => {
      request.url = url;
      page();
    });
  });
};

/** React Router reads the headers as they came. */
const setHeader = ({ rawHeaders }, name, value) => {
  for (let at = rawHeaders.length - 2; at >= 0; at -= 2)
    if (rawHeaders[at].toLowerCase() === name) rawHeaders.splice(at, 2);
  rawHeaders.push(name, value);
};
