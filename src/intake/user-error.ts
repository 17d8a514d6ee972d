/**
 * Something the user can put right: it ends a command with exit code 2, one or two plain lines and no stack.
 *
 * `message` says what is wrong and where; `hint`, when there is one, says what to do about it.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}
