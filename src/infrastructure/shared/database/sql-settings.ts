import type { Settings } from "../../../application/shared/settings.js";
import { insertIfAbsent, upsertRows } from "./insert-rows.js";
import type { SqlSession } from "./sql-session.js";

export class SqlSettings implements Settings {
  constructor(private readonly session: SqlSession) {}

  async get(name: string): Promise<string | null> {
    const [row] = await this.session.query("SELECT value FROM plinth_setting WHERE name = ?", [
      name,
    ]);
    return row === undefined ? null : String(row["value"]);
  }

  add(name: string, value: string): Promise<boolean> {
    return insertIfAbsent(this.session, "plinth_setting", { name, value });
  }

  set(name: string, value: string): Promise<void> {
    return upsertRows(this.session, "plinth_setting", ["name"], [{ name, value }]);
  }

  async remove(name: string): Promise<void> {
    await this.session.change("DELETE FROM plinth_setting WHERE name = ?", [name]);
  }
}
