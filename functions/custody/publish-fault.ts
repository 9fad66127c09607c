/** Why a log cannot be published. Each means that stored custody data is not what was appended, and wakes somebody. */
type PublishFaultCode =
  | 'entry-missing'
  | 'entry-damaged'
  | 'checkpoint-damaged'
  | 'head-missing'
  | 'head-behind-checkpoint'
  | 'root-differs'
  | 'archive-differs'
  | 'busy';

export class PublishFault extends Error {
  override readonly name = 'PublishFault';
  readonly code: PublishFaultCode;

  constructor(code: PublishFaultCode) {
    super(code);
    this.code = code;
  }
}
