/** Stored settings of this installation, by name. */
export interface Settings {
  get(name: string): Promise<string | null>;
  /** Adds a value unless there is one. @returns whether it was added */
  add(name: string, value: string): Promise<boolean>;
  set(name: string, value: string): Promise<void>;
  remove(name: string): Promise<void>;
}

export interface SettingStores {
  readonly settings: Settings;
}
