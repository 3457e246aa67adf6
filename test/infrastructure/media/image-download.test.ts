import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  ImageDownload,
  type DownloadLimits,
} from "../../../src/infrastructure/media/image-download.js";

const CONTENT = Buffer.from("a picture of a mug");
const STEADY = new AbortController().signal;

describe("the download of an external image", () => {
  let [folder, host] = ["", ""];
  let server: Server;
  let hits: string[] = [];
  let answer: RequestListener;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "plinth-download-"));
    [hits, answer] = [[], (_request, response) => void response.end(CONTENT)];
    server = createServer((request, response) => {
      hits.push(`${request.headers.host} ${request.url}`);
      answer(request, response);
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    host = `img.internal:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true });
  });
  const path = () => join(folder, "image");
  const download = (limits: Partial<DownloadLimits> = {}) =>
    new ImageDownload({
      bytes: 1_000,
      milliseconds: 1_000,
      trustedHosts: [host],
      resolveTrusted: async () => ["127.0.0.1"],
      ...limits,
    });
  const fetching = (url: string, limits: Partial<DownloadLimits> = {}, signal = STEADY) =>
    download(limits).into(path(), url, signal);

  test("saves the image and returns its hash", async () => {
    expect(await fetching(`http://${host}/mug.png?size=1`)).toBe(
      createHash("sha256").update(CONTENT).digest("hex"),
    );
    expect(await readFile(path())).toEqual(CONTENT);
    expect(hits).toEqual([`${host} /mug.png?size=1`]);
  });

  test.each([
    ["by plain HTTP", "http://img.example/mug.png"],
    ["at another port", "https://img.example:8443/mug.png"],
    ["by another protocol than HTTP", "ftp://img.example/mug.png"],
    ["from a file", "file:///etc/passwd"],
    ["with a password", "https://user:password@img.example/mug.png"],
    ["from this machine", "https://127.0.0.1/mug.png"],
    ["from this machine, written as one number", "https://2130706433/mug.png"],
    ["from this machine, written in octal", "https://0177.0.0.1/mug.png"],
    ["from this machine, in a form of IPv6", "https://[::ffff:127.0.0.1]/mug.png"],
    ["from the metadata service of a cloud", "https://169.254.169.254/latest/meta-data"],
  ])("is refused %s", async (_how, url) => {
    await expect(
      fetching(url, { trustedHosts: [], resolve: async () => ["93.184.216.34"] }),
    ).rejects.toMatchObject({ problem: "ADDRESS_REFUSED" });
  });

  test.each([
    [["127.0.0.1"]],
    [["10.0.0.1"]],
    [["93.184.216.34", "192.168.0.1"]],
    [["::1"]],
    [["64:ff9b::a00:1"]],
  ])("is refused for a host with the address %j", async (addresses) => {
    await expect(
      fetching("https://img.example/mug.png", { trustedHosts: [], resolve: async () => addresses }),
    ).rejects.toMatchObject({ problem: "ADDRESS_REFUSED" });
    expect(hits).toEqual([]);
  });

  test("looks up a name once, so that a second result cannot lead elsewhere", async () => {
    let lookups = 0;

    await fetching(`http://${host}/mug.png`, {
      resolveTrusted: async () => (lookups++ === 0 ? ["127.0.0.1"] : ["169.254.169.254"]),
    });

    expect(lookups).toBe(1);
  });

  test("finds a trusted host as the system does, and any other host only by the name servers", async () => {
    const port = host.split(":")[1] ?? "";
    const systemHost = `localhost:${port}`;
    const asTheSystem = new ImageDownload({
      bytes: 1_000,
      milliseconds: 5_000,
      trustedHosts: [systemHost],
    });

    await asTheSystem.into(path(), `http://${systemHost}/mug.png`, STEADY);
    expect(hits).toEqual([`${systemHost} /mug.png`]);
    await expect(
      fetching("https://img.example/mug.png", {
        trustedHosts: [],
        resolve: async () => ["10.0.0.1"],
        resolveTrusted: async () => ["93.184.216.34"],
      }),
    ).rejects.toMatchObject({ problem: "ADDRESS_REFUSED" });
  });

  test("trusts a host only at its port", async () => {
    await expect(
      fetching(`http://${host}/mug.png`, { trustedHosts: [host.replace(/\d+$/, "1")] }),
    ).rejects.toMatchObject({ problem: "ADDRESS_REFUSED" });
  });

  test("follows no redirect", async () => {
    answer = (request, response) =>
      void (request.url === "/mug.png"
        ? response.writeHead(302, { location: "/there.png" }).end()
        : response.end(CONTENT));

    await expect(fetching(`http://${host}/mug.png`)).rejects.toMatchObject({
      problem: "REDIRECTED",
    });
    expect(hits).toHaveLength(1);
  });

  test.each([
    [404, "NOT_FOUND"],
    [410, "NOT_FOUND"],
    [403, "REFUSED_BY_SOURCE"],
    [500, "REFUSED_BY_SOURCE"],
    [204, "REFUSED_BY_SOURCE"],
  ])("from a host that responds with %i fails with %s", async (status, problem) => {
    answer = (_request, response) => void response.writeHead(status).end();

    await expect(fetching(`http://${host}/mug.png`)).rejects.toMatchObject({ problem });
  });

  test("ends when the image is too large, with or without a content length", async () => {
    answer = (_request, response) =>
      void response.writeHead(200, { "content-length": 1_001 }).end(Buffer.alloc(1_001));
    await expect(fetching(`http://${host}/mug.png`)).rejects.toMatchObject({
      problem: "UPLOAD_TOO_LARGE",
    });
    await rm(path(), { force: true });

    answer = (_request, response) => {
      const more = setInterval(() => response.write(Buffer.alloc(400)), 5);
      response.on("close", () => clearInterval(more));
    };
    await expect(fetching(`http://${host}/mug.png`)).rejects.toMatchObject({
      problem: "UPLOAD_TOO_LARGE",
    });
  });

  test.each<readonly [string, RequestListener]>([
    ["never responds", () => undefined],
    [
      "sends a drop at a time",
      (_request, response) => {
        const more = setInterval(() => response.write("x"), 20);
        response.on("close", () => clearInterval(more));
      },
    ],
  ])("ends in time when the host %s", async (_what, listener) => {
    answer = listener;
    const since = performance.now();

    await expect(fetching(`http://${host}/mug.png`, { milliseconds: 200 })).rejects.toMatchObject({
      problem: "TOO_SLOW",
    });
    expect(performance.now() - since).toBeLessThan(1_500);
  });

  test("ends in time when the name is not found", async () => {
    await expect(
      fetching(`http://${host}/mug.png`, {
        milliseconds: 100,
        resolveTrusted: () => new Promise(() => undefined),
      }),
    ).rejects.toMatchObject({ problem: "TOO_SLOW" });
  });

  test("that breaks off, or from a host that is missing, fails as unreachable", async () => {
    answer = (_request, response) => {
      response.writeHead(200, { "content-length": 500 });
      response.write("half");
      setTimeout(() => response.destroy(), 20);
    };
    await expect(fetching(`http://${host}/mug.png`)).rejects.toMatchObject({
      problem: "UNREACHABLE",
    });
    await expect(
      fetching(`http://${host}/mug.png`, { resolveTrusted: async () => [] }),
    ).rejects.toMatchObject({ problem: "UNREACHABLE" });
  });

  test("stops at once when it is aborted, which is not a failure of the source", async () => {
    const stopping = new AbortController();
    answer = () => setTimeout(() => stopping.abort(), 20);

    await expect(fetching(`http://${host}/mug.png`, {}, stopping.signal)).rejects.not.toMatchObject(
      { problem: expect.anything() as unknown },
    );
  });
});
