import type { StockItems } from "../../application/inventory/ports.js";
import type { Clock } from "../../application/shared/clock.js";
import type { VariantId } from "../../domain/catalog/ids.js";
import { StaleVersion } from "../../domain/shared/stale-version.js";
import { StockItemNotFound } from "../../domain/inventory/errors.js";
import { StockItem, type StockItemSnapshot } from "../../domain/inventory/stock-item.js";
import { id } from "../../domain/shared/id.js";
import { appendToOutbox, storedVersion, type SequencedEvent } from "../shared/outbox.js";
import {
  forUpdate,
  inChunks,
  insertRows,
  placeholders,
  type Row,
  type SqlSession,
} from "../shared/sql.js";

export class TypeormStockItems implements StockItems {
  constructor(
    private readonly session: SqlSession,
    private readonly clock: Clock,
  ) {}

  async get(variantId: VariantId): Promise<StockItem> {
    const item = (await this.byVariant([variantId])).get(variantId);
    if (!item) throw new StockItemNotFound(variantId);
    return item;
  }

  async byVariant(ids: readonly VariantId[]): Promise<ReadonlyMap<VariantId, StockItem>> {
    const items = new Map<VariantId, StockItem>();
    for (const chunk of inChunks(ids.toSorted())) {
      const rows = await this.session.query(
        `SELECT * FROM inventory_stock_item WHERE variant_id IN (${placeholders(chunk)}) ORDER BY variant_id${forUpdate(this.session)}`,
        chunk,
      );
      for (const row of rows)
        items.set(id<VariantId>(String(row["variant_id"])), StockItem.restore(toStockItem(row)));
    }
    return items;
  }

  async save(items: readonly StockItem[]): Promise<void> {
    const added: StockItemSnapshot[] = [];
    const announced: { readonly aggregateId: string; readonly event: SequencedEvent }[] = [];
    for (const item of items) {
      const events = item.pullEvents();
      const replaces = storedVersion(events);
      if (replaces === null) continue;
      if (replaces === 0) added.push(item.snapshot());
      else await this.overwrite(item.snapshot(), replaces);
      announced.push(...events.map((event) => ({ aggregateId: item.variantId, event })));
    }
    await insertRows(
      this.session,
      "inventory_stock_item",
      added.map(({ variantId, onHand, reserved, version }) => ({
        variant_id: variantId,
        on_hand: onHand,
        reserved,
        version,
      })),
    );
    await appendToOutbox(this.session, this.clock.now(), announced);
  }

  async discard(items: readonly StockItem[]): Promise<void> {
    const announced: { readonly aggregateId: string; readonly event: SequencedEvent }[] = [];
    for (const item of items) {
      const events = item.pullEvents();
      const replaces = storedVersion(events) ?? item.snapshot().version;
      const removed = await this.session.change(
        "DELETE FROM inventory_stock_item WHERE variant_id = ? AND version = ?",
        [item.variantId, replaces],
      );
      if (removed !== 1) throw new StaleVersion(item.variantId, replaces);
      announced.push(...events.map((event) => ({ aggregateId: item.variantId, event })));
    }
    await appendToOutbox(this.session, this.clock.now(), announced);
  }

  async remove(ids: readonly VariantId[]): Promise<void> {
    for (const chunk of inChunks(ids))
      await this.session.change(
        `DELETE FROM inventory_stock_item WHERE variant_id IN (${placeholders(chunk)})`,
        chunk,
      );
  }

  /** The row must still be the one on which the aggregate decided. */
  private async overwrite(
    { variantId, onHand, reserved, version }: StockItemSnapshot,
    replaces: number,
  ): Promise<void> {
    const written = await this.session.change(
      "UPDATE inventory_stock_item SET on_hand = ?, reserved = ?, version = ? WHERE variant_id = ? AND version = ?",
      [onHand, reserved, version, variantId, replaces],
    );
    if (written !== 1) throw new StaleVersion(variantId, replaces);
  }
}

const toStockItem = (row: Row): StockItemSnapshot => ({
  variantId: id<VariantId>(String(row["variant_id"])),
  onHand: Number(row["on_hand"]),
  reserved: Number(row["reserved"]),
  version: Number(row["version"]),
});
