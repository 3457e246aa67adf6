import type { Settings } from "../../application/shared/settings.js";
import { upsertRows, type SqlSession } from "./sql.js";

export class TypeormSettings implements Settings {
  constructor(private readonly session: SqlSession) {}

  async get(name: string): Promise<string | null> {
    const [row] = await this.session.query("SELECT value FROM plinth_setting WHERE name = ?", [name]);
    return row === undefined ? null : String(row["value"]);
  }

  async add(name: string, value: string): Promise<boolean> {
    const insert = this.session.dialect === "mysql" ? "INSERT IGNORE" : "INSERT OR IGNORE";
    return (await this.session.change(`${insert} INTO plinth_setting (name, value) VALUES (?, ?)`, [name, value])) === 1;
  }

  put(name: string, value: string): Promise<void> {
    return upsertRows(this.session, "plinth_setting", ["name"], [{ name, value }]);
  }

  async remove(name: string): Promise<void> {
    await this.session.change("DELETE FROM plinth_setting WHERE name = ?", [name]);
  }
}
