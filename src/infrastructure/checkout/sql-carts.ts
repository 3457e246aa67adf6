import type { Carts, CartWithRevision } from "../../application/checkout/ports/checkout-stores.js";
import { Cart } from "../../domain/checkout/cart.js";
import { CartNotFound } from "../../domain/checkout/errors.js";
import type { CartId } from "../../domain/checkout/ids.js";
import { toText } from "../shared/database/cell.js";
import { TERMS_REVISION } from "../shared/database/terms-revisions.js";
import { forUpdate, placeholders, type SqlSession } from "../shared/database/sql-session.js";
import { toSqlTime } from "../shared/database/sql-value.js";
import { saveRow, versioned } from "../shared/database/versioned-row.js";
import { CART_TABLE } from "./cart-table.js";

const TABLE = "checkout_cart";

export class SqlCarts implements Carts {
  constructor(private readonly session: SqlSession) {}

  async get(id: CartId): Promise<CartWithRevision> {
    const [row] = await this.session.query(
      `SELECT ${CART_TABLE.selection}, ${TERMS_REVISION} AS terms_revision FROM ${TABLE} WHERE id = ?${forUpdate(this.session)}`,
      [id],
    );
    if (!row) throw new CartNotFound(id);
    return {
      cart: Cart.restore(CART_TABLE.toRecord(row)),
      revision: toText(row["terms_revision"]),
    };
  }

  async save(cart: Cart): Promise<void> {
    const snapshot = cart.snapshot();
    if (snapshot.version === cart.storedVersion) return;
    const row = versioned(snapshot, CART_TABLE.toRow(snapshot));
    await saveRow(this.session, TABLE, row, cart.storedVersion);
  }

  async removeUnchangedSince(time: Date, limit: number): Promise<number> {
    const before = toSqlTime(time);
    const old = await this.session.query(
      `SELECT id FROM ${TABLE} WHERE updated_at < ? ORDER BY updated_at LIMIT ${Math.trunc(limit)}`,
      [before],
    );
    if (old.length === 0) return 0;
    const ids = old.map(({ id }) => String(id));
    // Once more, because a buyer may have come back since.
    await this.session.change(
      `DELETE FROM ${TABLE} WHERE id IN (${placeholders(ids)}) AND updated_at < ?`,
      [...ids, before],
    );
    return old.length;
  }
}
