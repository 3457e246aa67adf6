import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { mediaLibrary } from "../../../src/application/media/media.js";
import {
  MediaUnavailable,
  type MediaStorage,
} from "../../../src/application/media/ports/media-storage.js";
import type { Pictures } from "../../../src/application/media/ports/pictures.js";
import { sweepFiles } from "../../../src/application/media/sweep-files.js";
import {
  ADMIN_KEY_HOLDER,
  GUEST,
  PermissionDenied,
} from "../../../src/application/shared/viewer.js";
import { ImageUnreadable } from "../../../src/domain/media/errors.js";
import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { inMemoryMediaStorage } from "../../fakes/media/in-memory-media-storage.js";
import { movableClock } from "../../fakes/movable-clock.js";
import { numberedIds } from "../../fakes/numbered-ids.js";

const MUG = "a".repeat(64);
const DAY_MS = 24 * 60 * 60_000;

describe("an uploaded image", () => {
  let path = "";
  let [redrawn, discarded] = [0, 0];
  let database = new InMemoryDatabase();
  let clock = movableClock();
  let storage = inMemoryMediaStorage();
  beforeEach(async () => {
    path = join(await mkdtemp(join(tmpdir(), "plinth-upload-")), "mug.png");
    await writeFile(path, "a mug");
    [redrawn, discarded, database, clock, storage] = [
      0,
      0,
      new InMemoryDatabase(),
      movableClock(),
      inMemoryMediaStorage(),
    ];
  });
  const pictures: Pictures = {
    redraw: async (from) => {
      redrawn += 1;
      return {
        path: from,
        width: 800,
        height: 600,
        bytes: 5,
        format: "webp",
        discard: async () => void (discarded += 1),
      };
    },
  };
  const library = (media: { readonly storage?: MediaStorage; readonly pictures?: Pictures } = {}) =>
    mediaLibrary({
      unitOfWork: database.unitOfWork(inMemoryStores),
      clock,
      ids: numberedIds(),
      media: { pictures, storage, ...media },
    });
  const sweep = () =>
    database.unitOfWork(inMemoryStores).run((stores) => sweepFiles.run(clock.now(), stores));

  test("is redrawn and stored, and has an id, a URL and a size", async () => {
    const uploaded = await library().uploadImage({ path, sha256: MUG }, ADMIN_KEY_HOLDER);

    expect(uploaded).toEqual({
      id: "file_01h00000000000000000000001",
      name: "01h00000000000000000000001-800x600.webp",
      url: "/media/01h00000000000000000000001-800x600.webp",
      width: 800,
      height: 600,
      bytes: 5,
    });
    expect([storage.names(), redrawn, discarded]).toEqual([[uploaded.name], 1, 1]);
  });

  test("is redrawn and stored once, however often it is uploaded", async () => {
    const shop = library();
    const first = await shop.uploadImage({ path, sha256: MUG }, ADMIN_KEY_HOLDER);
    const again = await shop.uploadImage({ path, sha256: MUG }, ADMIN_KEY_HOLDER);

    expect(again).toEqual(first);
    expect([storage.names().length, redrawn]).toEqual([1, 1]);
  });

  test("becomes one file if it is uploaded twice at the same time, and the bytes of the other are removed later", async () => {
    const shop = library();
    const [one, other] = await Promise.all(
      [1, 2].map(() => shop.uploadImage({ path, sha256: MUG }, ADMIN_KEY_HOLDER)),
    );
    expect(one).toEqual(other);
    expect(storage.names()).toHaveLength(2);

    clock.forward(DAY_MS);
    expect(await shop.removeUnusedFiles({}, ADMIN_KEY_HOLDER)).toBe(1);

    expect(storage.names()).toEqual([one?.name]);
  });

  test("is accepted from staff only", async () => {
    await expect(library().uploadImage({ path, sha256: MUG }, GUEST)).rejects.toThrow(
      PermissionDenied,
    );
    expect(redrawn).toBe(0);
  });

  test("is discarded if it cannot be redrawn or stored, and can be uploaded again", async () => {
    await expect(
      library({ pictures: { redraw: () => Promise.reject(new ImageUnreadable()) } }).uploadImage(
        { path, sha256: MUG },
        ADMIN_KEY_HOLDER,
      ),
    ).rejects.toThrow(ImageUnreadable);
    const unavailable = {
      ...storage,
      save: () => Promise.reject(new MediaUnavailable("unavailable")),
    };
    await expect(
      library({ storage: unavailable }).uploadImage({ path, sha256: MUG }, ADMIN_KEY_HOLDER),
    ).rejects.toThrow(MediaUnavailable);
    expect([redrawn, discarded]).toEqual([1, 1]);

    expect(await library().uploadImage({ path, sha256: MUG }, ADMIN_KEY_HOLDER)).toMatchObject({
      width: 800,
    });
  });

  test("is removed after a week without use: first the file, a day later its bytes", async () => {
    const shop = library();
    await shop.uploadImage({ path, sha256: MUG }, ADMIN_KEY_HOLDER);
    clock.forward(8 * DAY_MS);

    expect(await sweep()).toBe("done");
    expect([await shop.removeUnusedFiles({}, ADMIN_KEY_HOLDER), storage.names().length]).toEqual([
      0, 1,
    ]);
    clock.forward(DAY_MS);
    expect([await shop.removeUnusedFiles({}, ADMIN_KEY_HOLDER), storage.names().length]).toEqual([
      1, 0,
    ]);
  });

  test("stays marked for removal while the storage is unavailable, so that its bytes are removed later", async () => {
    const shop = library();
    await shop.uploadImage({ path, sha256: MUG }, ADMIN_KEY_HOLDER);
    clock.forward(8 * DAY_MS);
    await sweep();
    clock.forward(DAY_MS);

    await expect(
      library({
        storage: { ...storage, remove: () => Promise.reject(new MediaUnavailable("unavailable")) },
      }).removeUnusedFiles({}, ADMIN_KEY_HOLDER),
    ).rejects.toThrow(MediaUnavailable);

    expect(await shop.removeUnusedFiles({}, ADMIN_KEY_HOLDER)).toBe(1);
  });
});
