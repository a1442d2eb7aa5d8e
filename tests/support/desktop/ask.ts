import type { Page } from '@playwright/test'
import type { InvokeChannel } from '../../../src/shared/contract/channels.ts'
import type { ContractError } from '../../../src/shared/contract/errors.ts'
import type { ReplyOf, RequestOf } from '../../../src/shared/contract/types.ts'
import type { Result } from '../../../src/shared/domain/result.ts'

/** Asks main from within a page, by the very bridge that the app's own page has. */
export async function ask<C extends InvokeChannel>(
  page: Page,
  channel: C,
  request: RequestOf<C>,
): Promise<Result<ReplyOf<C>, ContractError>> {
  const asked = JSON.stringify([channel, request])
  const json = await page.evaluate((text) => {
    const [name, sent]: [C, RequestOf<C>] = JSON.parse(text)
    return window.leasebar.invoke(name, sent)
  }, asked)
  // Main checked its own answer by the channel's schema.
  const answer: Result<ReplyOf<C>, ContractError> = JSON.parse(json)
  return answer
}
