import { chmod, mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Mail, Mailer } from "../../application/notifications/ports/mailer.js";
import { mailMessage, type Sender } from "./mail-message.js";

/** Of these the oldest are removed. */
const MOST_FILES = 200;

/** Writes mails as `.eml` files, which mail programs open, where no mail server is configured. */
export class FileMailer implements Mailer {
  constructor(
    private readonly folder: string,
    private readonly from: Sender,
    private readonly mostFiles = MOST_FILES,
  ) {}

  async send(mail: Mail): Promise<void> {
    const { createTransport } = await import("nodemailer");
    const transport = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
    const { message } = await transport.sendMail(mailMessage(mail, this.from));
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await chmod(this.folder, 0o700);
    const name = `${new Date().toISOString().replaceAll(/[^\dT]/g, "")}-${mail.key.replaceAll(/[^\w-]/g, "")}`;
    const draft = join(this.folder, `.${name}.part`);
    await writeFile(draft, message as Buffer, { mode: 0o600, flag: "wx" });
    await rename(draft, join(this.folder, `${name}.eml`));
    await this.#removeOldest();
  }

  /** The names begin with the time. */
  async #removeOldest(): Promise<void> {
    const names = (await readdir(this.folder)).filter((name) => name.endsWith(".eml")).toSorted();
    for (const name of names.slice(0, Math.max(names.length - this.mostFiles, 0)))
      await rm(join(this.folder, name), { force: true });
  }
}
