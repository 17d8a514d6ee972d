import { describe, expect, test } from 'vitest';
import { detectDialect } from '../../src/intake/records/dialect.ts';

const delimiterOf = (text: string, whole = true): string => detectDialect(text, whole, undefined).delimiter;

describe('the delimiter', () => {
  test('is a semicolon where decimals and sentences hold commas', () => {
    expect(delimiterOf('Cost, in pounds;Why, and how\n1,5;a, b, c\n2,5;"d, e"\n')).toBe(';');
  });

  test('is a comma where one column joins its options with semicolons', () => {
    expect(delimiterOf('Id,Which?,Age\n1,a;b;c;,20\n2,a;b;c;,30\n')).toBe(',');
  });

  test('is the one that gives more cells where several are consistent', () => {
    expect(delimiterOf('a;b,c,d\n1;2,3,4\n')).toBe(',');
  });

  test('is not looked for inside quotation marks', () => {
    expect(delimiterOf('Id;"a,b,c,d"\n1;"e,f,g,h"\n')).toBe(';');
    expect(delimiterOf('Id;"a\n,,,\n,,,"\n1;2\n')).toBe(';');
  });

  test('is found where no row is as long as the header', () => {
    expect(delimiterOf('a;b;c;d\n1;2\n3;4\n')).toBe(';');
  });

  test('is found in a header alone, and in one that is longer than the sample', () => {
    expect(delimiterOf('a\tb\tc')).toBe('\t');
    expect(delimiterOf('a|b|c', false)).toBe('|');
  });

  test('is not misled by a last row that the sample cuts off', () => {
    expect(delimiterOf('a,b,c\n1,2,3\n4', false)).toBe(',');
  });

  test('is that of the rows below a title, whatever stands in it', () => {
    const rows = 'No.;Ward;Is it fair?;Why?\n1;North;Yes;\n2;South;No;"Too dear; too far"\n3;East;Yes;1,5\n';
    expect(delimiterOf(`Park survey\n\n${rows}`)).toBe(';');
    expect(delimiterOf(`Park survey, typed up by Jo\n3 May 2024, with notes\n${rows};;4;\n`)).toBe(';');
    expect(delimiterOf('Which three?\na;b;c\na;c\nb\na;b\n')).toBe(',');
  });

  test('is a comma where there is a single column', () => {
    expect(delimiterOf('Comment\na; b\nc; d\n')).toBe(',');
    expect(delimiterOf('')).toBe(',');
  });
});

describe('line ends', () => {
  test('are CR only where CR alone ends more rows than LF does', () => {
    expect(detectDialect('a\rb\rc\n', true, undefined).lineEnds).toContain('\r');
    expect(detectDialect('a\nb\r\nc\r', true, undefined).lineEnds).not.toContain('\r');
  });

  test('inside quotation marks do not count', () => {
    expect(detectDialect('a,"b\r\r\r"\n1,2\n', true, undefined).lineEnds).not.toContain('\r');
  });
});
