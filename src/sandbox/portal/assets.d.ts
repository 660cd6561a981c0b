/** Vite gives the address of a bundled worker for this kind of import. */
declare module '*?worker&url' {
  const url: string;
  export default url;
}
