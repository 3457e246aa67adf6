import type { Writable } from "node:stream";

/** What the commands that keep Plinth running are handed by the program that starts them. */
export interface OperatorNeeds {
  readonly version: string;
  /** For what was asked for. */
  readonly out: Writable;
  /** For what is said besides. */
  readonly err: Writable;
  /** Serves until it is told to stop. */
  start(): Promise<void>;
  /** Brings the database up to date. @returns the names of the changes it made */
  migrate(): Promise<readonly string[]>;
  loadDemo(): Promise<DemoReport>;
  removeDemo(): Promise<DemoReport>;
  printSchema(audience: SchemaAudience): Promise<string>;
  /** Every error code with its meaning, as Markdown. */
  errorRegister(): Promise<string>;
  /** Every operation and who may call it. */
  policyTable(): Promise<string>;
  /** Checks the configuration. @returns what holds, by variable, with secrets left out */
  checkConfig(): Promise<readonly (readonly [variable: string, value: string])[]>;
  /** The text of `.env.example`, or the table of the README. */
  describeConfig(form: "example" | "table"): Promise<string>;
}

export interface DemoReport {
  readonly products: number;
  readonly collections: number;
}

export type SchemaAudience = "shop" | "admin";
