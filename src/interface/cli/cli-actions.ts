import type { Writable } from "node:stream";

/** What the commands for running Plinth can do. */
export interface CliActions {
  readonly version: string;
  /** For results. */
  readonly out: Writable;
  /** For errors. */
  readonly err: Writable;
  /** Serves until the process is stopped. */
  start(): Promise<void>;
  /** Runs a sandbox gateway until the process is stopped. @param started is told its address */
  sandbox(options: SandboxCommandOptions, started: (origin: string) => void): Promise<void>;
  /** Updates the database. @returns the names of the migrations that were run */
  migrate(): Promise<readonly string[]>;
  /** Makes the configured secret, or a new one, that of the store. */
  acceptSecret(): Promise<void>;
  loadDemo(): Promise<DemoReport>;
  removeDemo(): Promise<DemoReport>;
  printSchema(audience: SchemaAudience): Promise<string>;
  /** Every error code with its description, as Markdown. */
  errorRegister(): Promise<string>;
  /** Every operation and who may call it. */
  policyTable(): Promise<string>;
  /** Checks the configuration. @returns the settings in effect by variable, without secrets */
  checkConfig(): Promise<readonly (readonly [variable: string, value: string])[]>;
  /** The text of `.env.example`, or the table of the documentation. */
  describeConfig(form: "example" | "table"): Promise<string>;
}

export interface DemoReport {
  readonly products: number;
  readonly collections: number;
}

type SchemaAudience = "shop" | "admin";

/** The options of `plinth sandbox`. */
export interface SandboxCommandOptions {
  readonly port: number;
  readonly ledger?: string;
  readonly webhooks?: string;
}
