import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { MediaUnavailable } from "../../../src/application/media/ports/media-storage.js";
import type { UploadedImage, UploadImage } from "../../../src/application/media/upload-image.js";
import type { FileId } from "../../../src/domain/media/ids.js";
import { ImageFormatRefused, ImageTooLarge } from "../../../src/domain/media/errors.js";
import { id } from "../../../src/domain/shared/id.js";
import { countedLimits, KEY, logTo, toyServer, type Entry } from "./toy-server.js";

const MAX_BYTES = 100_000;
const MUG: UploadedImage = {
  id: id<FileId>("file_01h00000000000000000000001"),
  name: "mug.webp",
  url: "/media/mug.webp",
  width: 800,
  height: 600,
  bytes: 5,
};
const STAFF = { authorization: `Bearer ${KEY}`, "content-type": "image/png" };

/** A server that reads uploads and stores them nowhere. */
const uploadServer = async (
  store: (command: UploadImage) => Promise<UploadedImage> = async () => MUG,
  log: Entry[] = [],
) => {
  const folder = mkdtempSync(join(tmpdir(), "plinth-upload-"));
  const seen: { readonly content: Buffer; readonly sha256: string }[] = [];
  const keep = async (command: UploadImage) => {
    seen.push({ content: await readFile(command.path), sha256: command.sha256 });
    return store(command);
  };
  const counters = countedLimits();
  const server = await toyServer({
    counters,
    log: logTo(log),
    upload: { folder, maxBytes: MAX_BYTES, publicUrl: "https://shop.example", store: keep },
  });
  const send = (payload: Buffer | Readable, headers: Readonly<Record<string, string>> = STAFF) =>
    server.inject({ method: "POST", url: "/admin/media", headers, payload });
  const reached = () => counters.reachedLimits.map(([limit]) => limit);
  return { server, send, seen, reached, left: () => readdir(folder) };
};

describe("an upload", () => {
  test("of an image is stored unchanged and answered with its id and its address", async () => {
    const { send, seen, left } = await uploadServer();
    const content = Buffer.alloc(MAX_BYTES, "x");

    const answer = await send(content);

    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toEqual({
      id: MUG.id,
      url: "https://shop.example/media/mug.webp",
      width: 800,
      height: 600,
    });
    expect(seen.map(({ content: one, sha256 }) => [one.equals(content), sha256])).toEqual([
      [true, createHash("sha256").update(content).digest("hex")],
    ]);
    expect(await left()).toEqual([]);
  });

  test.each([
    { ...STAFF, "content-type": "application/json" },
    { ...STAFF, "content-type": "text/plain" },
    { authorization: STAFF.authorization },
  ])("is accepted with any content type: %o", async (headers) => {
    const { send, seen } = await uploadServer();

    expect((await send(Buffer.from("{}"), headers)).statusCode).toBe(201);
    expect(seen.map(({ content }) => content.toString())).toEqual(["{}"]);
  });

  test("in a form is refused with a message that asks for the image itself", async () => {
    const { send, seen, left } = await uploadServer();

    const answer = await send(Buffer.from("--x"), {
      ...STAFF,
      "content-type": "Multipart/form-data; boundary=x",
    });

    expect([answer.statusCode, answer.json()]).toEqual([
      415,
      {
        errors: [
          {
            message: expect.stringContaining("not in a form"),
            extensions: expect.objectContaining({ code: "IMAGE_FORMAT_REFUSED" }),
          },
        ],
      },
    ]);
    expect([seen, await left()]).toEqual([[], []]);
  });

  test.each([
    [{}, 401],
    [{ authorization: "Bearer wrong" }, 401],
    [{ ...STAFF, "x-forwarded-for": "203.0.113.7" }, 403],
  ])("of anybody but staff is refused before it is read: %o", async (headers, status) => {
    const { send, seen, left } = await uploadServer();

    expect((await send(Buffer.from("picture"), headers as Record<string, string>)).statusCode).toBe(
      status,
    );
    expect([seen, await left()]).toEqual([[], []]);
  });

  test("that is too large ends at the limit, whether its length is announced or not", async () => {
    const { send, seen, left, reached } = await uploadServer();
    const tooMuch = Buffer.alloc(MAX_BYTES + 1);

    const answers = [
      await send(tooMuch),
      await send(Readable.from([tooMuch.subarray(0, MAX_BYTES), tooMuch.subarray(MAX_BYTES)])),
    ];

    for (const answer of answers)
      expect([
        answer.statusCode,
        answer.json<{ errors: { extensions: { code: string } }[] }>().errors[0]?.extensions.code,
      ]).toEqual([413, "UPLOAD_TOO_LARGE"]);
    expect([seen, await left()]).toEqual([[], []]);
    expect(reached()).toEqual(["uploadMib", "uploadMib"]);
  });

  test("of an image with too many pixels is refused, and counted", async () => {
    const { send, reached } = await uploadServer(() => Promise.reject(new ImageTooLarge(60, 50)));

    expect((await send(Buffer.from("x"))).statusCode).toBe(422);
    expect(reached()).toEqual(["imageMegapixels"]);
  });

  test("has a limit of its own: other requests keep theirs", async () => {
    const { server } = await uploadServer();

    const answer = await server.inject({
      method: "POST",
      url: "/graphql",
      headers: { "content-type": "application/json" },
      payload: JSON.stringify({ query: " ".repeat(300_000) }),
    });
    const picture = await server.inject({
      method: "POST",
      url: "/graphql",
      headers: { "content-type": "image/png" },
      payload: "x",
    });

    expect([answer.statusCode, picture.statusCode]).toEqual([413, 415]);
  });

  test("is answered with the error of the image or of the storage", async () => {
    const refusing = await uploadServer(() => Promise.reject(new ImageFormatRefused()));
    const out = await uploadServer(() =>
      Promise.reject(new MediaUnavailable("s3.internal is down")),
    );
    const [refused, unavailable] = [
      await refusing.send(Buffer.from("x")),
      await out.send(Buffer.from("x")),
    ];

    expect([refused.statusCode, refused.json()]).toMatchObject([
      415,
      { errors: [{ extensions: { code: "IMAGE_FORMAT_REFUSED" } }] },
    ]);
    expect([
      unavailable.statusCode,
      unavailable.headers["retry-after"],
      unavailable.json(),
    ]).toMatchObject([503, "2", { errors: [{ extensions: { code: "MEDIA_UNAVAILABLE" } }] }]);
    expect([await refusing.left(), await out.left()]).toEqual([[], []]);
  });

  test("that fails unexpectedly is answered without details", async () => {
    const log: Entry[] = [];
    const { send } = await uploadServer(() => Promise.reject(new Error("ENOENT /srv/plinth")), log);
    const answer = await send(Buffer.from("x"));

    expect([answer.statusCode, answer.body.includes("/srv")]).toEqual([500, false]);
    expect(log.filter(({ level }) => level === "error")).toHaveLength(1);
  });

  test("is refused with a time to try again while eight others run", async () => {
    let finish = (): void => undefined;
    const finished = new Promise<void>((done) => (finish = done));
    const { send, seen, reached } = await uploadServer(async () => (await finished, MUG));

    const first = Array.from({ length: 8 }, (_, n) => send(Buffer.from(String(n))));
    while (seen.length < 8) await new Promise((again) => setTimeout(again, 5));
    const ninth = await send(Buffer.from("9"));
    finish();

    expect(ninth.statusCode).toBe(503);
    expect(ninth.json()).toMatchObject({
      errors: [{ extensions: { code: "MEDIA_BUSY", retryAfterMs: 2_000 } }],
    });
    expect(reached()).toEqual(["uploads"]);
    expect((await Promise.all(first)).map(({ statusCode }) => statusCode)).toEqual(
      Array(8).fill(201),
    );
    expect((await send(Buffer.from("10"))).statusCode).toBe(201);
  });

  test("that is interrupted leaves no file", async () => {
    const log: Entry[] = [];
    const { server, seen, left } = await uploadServer(undefined, log);
    await server.listen({ host: "127.0.0.1", port: 0 });
    const address = server.server.address();
    const socket = connect(typeof address === "object" && address ? address.port : 0, "127.0.0.1");
    await once(socket, "connect");

    socket.write(
      `POST /admin/media HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${KEY}\r\nContent-Length: 1000\r\n\r\nhalf`,
    );
    while ((await left()).length === 0) await new Promise((again) => setTimeout(again, 5));
    socket.destroy();
    while ((await left()).length > 0) await new Promise((again) => setTimeout(again, 5));

    expect(seen).toEqual([]);
    expect(log.filter(({ level }) => level === "error")).toEqual([]);
    await server.close();
  });
});
