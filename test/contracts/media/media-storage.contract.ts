import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { MediaStorage } from "../../../src/application/media/ports/media-storage.js";

const MUG = "01h00000000000000000000001-800x600.webp";

interface StorageSubject {
  readonly storage: MediaStorage;
  readonly close?: () => Promise<void>;
}

export const contentOf = async (storage: MediaStorage, name: string): Promise<string | null> => {
  const found = await storage.open(name);
  if (found === null) return null;
  const pieces: Uint8Array[] = [];
  for await (const piece of found.read()) pieces.push(piece);
  return Buffer.concat(pieces).toString();
};

/** Storages of images. */
export const mediaStorageContract = (kind: string, open: () => Promise<StorageSubject>): void => {
  describe(`the storage of images: ${kind}`, () => {
    let subject: StorageSubject;
    let folder = "";
    const put = async (name: string, content: string): Promise<void> => {
      const path = join(folder, "incoming");
      await writeFile(path, content);
      await subject.storage.save(name, path);
    };
    beforeEach(async () => {
      [subject, folder] = [await open(), await mkdtemp(join(tmpdir(), "plinth-incoming-"))];
    });
    afterEach(async () => {
      await subject.close?.();
      await rm(folder, { recursive: true });
    });

    test("returns a saved image with its length", async () => {
      await put(MUG, "a mug");

      expect(await contentOf(subject.storage, MUG)).toBe("a mug");
      const found = await subject.storage.open(MUG);
      expect(found?.bytes).toBe(5);
      await found?.close();
      expect(await subject.storage.exists(MUG)).toBe(true);
    });

    test("has different tags for different contents", async () => {
      await put(MUG, "a mug");
      const before = await subject.storage.open(MUG);
      await before?.close();
      await put(MUG, "another mug");
      const after = await subject.storage.open(MUG);
      await after?.close();

      expect(after?.tag).not.toBe(before?.tag);
    });

    test("reports missing images, and removing them is not an error", async () => {
      await put(MUG, "a mug");
      await subject.storage.remove(MUG);

      expect(await subject.storage.open(MUG)).toBeNull();
      expect(await subject.storage.exists(MUG)).toBe(false);
      await subject.storage.remove(MUG);
    });
  });
};
