import { randomBytes } from "node:crypto";
import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable } from "@react-router/node";
import { renderToPipeableStream } from "react-dom/server";
import { ServerRouter, type EntryContext } from "react-router";
import { Nonce } from "./shop/nonce";

const GIVE_UP_MS = 10_000;

/** Pictures come from Plinth or a CDN; everything else from here. */
const policyOf = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'unsafe-inline'`,
    "img-src 'self' data: https: http:",
    `connect-src 'self'${import.meta.env.DEV ? " ws:" : ""}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

const handleRequest = (
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Promise<Response> =>
  new Promise((resolve, reject) => {
    const nonce = randomBytes(16).toString("base64");
    let answerStatus = status;
    const { pipe, abort } = renderToPipeableStream(
      <Nonce value={nonce}>
        <ServerRouter context={context} url={request.url} nonce={nonce} />
      </Nonce>,
      {
        nonce,
        onShellReady() {
          const body = new PassThrough();
          headers.set("Content-Type", "text/html; charset=utf-8");
          headers.set("Content-Security-Policy", policyOf(nonce));
          // A page has the cart of its buyer in it.
          if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-cache");
          headers.set("Referrer-Policy", "same-origin");
          headers.set("X-Content-Type-Options", "nosniff");
          resolve(
            new Response(createReadableStreamFromReadable(body), {
              headers,
              status: answerStatus,
            }),
          );
          pipe(body);
        },
        onShellError: reject,
        onError(error) {
          answerStatus = 500;
          console.error(error);
        },
      },
    );
    setTimeout(abort, GIVE_UP_MS).unref();
  });

export default handleRequest;
