export function main(argv: readonly string[]): Promise<number> {
  console.log(argv.join(' '));
  return Promise.resolve(0);
}
