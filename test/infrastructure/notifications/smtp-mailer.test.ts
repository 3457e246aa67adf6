import { afterEach, describe, expect, test } from "vitest";
import type { Mail, MailFailure } from "../../../src/application/notifications/ports/mailer.js";
import { mailMessage } from "../../../src/infrastructure/notifications/mail-message.js";
import { SmtpMailer } from "../../../src/infrastructure/notifications/smtp-mailer.js";
import type { SmtpConfig } from "../../../src/infrastructure/shared/config/mail-config.js";
import { LOCALHOST_CERTIFICATE } from "../../fakes/localhost-certificate.js";
import {
  smtpServer,
  smtpsServer,
  type SmtpFault,
  type SmtpServer,
} from "../../fakes/smtp-server.js";

const FROM = { name: "Fern & Clay", address: "shop@fern.example" };
const MAIL: Mail = {
  key: "01900000-0000-7000-8000-000000000001",
  to: { name: "Anna Müller", address: "anna@example.com" },
  subject: "Your order 1000000001 is confirmed",
  text: "Thank you.\n",
  html: "<p>Thank you.</p>",
  language: "en",
};

describe("a mail over SMTP", () => {
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });
  const serving = async (...faults: readonly SmtpFault[]): Promise<SmtpServer> => {
    const server = await smtpServer(...faults);
    closing.push(() => server.close());
    return server;
  };
  const mailerTo = (port: number, change: Partial<SmtpConfig> = {}) => {
    const config = {
      host: "127.0.0.1",
      port,
      username: null,
      password: null,
      encryption: "NONE",
      ca: null,
      ...change,
    } as const;
    const mailer = new SmtpMailer(config, FROM, { stepMs: 300, mailMs: 2_000 });
    closing.push(() => mailer.close());
    return mailer;
  };
  const failure = (sending: Promise<void>): Promise<Pick<MailFailure, "code" | "isFinal">> =>
    sending.then(
      () => ({ code: "none", isFinal: false }),
      (error: MailFailure) => ({ code: error.code, isFinal: error.isFinal }),
    );

  test("reaches the server with its texts, its sender, and an id made of the event", async () => {
    const server = await serving();

    await mailerTo(server.port).send(MAIL);

    expect(server.mails).toMatchObject([{ from: FROM.address, to: ["anna@example.com"] }]);
    const [{ message } = { message: "" }] = server.mails;
    expect(message).toContain(`Message-ID: <${MAIL.key}@fern.example>`);
    expect(message).toContain('From: "Fern & Clay" <shop@fern.example>');
    expect(message).toMatch(/^To: =\?UTF-8\?Q\?Anna_M=C3=BCller\?= <anna@example\.com>/m);
    expect(message).toContain("Content-Language: en");
    expect(message).toContain("Content-Type: text/plain");
    expect(message).toContain("Content-Type: text/html");
  });

  test("uses a connection again, and not more than five at a time", async () => {
    const server = await serving();
    const mailer = mailerTo(server.port);

    await Promise.all(Array.from({ length: 20 }, () => mailer.send(MAIL)));

    expect(server.mails).toHaveLength(20);
    expect(server.connections()).toBeLessThanOrEqual(5);
  });

  test("never has a line break of a name or a subject in a header", async () => {
    const server = await serving();
    const bad = "Anna\r\nBcc: eve@example.com\u2028";

    await mailerTo(server.port).send({
      ...MAIL,
      subject: bad,
      to: { name: `${bad}" <eve@example.com>`, address: "anna@example.com" },
    });

    expect(server.mails[0]?.to).toEqual(["anna@example.com"]);
    expect(server.mails[0]?.message.split("\r\n\r\n")[0]).not.toMatch(/^Bcc:/im);
    // The library takes care of it too.
    const { subject, to } = mailMessage({ ...MAIL, subject: bad }, FROM);
    expect([subject, to]).toEqual(["Anna Bcc: eve@example.com", MAIL.to]);
  });

  test("is not sent to what is no address", async () => {
    const server = await serving();
    const to = { name: null, address: "anna@example.com, eve@example.com" };

    expect(await failure(mailerTo(server.port).send({ ...MAIL, to }))).toEqual({
      code: "INVALID_EMAIL",
      isFinal: true,
    });
    expect(server.connections()).toBe(0);
  });

  test("reads no file and no address that its texts name", async () => {
    const server = await serving();
    const named = { path: "/etc/hostname" } as unknown as string;

    await expect(mailerTo(server.port).send({ ...MAIL, text: named })).rejects.toThrow(
      "The mail could not be sent.",
    );
    expect(server.mails).toEqual([]);
  });

  test("fails for now when nobody listens, and when nobody answers", async () => {
    const [silent, gone] = [await serving("silent"), await serving()];
    await gone.close();

    expect(await failure(mailerTo(gone.port).send(MAIL))).toEqual({
      code: "ESOCKET",
      isFinal: false,
    });
    expect(await failure(mailerTo(silent.port).send(MAIL))).toEqual({
      code: "ETIMEDOUT",
      isFinal: false,
    });
  });

  test("fails for now when the answer is lost, and is not sent again by itself", async () => {
    const server = await serving("cut after data");

    expect((await failure(mailerTo(server.port).send(MAIL))).isFinal).toBe(false);
    expect(server.mails).toHaveLength(1);
  });

  test("fails for now after 4xx, and for good after 5xx, without naming the buyer", async () => {
    const [busy, unknown] = [await serving({ recipient: 451 }), await serving({ recipient: 550 })];

    expect(await failure(mailerTo(busy.port).send(MAIL))).toEqual({
      code: "SMTP_451",
      isFinal: false,
    });
    const refused = mailerTo(unknown.port).send(MAIL);
    await expect(refused).rejects.toMatchObject({ code: "SMTP_550", isFinal: true });
    await expect(refused).rejects.not.toThrow(/anna/);
  });

  test("fails for now when the account is refused: it is the shop's mistake", async () => {
    const server = await serving({ login: 535 });

    expect(
      await failure(mailerTo(server.port, { username: "shop", password: "wrong" }).send(MAIL)),
    ).toEqual({ code: "SMTP_535", isFinal: false });
  });

  test("is sent to an encrypted server whose certificate is trusted, and to no other", async () => {
    const server = await smtpsServer();
    closing.push(() => server.close());
    const encryption = "IMPLICIT";
    const ca = LOCALHOST_CERTIFICATE;

    expect((await failure(mailerTo(server.port, { encryption }).send(MAIL))).isFinal).toBe(false);
    expect(server.mails).toEqual([]);
    await mailerTo(server.port, { encryption, ca }).send(MAIL);
    expect(server.mails).toHaveLength(1);
  });

  test("says nothing in the open to a server without encryption where it is required", async () => {
    const server = await serving();
    const mailer = mailerTo(server.port, {
      encryption: "STARTTLS",
      username: "shop",
      password: "secret",
    });

    expect((await failure(mailer.send(MAIL))).isFinal).toBe(false);
    expect(server.mails).toEqual([]);
    expect(server.commands.join("\n")).not.toMatch(/AUTH|MAIL FROM/);
  });
});
