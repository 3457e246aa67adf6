import { describe, expect, test } from "vitest";
import { readConfig } from "../../../../src/infrastructure/config.js";
import { ConfigProblems } from "../../../../src/infrastructure/shared/config/variable-reader.js";

const FROM = { PLINTH_MAIL_FROM: "Fern & Clay <shop@fern.example>" };
const read = (env: Readonly<Record<string, string>>) => readConfig(env).mail;
const problems = (env: Readonly<Record<string, string>>): string => {
  try {
    read(env);
    return "";
  } catch (error) {
    return error instanceof ConfigProblems ? error.problems.join("\n") : String(error);
  }
};

describe("the settings of mails", () => {
  test("write mails as files unless there is a mail server", () => {
    expect(read({})).toEqual({
      smtp: null,
      from: { name: "Plinth", address: "shop@plinth.invalid" },
      orderUrl: null,
    });
  });

  test.each([
    ["smtp://mail.example.com", 587, "STARTTLS"],
    ["smtps://mail.example.com", 465, "IMPLICIT"],
    ["smtp://mail.example.com:2525", 2525, "STARTTLS"],
    ["smtp://localhost:1025", 1025, "NONE"],
  ])("of %s use the port %d and the encryption %s", (url, port, encryption) => {
    expect(read({ PLINTH_SMTP_URL: url, ...FROM }).smtp).toMatchObject({ port, encryption });
  });

  test("encrypt nothing only where that is asked for", () => {
    const url = "smtp://mail.example.com";
    const off = { PLINTH_SMTP_TLS: "off", ...FROM };

    expect(read({ PLINTH_SMTP_URL: url, ...off }).smtp?.encryption).toBe("NONE");
    expect(problems({ PLINTH_SMTP_URL: "smtps://mail.example.com", ...off })).toContain(
      "PLINTH_SMTP_TLS is off, but the URL begins with smtps://",
    );
  });

  test("have the account in the URL, which may be in a file, and never repeat it", () => {
    const url = "smtp://shop%40fern:p%C3%A4ss@mail.example.com";
    const fromFile = readConfig(
      { PLINTH_SMTP_URL_FILE: "/run/secrets/smtp", ...FROM },
      () => `${url}\n`,
    ).mail;

    expect(fromFile.smtp).toMatchObject({ username: "shop@fern", password: "päss" });
    expect(problems({ PLINTH_SMTP_URL: "http://shop:secret@mail.example.com", ...FROM })).toMatch(
      /^PLINTH_SMTP_URL is not the URL of a mail server: (?!.*secret)/,
    );
  });

  test.each([
    ["Fern & Clay <shop@fern.example>", "Fern & Clay", "shop@fern.example"],
    ['"Fern & Clay" <shop@fern.example>', "Fern & Clay", "shop@fern.example"],
    ["shop@fern.example", "fern.example", "shop@fern.example"],
  ])("take the sender from %s", (raw, name, address) => {
    expect(read({ PLINTH_MAIL_FROM: raw }).from).toEqual({ name, address });
  });

  test.each([
    "Fern <fern>",
    "a@b.example, c@d.example",
    "Fern\r\nBcc: eve <shop@fern.example>",
    "<>",
  ])("refuse the sender %j", (raw) => {
    expect(problems({ PLINTH_MAIL_FROM: raw })).toContain("PLINTH_MAIL_FROM is");
  });

  test("need a sender for a mail server", () => {
    expect(problems({ PLINTH_SMTP_URL: "smtp://localhost" })).toContain(
      "PLINTH_MAIL_FROM is not set, but PLINTH_SMTP_URL is",
    );
  });

  test.each([
    ["https://www.example.com/order#{link}", ""],
    ["http://localhost:3000/order/{link}", ""],
    ["https://www.example.com/order", "PLINTH_STOREFRONT_ORDER_URL is"],
    ["https://www.example.com/{link}/{link}", "PLINTH_STOREFRONT_ORDER_URL is"],
    ["javascript:alert('{link}')", "PLINTH_STOREFRONT_ORDER_URL is"],
  ])("of the page of an order: %s", (url, problem) => {
    const found = problems({ PLINTH_STOREFRONT_ORDER_URL: url });
    expect(problem === "" ? found : found.slice(0, problem.length)).toBe(problem);
  });
});
