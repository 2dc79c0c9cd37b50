interface ImportMetaEnv {
  /** Whether the page answers its own API. */
  readonly LOULAN_MOCK: boolean;
}
