import type { RenewalResult } from '../../shared/domain/renewal.ts'
import { bounded } from './bounded.ts'

/** A result without anything of the vendor's in it. `endedAt`: ms since the epoch. */
export function plainResult(
  outcome: RenewalResult['outcome'],
  stage: RenewalResult['stage'],
  detail: string,
  endedAt: number,
): RenewalResult {
  return {
    outcome,
    stage,
    endedAt,
    detail: bounded(detail, 1000),
    remarks: [],
    vendorError: null,
    promoCodeStatus: null,
    balanceAfter: null,
    quantity: null,
    httpStatus: null,
    reply: null,
  }
}
