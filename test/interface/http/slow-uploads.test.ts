import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { connect, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import { afterEach, describe, expect, test } from "vitest";
import type { UploadImage } from "../../../src/application/media/upload-image.js";
import type { FileId } from "../../../src/domain/media/ids.js";
import { id } from "../../../src/domain/shared/id.js";
import type { HttpLimits } from "../../../src/interface/http/limits.js";
import { countedLimits, KEY, toyServer } from "./toy-server.js";

const PIECES = 16;
const PIECE = "x".repeat(50);
const EVERY_MS = 50;

let server: FastifyInstance | undefined;
afterEach(() => server?.close());

/** Uploads 800 bytes in 0.8 s, or stops before the end. */
const upload = async (limits: Partial<HttpLimits>, pieces = PIECES, path = "/admin/media") => {
  const folder = mkdtempSync(join(tmpdir(), "plinth-upload-"));
  const stored: string[] = [];
  const counters = countedLimits();
  server = await toyServer({
    counters,
    limits: {
      checkEveryMs: 20,
      headersMs: 100,
      requestMs: 200,
      unreadMs: 100,
      uploadBytesPerSecond: 500,
      ...limits,
    },
    upload: {
      folder,
      maxBytes: 1_000,
      publicUrl: "https://shop.example",
      store: async (command: UploadImage) => {
        stored.push(await readFile(command.path, "utf8"));
        const file = id<FileId>("file_01h00000000000000000000001");
        return { id: file, name: "a.webp", url: "/media/a.webp", width: 1, height: 1, bytes: 1 };
      },
    },
  });
  await server.listen({ host: "127.0.0.1", port: 0 });
  const { port } = server.server.address() as AddressInfo;
  const socket = connect(port, "127.0.0.1");
  let answer = "";
  socket.on("data", (piece: Buffer) => (answer += piece.toString()));
  socket.on("error", () => undefined);
  const closed = once(socket, "close");
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer ${KEY}\r\nContent-Type: application/json\r\nContent-Length: ${PIECES * PIECE.length}\r\n\r\n`,
  );
  for (let piece = 0; piece < pieces && answer === ""; piece += 1) {
    socket.write(PIECE);
    await setTimeout(EVERY_MS);
  }
  await closed;
  return {
    status: answer.split(" ")[1],
    answer,
    stored,
    left: await readdir(folder),
    reached: counters.reachedLimits,
  };
};

describe("an upload that takes longer than other requests may", () => {
  test("is stored while it makes progress", async () => {
    const { status, stored, left } = await upload({});

    expect([status, stored, left]).toEqual(["201", [PIECE.repeat(PIECES)], []]);
  });

  test("is ended when it makes no progress", async () => {
    const start = performance.now();
    const { status, answer, stored, left, reached } = await upload(
      { uploadIdleMs: 150, uploadBytesPerSecond: 300 },
      3,
    );

    expect([status, stored, left]).toEqual(["408", [], []]);
    expect(performance.now() - start).toBeLessThan(3_000);
    expect(answer).toContain('"code":"BAD_REQUEST"');
    expect(answer.toLowerCase()).toContain("connection: close");
    expect(reached).toContainEqual(["uploadIdleMs", "127.0.0.1"]);
  });

  test("is ended when it is slower than the slowest allowed, however steady", async () => {
    const { status, stored, left, reached } = await upload({ uploadBytesPerSecond: 5_000 });

    expect([status, stored, left]).toEqual(["408", [], []]);
    expect(reached).toContainEqual(["uploadBytesPerSecond", "127.0.0.1"]);
  });

  test("leaves the time of other requests as it is", async () => {
    const { status, reached } = await upload({}, PIECES, "/graphql");

    expect([status, reached]).toEqual(["408", [["requestMs", "127.0.0.1"]]]);
  });
});
