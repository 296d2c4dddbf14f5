/** The edtf package ships no types; `edtf.ts` says what we read of what it returns. */
declare module "edtf" {
  const parse: (text: string) => unknown;
  export default parse;
}
