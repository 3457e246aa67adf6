import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ImageDownload } from "../../../src/infrastructure/media/image-download.js";

const LIMIT = 1_000;

describe("a downloaded image", () => {
  let server: Server;
  let url = "";
  let sent = { bytes: 0, isAnnounced: true };

  beforeEach(async () => {
    server = createServer((_request, response) => {
      if (sent.isAnnounced) response.setHeader("content-length", sent.bytes);
      response.write(Buffer.alloc(Math.min(1, sent.bytes)));
      response.end(Buffer.alloc(Math.max(0, sent.bytes - 1)));
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mug.png`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const fetched = async (bytes: number, isAnnounced: boolean): Promise<number> => {
    sent = { bytes, isAnnounced };
    const path = join(mkdtempSync(join(tmpdir(), "plinth-download-")), "image");
    const download = new ImageDownload({
      bytes: LIMIT,
      milliseconds: 5_000,
      trustedHosts: [new URL(url).host],
    });
    await download.into(path, url, new AbortController().signal);
    return (await readFile(path)).length;
  };

  test.each([true, false])(
    "may be as long as the limit, and not a byte longer, with a Content-Length: %s",
    async (isAnnounced) => {
      expect(await fetched(LIMIT, isAnnounced)).toBe(LIMIT);
      expect(await fetched(0, isAnnounced)).toBe(0);
      await expect(fetched(LIMIT + 1, isAnnounced)).rejects.toMatchObject({
        problem: "UPLOAD_TOO_LARGE",
      });
    },
  );
});
