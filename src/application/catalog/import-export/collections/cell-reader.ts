import {
  COLLECTION_ORDERS,
  type CollectionOrder,
} from "../../../../domain/catalog/collections/collection-content.js";
import type { FocalPoint } from "../../../../domain/catalog/images/media.js";
import { writtenTime } from "../../../../domain/shared/written-time.js";
import type { ImportIssue } from "../../../shared/file-format.js";
import { notATime } from "../not-a-time.js";
import { FLAGS, unknownWord } from "../unknown-word.js";
import type { CollectionField } from "./collection-file.js";
import type { CollectionIssue, CollectionRow } from "./collection-record.js";

type Text = Pick<ImportIssue, "code" | "reason" | "advice">;

/**
 * Reads the cells of one row. A column that the file does not have is undefined. What cannot be read
 * is a defect.
 */
export class CellReader {
  readonly defects: ImportIssue[] = [];
  readonly warnings: ImportIssue[] = [];

  constructor(
    private readonly row: CollectionRow,
    private readonly issue: CollectionIssue,
  ) {}

  text(field: CollectionField): string | undefined {
    return this.row.cells[field];
  }

  isFilled(field: CollectionField): boolean {
    return (this.text(field) ?? "") !== "";
  }

  defect(field: CollectionField, text: Text): void {
    this.defects.push(this.issue(this.row, field, text));
  }

  warn(field: CollectionField, text: Text): void {
    this.warnings.push(this.issue(this.row, field, text));
  }

  /** Warns about a filled cell that ends nowhere. */
  ignored(field: CollectionField, reason: string): void {
    if (this.isFilled(field))
      this.warn(field, {
        code: "CELLS_IGNORED",
        reason: `The cell is not imported: ${reason}`,
        advice: "Correct the row if the value is needed; otherwise empty the cell.",
      });
  }

  flag(field: CollectionField, blank: boolean): boolean | undefined {
    return this.oneOf(field, FLAGS, blank);
  }

  order(field: CollectionField): CollectionOrder | undefined {
    return this.oneOf(field, ORDERS, "MANUAL");
  }

  /** A time with its zone, or a date (midnight UTC). */
  time(field: CollectionField): Date | null | undefined {
    const value = this.text(field);
    if (value === undefined) return undefined;
    if (value === "") return null;
    const time = writtenTime(value);
    if (!time) this.defect(field, notATime(value));
    return time ?? undefined;
  }

  /** From 1; undefined for a blank cell. */
  position(field: CollectionField): number | undefined {
    const value = this.text(field) ?? "";
    if (value === "") return undefined;
    const [, digits] = POSITION.exec(value) ?? [];
    if (digits !== undefined) return Number(digits);
    this.defect(field, {
      code: "INVALID_POSITION",
      reason: `"${value}" is not a position.`,
      advice: "Write a whole number from 1 on, or leave the cell empty.",
    });
    return undefined;
  }

  /** Two fractions: `0.5 0.25`. */
  focalPoint(field: CollectionField): FocalPoint | null | undefined {
    const value = this.text(field);
    if (value === undefined) return undefined;
    if (value === "") return null;
    const [, x, y] = /^([01](?:\.\d+)?|\.\d+) +([01](?:\.\d+)?|\.\d+)$/.exec(value) ?? [];
    if (x !== undefined && y !== undefined) return { x: Number(x), y: Number(y) };
    this.defect(field, {
      code: "INVALID_MEDIA",
      reason: `"${value}" is not a point of an image.`,
      advice: "Write two numbers from 0 to 1, from the left and from the top: 0.5 0.25.",
    });
    return undefined;
  }

  private oneOf<Value>(
    field: CollectionField,
    allowed: ReadonlyMap<string, Value>,
    blank: Value,
  ): Value | undefined {
    const value = this.text(field);
    if (value === undefined) return undefined;
    if (value === "") return blank;
    const found = allowed.get(value.toLowerCase().replaceAll(/[\s_-]+/g, " "));
    if (found === undefined) this.defect(field, unknownWord(value, [...allowed.keys()]));
    return found;
  }
}

/** The order of products as a file has it: `title asc`. */
export const orderText = (order: CollectionOrder): string =>
  order.toLowerCase().replaceAll("_", " ");

const ORDERS = new Map(COLLECTION_ORDERS.map((order) => [orderText(order), order]));
const POSITION = /^0*([1-9]\d{0,8})(?:[.,]0+)?$/;
