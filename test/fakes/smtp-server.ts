import { createServer, type Server, type Socket } from "node:net";
import type { AddressInfo } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { LOCALHOST_CERTIFICATE, LOCALHOST_KEY } from "./localhost-certificate.js";

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Everything after DATA, with its headers. */
  readonly message: string;
}

/** What the server does with the mails, one after the other; the last one goes on. */
export type SmtpFault =
  | "none"
  /** Never greets. */
  | "silent"
  /** Takes the mail, and closes the connection before it says so. */
  | "cut after data"
  /** The code that the recipient is answered with. */
  | { readonly recipient: number }
  | { readonly login: number };

export interface SmtpServer {
  readonly port: number;
  /** The mails that were taken. */
  readonly mails: readonly ReceivedMail[];
  /** Every line that a client has sent outside of a message. */
  readonly commands: readonly string[];
  /** How many connections were made. */
  readonly connections: () => number;
  close(): Promise<void>;
}

/** A mail server that does as it is told, on this machine. */
export const smtpServer = (...faults: readonly SmtpFault[]): Promise<SmtpServer> =>
  listening(createServer, faults);

/** One that is encrypted from the first byte. */
export const smtpsServer = (): Promise<SmtpServer> =>
  listening(
    (serve) => createTlsServer({ cert: LOCALHOST_CERTIFICATE, key: LOCALHOST_KEY }, serve),
    [],
  );

const listening = async (
  create: (serve: (socket: Socket) => void) => Server,
  faults: readonly SmtpFault[],
): Promise<SmtpServer> => {
  const mails: ReceivedMail[] = [];
  const commands: string[] = [];
  const sockets = new Set<Socket>();
  let [sent, connections] = [0, 0];
  const fault = (): SmtpFault => faults[Math.min(sent, faults.length - 1)] ?? "none";

  const serve = (socket: Socket): void => {
    let [buffer, from, isData] = ["", "", false];
    let to: string[] = [];
    const say = (line: string): void => void socket.write(`${line}\r\n`);
    const command = (line: string): void => {
      commands.push(line);
      const now = fault();
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === "EHLO") say("250-local\r\n250 AUTH PLAIN");
      else if (verb === "AUTH")
        say(typeof now === "object" && "login" in now ? `${now.login} no` : "235 ok");
      else if (verb === "MAIL") {
        from = /<(.*)>/.exec(line)?.[1] ?? "";
        to = [];
        say("250 ok");
      } else if (verb === "RCPT") {
        if (typeof now === "object" && "recipient" in now) {
          sent += 1;
          return say(`${now.recipient} <anna@example.com> is not welcome`);
        }
        to.push(/<(.*)>/.exec(line)?.[1] ?? "");
        say("250 ok");
      } else if (verb === "DATA") {
        isData = true;
        say("354 go on");
      } else if (verb === "QUIT") socket.end("221 bye\r\n");
      else say("250 ok");
    };
    const received = (message: string): void => {
      const now = fault();
      sent += 1;
      isData = false;
      mails.push({ from, to, message });
      if (now === "cut after data") socket.end();
      else say("250 taken");
    };
    connections += 1;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => undefined);
    if (fault() === "silent") return;
    say("220 local");
    socket.on("data", (bytes) => {
      buffer += bytes.toString("utf8");
      for (;;) {
        const end = buffer.indexOf(isData ? "\r\n.\r\n" : "\r\n");
        if (end === -1) return;
        const part = buffer.slice(0, end);
        buffer = buffer.slice(end + (isData ? 5 : 2));
        (isData ? received : command)(part);
      }
    });
  };
  const server = create(serve);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    port: (server.address() as AddressInfo).port,
    mails,
    commands,
    connections: () => connections,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((done) => void server.close(() => done()));
    },
  };
};
