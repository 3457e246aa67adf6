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
} from "../../../../src/infrastructure/catalog/media/image-download.js";

const CONTENT = Buffer.from("a picture of a mug");
const STEADY = new AbortController().signal;

describe("fetching an image from elsewhere", () => {
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
      resolve: async () => ["127.0.0.1"],
      ...limits,
    });
  const fetching = (url: string, limits: Partial<DownloadLimits> = {}, signal = STEADY) =>
    download(limits).into(path(), url, signal);

  test("brings it here and says what it is known by", async () => {
    expect(await fetching(`http://${host}/mug.png?size=1`)).toBe(
      createHash("sha256").update(CONTENT).digest("hex"),
    );
    expect(await readFile(path())).toEqual(CONTENT);
    expect(hits).toEqual([`${host} /mug.png?size=1`]);
  });

  test.each([
    ["by plain HTTP", "http://img.example/mug.png"],
    ["at another port", "https://img.example:8443/mug.png"],
    ["by another way than HTTP", "ftp://img.example/mug.png"],
    ["from a file", "file:///etc/passwd"],
    ["with a password", "https://user:password@img.example/mug.png"],
    ["from this machine", "https://127.0.0.1/mug.png"],
    ["from this machine, written as one number", "https://2130706433/mug.png"],
    ["from this machine, written in octal", "https://0177.0.0.1/mug.png"],
    ["from this machine in the clothes of IPv6", "https://[::ffff:127.0.0.1]/mug.png"],
    ["from a cloud's metadata", "https://169.254.169.254/latest/meta-data"],
  ])("does not happen %s", async (_how, url) => {
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
  ])("does not happen where the name leads to %j", async (addresses) => {
    await expect(
      fetching("https://img.example/mug.png", { trustedHosts: [], resolve: async () => addresses }),
    ).rejects.toMatchObject({ problem: "ADDRESS_REFUSED" });
    expect(hits).toEqual([]);
  });

  test("looks a name up once, so that a second answer cannot lead elsewhere", async () => {
    let lookups = 0;

    await fetching(`http://${host}/mug.png`, {
      resolve: async () => (lookups++ === 0 ? ["127.0.0.1"] : ["169.254.169.254"]),
    });

    expect(lookups).toBe(1);
  });

  test("trusts a host at its port only", async () => {
    await expect(
      fetching(`http://${host}/mug.png`, { trustedHosts: [host.replace(/\d+$/, "1")] }),
    ).rejects.toMatchObject({ problem: "ADDRESS_REFUSED" });
  });

  test("follows nobody to another address", async () => {
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
  ])("of a host that answers %i is told as %s", async (status, problem) => {
    answer = (_request, response) => void response.writeHead(status).end();

    await expect(fetching(`http://${host}/mug.png`)).rejects.toMatchObject({ problem });
  });

  test("ends when it is more than may be, announced or not", async () => {
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
    ["never answers", () => undefined],
    [
      "sends a drop at a time",
      (_request, response) => {
        const more = setInterval(() => response.write("x"), 20);
        response.on("close", () => clearInterval(more));
      },
    ],
  ])("ends in time where the other side %s", async (_what, listener) => {
    answer = listener;
    const since = performance.now();

    await expect(fetching(`http://${host}/mug.png`, { milliseconds: 200 })).rejects.toMatchObject({
      problem: "TOO_SLOW",
    });
    expect(performance.now() - since).toBeLessThan(1_500);
  });

  test("ends in time where the name is never found", async () => {
    await expect(
      fetching(`http://${host}/mug.png`, {
        milliseconds: 100,
        resolve: () => new Promise(() => undefined),
      }),
    ).rejects.toMatchObject({ problem: "TOO_SLOW" });
  });

  test("of what breaks off or is not there is told as unreachable", async () => {
    answer = (_request, response) => {
      response.writeHead(200, { "content-length": 500 });
      response.write("half");
      setTimeout(() => response.destroy(), 20);
    };
    await expect(fetching(`http://${host}/mug.png`)).rejects.toMatchObject({
      problem: "UNREACHABLE",
    });
    await expect(
      fetching(`http://${host}/mug.png`, { resolve: async () => [] }),
    ).rejects.toMatchObject({ problem: "UNREACHABLE" });
  });

  test("stops at once when it is told to, which is no failure of the source", async () => {
    const stopping = new AbortController();
    answer = () => setTimeout(() => stopping.abort(), 20);

    await expect(fetching(`http://${host}/mug.png`, {}, stopping.signal)).rejects.not.toMatchObject(
      { problem: expect.anything() as unknown },
    );
  });
});
