import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import mysql from "mysql2/promise";

/** Works with a new database, on the server in PLINTH_TEST_MYSQL_URL or on a private one. */
export const withMariadb = async <Result>(
  work: (url: string) => Promise<Result>,
): Promise<Result> => {
  const script = pathToFileURL(resolve("scripts/private-mariadb.mjs")).href;
  const { startPrivateServer } = (await import(script)) as {
    readonly startPrivateServer: () => Promise<{ url: string; stop: () => Promise<void> }>;
  };
  const given = process.env["PLINTH_TEST_MYSQL_URL"];
  const server =
    given === undefined ? await startPrivateServer() : { url: given, stop: async () => {} };
  const database = `plinth_checkout_${randomBytes(6).toString("hex")}`;
  const connection = await mysql.createConnection(server.url);
  try {
    await connection.query(`CREATE DATABASE ${database}`);
    return await work(new URL(`/${database}`, server.url).href);
  } finally {
    await connection.query(`DROP DATABASE ${database}`);
    await connection.end();
    await server.stop();
  }
};
