declare module 'opencc-js/dict/*' {
  const pairs: string;

  export { pairs as default };
}
