import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FileMailer } from "../../../src/infrastructure/notifications/file-mailer.js";

const mail = (key: string) => ({
  key,
  to: { name: null, address: "anna@example.com" },
  subject: "Your order",
  text: "Thank you.\n",
  html: "<p>Thank you.</p>",
  language: "en",
});

describe("mails as files", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "plinth-mails-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const mailer = (mostFiles?: number) =>
    new FileMailer(join(folder, "mails"), { name: "Shop", address: "s@shop.example" }, mostFiles);

  test("are whole messages that only their owner may read", async () => {
    await mailer().send(mail("event-1"));

    const [name = ""] = await readdir(join(folder, "mails"));
    const path = join(folder, "mails", name);
    expect(name).toMatch(/^\d{8}T\d{9}-event-1\.eml$/);
    expect(await readFile(path, "utf8")).toContain("Message-ID: <event-1@shop.example>");
    expect([
      (await stat(path)).mode & 0o777,
      (await stat(join(folder, "mails"))).mode & 0o777,
    ]).toEqual([0o600, 0o700]);
  });

  test("are so many at most: the oldest are removed", async () => {
    const few = mailer(2);
    for (const key of ["one", "two", "three"]) {
      await few.send(mail(key));
      await new Promise((resolve) => setTimeout(resolve, 2));
    }

    const names = await readdir(join(folder, "mails"));
    expect(names.toSorted().map((name) => name.split("-")[1])).toEqual(["two.eml", "three.eml"]);
  });

  test("cannot leave their folder by their key", async () => {
    await mailer().send(mail("../../evil"));

    expect(await readdir(folder)).toEqual(["mails"]);
  });
});
