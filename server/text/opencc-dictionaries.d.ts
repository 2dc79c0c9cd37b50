declare module 'opencc-js/dict/*' {
  const pairs: string;
  // biome-ignore lint/style/noDefaultExport: this is how the package exports its dictionaries
  export default pairs;
}
