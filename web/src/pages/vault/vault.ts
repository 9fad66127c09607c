import type { AnswerOf, ParamsIn } from '../../../../functions/shared/http/contract.ts';
import type { readVault } from '../../../../functions/witnesses/vault/contract.ts';

export type Vault = AnswerOf<typeof readVault>;
export type VaultParams = ParamsIn<typeof readVault>;

export interface OfVault {
  readonly params: VaultParams;
  readonly vault: Vault;
}
