/** Something in the way that a person can clear: its message is shown as it is, without a stack trace. */
export class Obstacle extends Error {
  override readonly name = 'Obstacle';
}
