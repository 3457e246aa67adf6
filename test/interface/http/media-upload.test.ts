import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { MediaUnavailable } from "../../../src/application/catalog/media/media-ports.js";
import type {
  UploadedImage,
  UploadImage,
} from "../../../src/application/catalog/media/upload-image.js";
import type { FileId } from "../../../src/domain/catalog/ids.js";
import { ImageFormatRefused } from "../../../src/domain/catalog/media-errors.js";
import { id } from "../../../src/domain/shared/id.js";
import { KEY, noteTo, toyServer, type Entry } from "./toy-server.js";

const MOST = 100_000;
const MUG: UploadedImage = {
  id: id<FileId>("file_01h00000000000000000000001"),
  name: "mug.webp",
  url: "/media/mug.webp",
  width: 800,
  height: 600,
  bytes: 5,
};
const STAFF = { authorization: `Bearer ${KEY}`, "content-type": "image/png" };

/** A server whose uploads are read, and then stored nowhere. */
const taking = async (
  store: (command: UploadImage) => Promise<UploadedImage> = async () => MUG,
  log: Entry[] = [],
) => {
  const folder = mkdtempSync(join(tmpdir(), "plinth-upload-"));
  const seen: { readonly content: Buffer; readonly sha256: string }[] = [];
  const keep = async (command: UploadImage) => {
    seen.push({ content: await readFile(command.path), sha256: command.sha256 });
    return store(command);
  };
  const server = await toyServer({
    log: noteTo(log),
    upload: { folder, mostBytes: MOST, publicUrl: "https://shop.example", store: keep },
  });
  const send = (payload: Buffer | Readable, headers: Readonly<Record<string, string>> = STAFF) =>
    server.inject({ method: "POST", url: "/admin/media", headers, payload });
  return { server, send, seen, left: () => readdir(folder) };
};

describe("uploading a picture", () => {
  test("takes it in as it comes, and answers what to call it and where it is", async () => {
    const { send, seen, left } = await taking();
    const content = Buffer.alloc(MOST, "x");

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
  ])("does not care what it is called: %o", async (headers) => {
    const { send, seen } = await taking();

    expect((await send(Buffer.from("{}"), headers)).statusCode).toBe(201);
    expect(seen.map(({ content }) => content.toString())).toEqual(["{}"]);
  });

  test("tells who sends a form that it wants the picture itself", async () => {
    const { send, seen, left } = await taking();

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
  ])("is for staff, and nothing of anybody else's is read: %o", async (headers, status) => {
    const { send, seen, left } = await taking();

    expect((await send(Buffer.from("picture"), headers as Record<string, string>)).statusCode).toBe(
      status,
    );
    expect([seen, await left()]).toEqual([[], []]);
  });

  test("ends at the limit, announced or not", async () => {
    const { send, seen, left } = await taking();
    const tooMuch = Buffer.alloc(MOST + 1);

    const answers = [
      await send(tooMuch),
      await send(Readable.from([tooMuch.subarray(0, MOST), tooMuch.subarray(MOST)])),
    ];

    for (const answer of answers)
      expect([
        answer.statusCode,
        answer.json<{ errors: { extensions: { code: string } }[] }>().errors[0]?.extensions.code,
      ]).toEqual([413, "UPLOAD_TOO_LARGE"]);
    expect([seen, await left()]).toEqual([[], []]);
  });

  test("leaves the limit of all other requests alone", async () => {
    const { server } = await taking();

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

  test("says what is wrong with a picture, and that the store is out", async () => {
    const refusing = await taking(() => Promise.reject(new ImageFormatRefused()));
    const out = await taking(() => Promise.reject(new MediaUnavailable("s3.internal is down")));
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

  test("keeps what broke to itself", async () => {
    const log: Entry[] = [];
    const { send } = await taking(() => Promise.reject(new Error("ENOENT /srv/plinth")), log);
    const answer = await send(Buffer.from("x"));

    expect([answer.statusCode, answer.body.includes("/srv")]).toEqual([500, false]);
    expect(log.filter(({ level }) => level === "error")).toHaveLength(1);
  });

  test("takes in eight at once, and sends others away to come again", async () => {
    let finish = (): void => undefined;
    const finished = new Promise<void>((done) => (finish = done));
    const { send, seen } = await taking(async () => (await finished, MUG));

    const first = Array.from({ length: 8 }, (_, n) => send(Buffer.from(String(n))));
    while (seen.length < 8) await new Promise((again) => setTimeout(again, 5));
    const ninth = await send(Buffer.from("9"));
    finish();

    expect(ninth.statusCode).toBe(503);
    expect((await Promise.all(first)).map(({ statusCode }) => statusCode)).toEqual(
      Array(8).fill(201),
    );
    expect((await send(Buffer.from("10"))).statusCode).toBe(201);
  });

  test("that breaks off in the middle leaves nothing behind", async () => {
    const log: Entry[] = [];
    const { server, seen, left } = await taking(undefined, log);
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
