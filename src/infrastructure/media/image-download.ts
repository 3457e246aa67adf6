import { createHash } from "node:crypto";
import { lookup, Resolver } from "node:dns/promises";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { request as requestHttp, type IncomingMessage } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP } from "node:net";
import { pipeline } from "node:stream/promises";
import { parseUrl } from "../shared/config/parse-url.js";
import { isPublicAddress } from "./is-public-address.js";
import { SourceFailure } from "./source-failure.js";

export interface DownloadLimits {
  readonly bytes: number;
  /** From the first look-up of the name to the last byte. */
  readonly milliseconds: number;
  /** Hosts with their ports that may be in any network and use plain HTTP. */
  readonly trustedHosts: readonly string[];
  /** All addresses of a host. Names are looked up once for each download. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
  /** The same for trusted hosts: as the system does, with its hosts file and search domains. */
  readonly resolveTrusted?: (host: string) => Promise<readonly string[]>;
}

interface Target {
  readonly url: URL;
  readonly host: string;
  readonly address: string;
}

/**
 * Downloads external images, from the open internet only: all addresses of a host are checked, and
 * the checked address is used.
 */
export class ImageDownload {
  constructor(private readonly limits: DownloadLimits) {}

  /** Writes an image into a file. @returns its SHA-256, hexadecimal @throws SourceFailure */
  async into(path: string, address: string, stopping: AbortSignal): Promise<string> {
    const signal = AbortSignal.any([stopping, AbortSignal.timeout(this.limits.milliseconds)]);
    try {
      const response = await this.#request(await this.#target(address, signal), signal);
      try {
        return await this.#save(response, path, signal);
      } finally {
        response.destroy();
      }
    } catch (cause) {
      if (cause instanceof SourceFailure || isDiskError(cause)) throw cause;
      if (stopping.aborted) throw cause;
      throw new SourceFailure(signal.aborted ? "TOO_SLOW" : "UNREACHABLE", { cause });
    }
  }

  async #target(raw: string, signal: AbortSignal): Promise<Target> {
    const url = parseUrl(raw);
    if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
      throw new SourceFailure("ADDRESS_REFUSED");
    const port = url.port || (url.protocol === "https:" ? "443" : "80");
    const isTrusted = this.limits.trustedHosts.includes(`${url.hostname}:${port}`);
    if (!isTrusted && (url.protocol !== "https:" || port !== "443"))
      throw new SourceFailure("ADDRESS_REFUSED");
    const host = url.hostname.replace(/^\[|\]$/g, "");
    const { resolve = resolveHost, resolveTrusted = resolveAsTheSystem } = this.limits;
    const addresses =
      isIP(host) > 0
        ? [host]
        : await orAborted(signal, (isTrusted ? resolveTrusted : resolve)(host));
    const [address] = addresses;
    if (address === undefined) throw new SourceFailure("UNREACHABLE");
    if (!isTrusted && !addresses.every(isPublicAddress)) throw new SourceFailure("ADDRESS_REFUSED");
    return { url, host, address };
  }

  #request({ url, host, address }: Target, signal: AbortSignal): Promise<IncomingMessage> {
    const request = url.protocol === "https:" ? requestHttps : requestHttp;
    return new Promise((resolve, reject) => {
      const sent = request({
        // The checked address: a second look-up might return another one.
        host: address,
        ...(isIP(host) === 0 && { servername: host }),
        port: url.port || (url.protocol === "https:" ? 443 : 80),
        path: url.pathname + url.search,
        headers: {
          host: url.host,
          accept: "image/avif,image/webp,image/png,image/jpeg,image/gif",
          "accept-encoding": "identity",
          "user-agent": "Plinth (image import)",
        },
        agent: false,
        signal,
        maxHeaderSize: 16_384,
      });
      sent.once("response", resolve);
      sent.once("error", reject);
      sent.end();
    });
  }

  async #save(response: IncomingMessage, path: string, signal: AbortSignal): Promise<string> {
    const { statusCode = 0 } = response;
    if (statusCode >= 300 && statusCode < 400) throw new SourceFailure("REDIRECTED");
    if (statusCode === 404 || statusCode === 410) throw new SourceFailure("NOT_FOUND");
    if (statusCode !== 200) throw new SourceFailure("REFUSED_BY_SOURCE");
    const { bytes: most } = this.limits;
    if (Number(response.headers["content-length"] ?? 0) > most)
      throw new SourceFailure("UPLOAD_TOO_LARGE");
    const hash = createHash("sha256");
    let bytes = 0;
    const check = async function* (pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
      for await (const piece of pieces) {
        bytes += piece.length;
        if (bytes > most) throw new SourceFailure("UPLOAD_TOO_LARGE");
        hash.update(piece);
        yield piece;
      }
    };
    await pipeline(response, check, createWriteStream(path, { flags: "wx", mode: 0o600 }), {
      signal,
    });
    return hash.digest("hex");
  }
}

// Asks a name server: the system's resolver would block one of libuv's four threads for each slow
// name.
const resolveHost = async (host: string): Promise<readonly string[]> => {
  const resolver = new Resolver({ timeout: 3_000, tries: 2 });
  const [four, six] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  return [
    ...(four.status === "fulfilled" ? four.value : []),
    ...(six.status === "fulfilled" ? six.value : []),
  ];
};

const resolveAsTheSystem = async (host: string): Promise<readonly string[]> =>
  (await lookup(host, { all: true })).map(({ address }) => address);

const orAborted = async <T>(signal: AbortSignal, work: Promise<T>): Promise<T> => {
  signal.throwIfAborted();
  const aborted = once(signal, "abort").then(() => {
    throw new Error("Aborted.");
  });
  return Promise.race([work, aborted]);
};

const isDiskError = (error: unknown): boolean =>
  error instanceof Error && "syscall" in error && "path" in error;
