import { mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { MediaUnavailable } from "../../../src/application/media/ports/media-storage.js";
import { DiskStorage } from "../../../src/infrastructure/media/disk-storage.js";
import { S3Storage } from "../../../src/infrastructure/media/s3-storage.js";
import { contentOf, mediaStorageContract } from "../../contracts/media/media-storage.contract.js";
import { inMemoryMediaStorage } from "../../fakes/media/in-memory-media-storage.js";
import { BUCKET, S3_KEYS, s3Server, type S3Server } from "../../fakes/s3-server.js";

const MUG = "01h00000000000000000000001-800x600.webp";
const TIMEOUT_MS = 300;

const s3On = (
  { endpoint }: Pick<S3Server, "endpoint">,
  bucket = BUCKET,
  credentials = S3_KEYS,
): S3Storage =>
  new S3Storage({
    bucket,
    endpoint,
    region: "eu-central-1",
    pathStyle: true,
    credentials,
    timeoutMs: TIMEOUT_MS,
  });

mediaStorageContract("in memory", async () => ({ storage: inMemoryMediaStorage() }));

mediaStorageContract("a folder", async () => {
  const folder = await mkdtemp(join(tmpdir(), "plinth-media-"));
  return { storage: new DiskStorage(folder), close: () => rm(folder, { recursive: true }) };
});

mediaStorageContract("an S3-compatible store", async () => {
  const server = await s3Server();
  return { storage: s3On(server), close: () => server.close() };
});

describe("a folder of images", () => {
  let [outside, folder] = ["", ""];
  beforeEach(async () => {
    outside = await mkdtemp(join(tmpdir(), "plinth-media-"));
    folder = join(outside, "media");
    await mkdir(folder);
    await writeFile(join(outside, "secret.png"), "secret");
  });
  afterEach(() => rm(outside, { recursive: true }));

  test("follows no link, neither to a file nor to a folder", async () => {
    await symlink(join(outside, "secret.png"), join(folder, "link.png"));
    await symlink(outside, join(folder, "out"));
    await symlink(join(folder, "loop.png"), join(folder, "loop.png"));
    await writeFile(join(folder, "mug.png"), "mug");

    const storage = new DiskStorage(folder);

    expect(
      await Promise.all(
        ["link.png", "out/secret.png", "loop.png", "mug.png"].map((name) =>
          contentOf(storage, name),
        ),
      ),
    ).toEqual([null, null, null, "mug"]);
  });

  test("may be a link itself", async () => {
    await symlink(folder, join(outside, "linked"));
    await writeFile(join(folder, "mug.png"), "mug");

    expect(await contentOf(new DiskStorage(join(outside, "linked")), "mug.png")).toBe("mug");
  });

  test.each([
    "../secret.png",
    "/etc/passwd",
    "a/../../secret.png",
    ".hidden.png",
    "a//b.png",
    "mug.svg",
    "mug.html",
    "mug",
    "",
    "mug.png\0.png",
    `${"a".repeat(300)}.png`,
    "a\\b.png",
    "constructor",
  ])("has no image with the name %j", async (name) => {
    const storage = new DiskStorage(folder);

    expect(await storage.open(name)).toBeNull();
    await expect(storage.save(name, join(outside, "secret.png"))).rejects.toThrow(RangeError);
    await expect(storage.remove(name)).rejects.toThrow(RangeError);
  });

  test("makes folders that only its owner may open", async () => {
    await writeFile(join(outside, "mug.png"), "mug");

    await new DiskStorage(folder).save("mugs/mug.png", join(outside, "mug.png"));

    expect((await stat(join(folder, "mugs"))).mode & 0o777).toBe(0o700);
  });

  test("does not open a folder or a pipe", async () => {
    await mkdir(join(folder, "folder.png"));

    expect(await new DiskStorage(folder).open("folder.png")).toBeNull();
  });

  test("leaves no incomplete image", async () => {
    await expect(new DiskStorage(folder).save(MUG, join(outside, "nowhere.png"))).rejects.toThrow(
      MediaUnavailable,
    );

    expect(await readdir(folder)).toEqual([]);
  });
});

describe("an S3-compatible store", () => {
  let server: S3Server;
  let path = "";
  beforeEach(async () => {
    server = await s3Server();
    path = join(await mkdtemp(join(tmpdir(), "plinth-incoming-")), "mug.webp");
    await writeFile(path, "a mug");
  });
  afterEach(() => server.close());

  test("gets the whole image again after a temporary failure", async () => {
    server.brokenAnswers = 2;

    await s3On(server).save(MUG, path);

    expect(await contentOf(s3On(server), MUG)).toBe("a mug");
    expect(server.requests.filter((request) => request.startsWith("PUT"))).toHaveLength(3);
  });

  test.each(["broken", "silent"] as const)(
    "that is %s is an outage, reported in time",
    async (mood) => {
      server.mood = mood;
      const storage = s3On(server);
      const since = performance.now();

      await expect(storage.open(MUG)).rejects.toThrow(MediaUnavailable);
      await expect(storage.save(MUG, path)).rejects.toThrow(MediaUnavailable);

      expect(performance.now() - since).toBeLessThan(12_000);
    },
    20_000,
  );

  test("that cannot be reached is an outage", async () => {
    await server.close();

    await expect(s3On(server).open(MUG)).rejects.toThrow(MediaUnavailable);
  });

  test("that breaks off in the middle of an image is an outage", async () => {
    await s3On(server).save(MUG, path);
    server.mood = "cuts-off";

    await expect(contentOf(s3On(server), MUG)).rejects.toThrow(MediaUnavailable);
  });

  test("with a wrong key or without the bucket is an outage, not a missing image", async () => {
    await expect(
      s3On(server, BUCKET, { ...S3_KEYS, secretAccessKey: "wrong" }).open(MUG),
    ).rejects.toThrow(/SignatureDoesNotMatch/);
    await expect(s3On(server, "another-bucket").open(MUG)).rejects.toThrow(/NoSuchBucket/);
  });
});
