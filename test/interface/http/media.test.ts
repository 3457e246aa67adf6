import { mkdtempSync, writeFileSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { MediaBusy } from "../../../src/application/media/ports/pictures.js";
import {
  MediaUnavailable,
  type MediaStorage,
} from "../../../src/application/media/ports/media-storage.js";
import { DiskStorage } from "../../../src/infrastructure/media/disk-storage.js";
import { halves, hugePng } from "../../builders/pictures.js";
import { imagesOf } from "../../builders/served-images.js";
import { mediaFolder, toyServer } from "./toy-server.js";

const NAME = "01h00000000000000000000001-800x600.png";
const FILE = `/media/${NAME}`;
const ANY_BROWSER = { accept: "image/avif,image/webp,image/*" };

/** A folder that records which images are read. */
const recording = (folder: string) => {
  const disk = new DiskStorage(folder);
  const reads: string[] = [];
  const storage: MediaStorage = {
    save: (name, path) => disk.save(name, path),
    exists: (name) => disk.exists(name),
    remove: (name) => disk.remove(name),
    open: (name) => (reads.push(name), disk.open(name)),
  };
  return { reads, storage };
};

describe("images of the shop", () => {
  let folder = "";
  beforeAll(async () => {
    folder = mediaFolder();
    writeFileSync(join(folder, NAME), await halves({ width: 800, height: 600 }).png().toBuffer());
    writeFileSync(join(folder, "huge.png"), hugePng({ width: 30_000, height: 30_000 }));
    writeFileSync(join(folder, "broken.png"), "no picture");
  });
  const server = (storage: MediaStorage = new DiskStorage(folder), more = {}) =>
    toyServer({ media: imagesOf({ "": storage, "demo/": new DiskStorage(folder) }, more) });
  const ask = async (url: string, headers: Readonly<Record<string, string>> = {}, on = server()) =>
    (await on).inject({ method: "GET", url, headers });

  test("can be shown and cached by a storefront on another origin", async () => {
    const answer = await ask("/media/demo/mug.webp");

    expect(answer).toMatchObject({ statusCode: 200, body: "picture" });
    expect(answer.headers).toMatchObject({
      "content-type": "image/webp",
      "content-length": "7",
      "content-disposition": "attachment",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "cross-origin",
      "cache-control": "public, max-age=3600",
      "content-security-policy": expect.stringContaining("default-src 'none'") as unknown,
    });
  });

  test("with a unique name may be cached for ever", async () => {
    expect((await ask(FILE)).headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  });

  test.each([FILE, `${FILE}?w=128`, "/media/mug.webp"])(
    "are not sent again to a browser that has them: %s",
    async (url) => {
      const on = server();
      const { headers } = await ask(url, {}, on);

      const again = await ask(url, { "if-none-match": `"other", W/${String(headers.etag)}` }, on);

      expect(again).toMatchObject({ statusCode: 304, body: "" });
      expect(again.headers.etag).toBe(headers.etag);
    },
  );

  test("can be requested with HEAD", async () => {
    const answer = await (await server()).inject({ method: "HEAD", url: `${FILE}?w=128` });

    expect(answer).toMatchObject({ statusCode: 200, body: "" });
    expect(Number(answer.headers["content-length"])).toBeGreaterThan(50);
  });

  test.each([
    ["w=320", { width: 320, height: 240, format: "png" }],
    ["w=320&h=320&fit=cover", { width: 320, height: 320, format: "png" }],
    ["w=640&h=640&fit=cover", { width: 600, height: 600, format: "png" }],
    ["w=320&h=427&fit=cover", { width: 320, height: 427, format: "png" }],
    ["w=128&format=webp", { width: 128, height: 96, format: "webp" }],
    ["format=jpeg", { width: 800, height: 600, format: "jpeg" }],
    ["w=64&format=avif", { width: 64, height: 48, format: "heif" }],
  ])("are sent in the requested size and format: %s", async (query, expected) => {
    const answer = await ask(`${FILE}?${query}`);

    expect(await sharp(answer.rawPayload).metadata()).toMatchObject(expected);
    expect(answer.headers["content-type"]).toBe(
      `image/${expected.format === "heif" ? "avif" : expected.format}`,
    );
    expect(answer.headers["cache-control"]).toContain("immutable");
  });

  test.each([
    ["0x50", [254, 0, 0]],
    ["100x50", [0, 0, 254]],
  ])("are cropped around the focal point %s", async (focus, [red = 0, , blue = 0]) => {
    const answer = await ask(`${FILE}?w=160&h=240&fit=cover&focus=${focus}`);
    const { channels } = await sharp(answer.rawPayload).stats();

    expect([
      Math.abs((channels[0]?.mean ?? 0) - red) < 5,
      Math.abs((channels[2]?.mean ?? 0) - blue) < 5,
    ]).toEqual([true, true]);
  });

  test.each([
    ["image/avif,image/webp", "image/avif"],
    ["image/webp,*/*", "image/webp"],
    ["*/*", "image/png"],
  ])("are sent to a client that accepts %s as %s", async (accept, type) => {
    const answer = await ask(`${FILE}?w=64&format=auto`, { accept });

    expect([answer.headers["content-type"], answer.headers.vary]).toEqual([type, "Accept, Origin"]);
  });

  test.each([
    ["w=321", "w=480"],
    ["w=3840", ""],
    ["h=96", "w=128"],
    ["format=webp&w=320", "w=320&format=webp"],
    ["w=0320", "w=320"],
    ["w=%33%320", "w=320"],
    ["w=320&h=320&fit=cover&focus=30x70", "w=320&h=320&fit=cover&focus=0x50"],
    ["&", ""],
  ])("have one address for what looks alike: %s is redirected to %s", async (query, offered) => {
    const answer = await ask(`${FILE}?${query}`);

    expect([answer.statusCode, answer.headers.location]).toEqual([
      301,
      NAME + (offered && `?${offered}`),
    ]);
    expect(answer.headers["cache-control"]).toBe("public, max-age=86400");
    expect((await ask(`/media/${String(answer.headers.location)}`)).statusCode).toBe(200);
  });

  test("are redirected only for an hour while they may be replaced", async () => {
    const own = mkdtempSync(join(tmpdir(), "plinth-media-"));
    writeFileSync(
      join(own, "logo.png"),
      await halves({ width: 400, height: 300 }).png().toBuffer(),
    );
    const answer = await ask("/media/logo.png?h=150", {}, server(new DiskStorage(own)));

    expect([answer.statusCode, answer.headers.location]).toEqual([302, "logo.png?w=240"]);
    expect(answer.headers["cache-control"]).toBe("public, max-age=3600");
  });

  test.each([
    "w=0",
    "w=-320",
    "w=320.5",
    "w=1e3",
    "w=100000",
    "w=320&w=640",
    "fit=fill",
    "format=svg",
    "format=",
    "focus=101x50",
    "focus=50",
    "q=90",
    "w[]=320",
  ])("are refused in any other size or format: %s", async (query) => {
    const answer = await ask(`${FILE}?${query}`);

    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({
      errors: [{ extensions: { code: "INVALID_TRANSFORM" } }],
    });
  });

  test("are resized once for all requests, also for simultaneous ones, and after a restart", async () => {
    const { reads, storage } = recording(folder);
    const cache = mkdtempSync(join(tmpdir(), "plinth-cache-"));
    const on = server(storage, { cache });

    const answers = await Promise.all(
      Array.from({ length: 20 }, () => ask(`${FILE}?w=240&format=webp`, ANY_BROWSER, on)),
    );
    const later = await ask(`${FILE}?w=240&format=webp`, ANY_BROWSER, server(storage, { cache }));

    expect(
      new Set(
        [...answers, later].map(
          ({ rawPayload, headers }) => `${headers.etag} ${rawPayload.toString("base64")}`,
        ),
      ).size,
    ).toBe(1);
    expect(reads).toEqual([NAME]);
  });

  test("that are resized stay below the size of the cache: the least recently used one is removed", async () => {
    const { reads, storage } = recording(folder);
    const on = server(storage, { cacheBytes: 3_000 });
    for (const width of [640, 480, 320, 240, 160, 128]) await ask(`${FILE}?w=${width}`, {}, on);
    reads.length = 0;

    await ask(`${FILE}?w=128`, {}, on);
    await ask(`${FILE}?w=640`, {}, on);

    expect(reads).toEqual([NAME]);
  });

  test("that were copied into the folder are resized again when they are replaced", async () => {
    const own = mkdtempSync(join(tmpdir(), "plinth-media-"));
    const on = server(new DiskStorage(own));
    const replaceLogo = async (width: number) => {
      writeFileSync(join(own, "next.png"), await halves({ width, height: 400 }).png().toBuffer());
      await rename(join(own, "next.png"), join(own, "logo.png"));
    };
    await replaceLogo(400);
    const before = await ask("/media/logo.png?w=240", {}, on);
    await replaceLogo(800);
    const after = await ask("/media/logo.png?w=240", {}, on);

    expect([
      (await sharp(before.rawPayload).metadata()).height,
      (await sharp(after.rawPayload).metadata()).height,
    ]).toEqual([240, 120]);
  });

  test.each([
    ["huge.png", "IMAGE_TOO_LARGE"],
    ["broken.png", "IMAGE_UNREADABLE"],
  ])("are not resized when they are invalid: %s", async (name, code) => {
    const answer = await ask(`/media/${name}?w=64`);

    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ errors: [{ extensions: { code } }] });
  });

  test.each([
    [new MediaUnavailable("s3.internal:9000 does not answer."), "MEDIA_UNAVAILABLE"],
    [new MediaBusy(), "MEDIA_BUSY"],
  ])(
    "are answered with a time to try again while the storage is not available: %s",
    async (outage, code) => {
      const on = toyServer({ media: { open: () => Promise.reject(outage) } });
      const answer = await ask(FILE, {}, on);

      expect(answer).toMatchObject({ statusCode: 503 });
      expect(answer.headers).toMatchObject({ "retry-after": "2", "cache-control": "no-store" });
      expect(answer.json()).toMatchObject({ errors: [{ extensions: { code } }] });
      expect(answer.body).not.toContain("internal");
      expect((await ask("/health/live", {}, on)).statusCode).toBe(200);
    },
  );

  test("that were removed are not found", async () => {
    const own = mkdtempSync(join(tmpdir(), "plinth-media-"));
    writeFileSync(join(own, NAME), await halves({ width: 800, height: 600 }).png().toBuffer());
    const on = server(new DiskStorage(own));
    await rm(join(own, NAME));

    expect([
      (await ask(FILE, {}, on)).statusCode,
      (await ask(`${FILE}?w=64`, {}, on)).statusCode,
    ]).toEqual([404, 404]);
  });

  test.each([
    "../secret.webp",
    "..%2Fsecret.webp",
    "%2e%2e/secret.webp",
    "%252e%252e%252fsecret.webp",
    "..%5Csecret.webp",
    "x/../../secret.webp",
    "mug.webp%00.webp",
    "/etc/passwd",
    ".hidden.webp",
    "logo.svg",
    "page.html",
    "",
    "none.webp",
    "demo/../mug.webp%2f",
    "demo/",
  ])("are not found at the address %s", async (name) => {
    for (const query of ["", "?w=64&format=webp"]) {
      const answer = await ask(`/media/${name}${query}`);

      expect([400, 404]).toContain(answer.statusCode);
      expect(answer.json()).toMatchObject({
        errors: [{ extensions: { requestId: answer.headers["x-request-id"] } }],
      });
      expect(answer.headers["cache-control"]).toBe("no-store");
    }
  });
});
