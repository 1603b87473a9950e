/** The operator broke off; what is imported stays, the rest can be imported another time. */
export class Interrupted extends Error {
  override name = 'Interrupted';
}
